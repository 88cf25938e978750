"""Which components a service's templates use, through every way in which a template names another."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.catalogue import Catalogue
from designsys.errors import DesignsysError
from designsys.styles import Delimiters, Usage, used_components

ENTRY = {"entry", "frame", "note"}
ALL = {*ENTRY, "badge", "page"}


def _use(catalogue: Catalogue, folder: Path, files: dict[str, str], start: str = ".") -> Usage:
    for name, source in files.items():
        (folder / "templates" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "templates" / name).write_text(source, encoding="utf-8")
    return used_components(catalogue, [folder / "templates" / start])


@pytest.mark.parametrize(
    ("source", "names"),
    [
        pytest.param('{% from "designsys/badge.jinja" import badge %}', {"badge"}, id="from"),
        pytest.param('{% from "designsys/badge.jinja" import badge as b %}', {"badge"}, id="from-as"),
        pytest.param('{% import "designsys/badge.jinja" as b %}', {"badge"}, id="import"),
        pytest.param('{% from "designsys.jinja" import badge as x, note %}', {"badge", "note"}, id="from-all"),
        pytest.param('{% import "designsys.jinja" as ds %}{{ ds.badge() }}', {"badge"}, id="attribute"),
        pytest.param('{% import "designsys.jinja" as ds %}{{ ds["badge"]() }}', {"badge"}, id="item"),
        pytest.param('{% import "designsys.jinja" as ds %}{% call ds.note() %}{% endcall %}', {"note"}, id="call"),
        pytest.param('{% extends "designsys/page.jinja" %}', {"page"}, id="extends"),
        pytest.param('{% from "designsys/entry.jinja" import entry %}', ENTRY, id="parts-of-parts"),
        pytest.param('{% macro m() %}{% from "designsys/note.jinja" import note %}{% endmacro %}', {"note"}, id="macro"),
    ],
)  # fmt: skip
def test_finds_what_a_template_uses(
    catalogue: Catalogue, tmp_path: Path, source: str, names: set[str]
) -> None:
    usage = _use(catalogue, tmp_path, {"a.html": source}, "a.html")
    assert usage == Usage(names, [])


@pytest.mark.parametrize(
    "start", ["apply/form.html", "apply", "."], ids=["from-the-file", "from-its-folder", "from-the-root"]
)
def test_follows_the_services_own_templates(catalogue: Catalogue, tmp_path: Path, start: str) -> None:
    files = {
        "apply/form.html": '{% extends "layout/base.html" %}{% from "apply/macros.html" import box %}{{ box() }}',
        "apply/macros.html": '{% from "designsys/badge.jinja" import badge %}{% macro box() %}{{ badge() }}{% endmacro %}',
        "layout/base.html": '{% extends "designsys/page.jinja" %}{% include "layout/foot.html" %}',
        "layout/foot.html": '{% import "designsys.jinja" as ds %}{{ ds.note() }}',
    }
    assert _use(catalogue, tmp_path, files, start) == Usage({"badge", "page", "note"}, [])


def test_an_included_template_sees_the_includers_alias(catalogue: Catalogue, tmp_path: Path) -> None:
    files = {
        "a.html": '{% import "designsys.jinja" as ds %}{% include "b.html" %}',
        "b.html": "{{ ds.badge() }}",
    }
    assert _use(catalogue, tmp_path, files, "a.html").names == {"badge"}


def test_templates_that_include_each_other_end(catalogue: Catalogue, tmp_path: Path) -> None:
    files = {
        "a.html": '{% include "b.html" %}{% from "designsys/note.jinja" import note %}',
        "b.html": '{% include "a.html" %}',
    }
    assert _use(catalogue, tmp_path, files, "a.html").names == {"note"}


@pytest.mark.parametrize(
    ("source", "what"),
    [
        pytest.param("{% include part %}", "{% include … %}", id="include"),
        pytest.param('{% import "designsys.jinja" as ds %}\n{{ ds[kind]() }}', "ds[…]", id="item"),
        pytest.param('{% include "designsys.jinja" %}', '{% include "designsys.jinja" %}', id="include-all"),
        pytest.param('{% include "nowhere.html" %}', "nowhere.html", id="not-found"),
    ],
)
def test_includes_everything_when_not_sure_and_says_why(
    catalogue: Catalogue, tmp_path: Path, source: str, what: str
) -> None:
    usage = _use(catalogue, tmp_path, {"a.html": source}, "a.html")
    assert usage.names == ALL
    ((en, ja),) = usage.unsure
    assert what in en and what in ja and "a.html" in en and "a.html" in ja


@pytest.mark.parametrize("tag", ['include "x.html" ignore missing', 'include ["x.html", "b.html"]'])
def test_a_template_that_may_be_missing_raises_no_doubt(
    catalogue: Catalogue, tmp_path: Path, tag: str
) -> None:
    files = {"a.html": f"{{% {tag} %}}", "b.html": '{% from "designsys/note.jinja" import note %}'}
    assert _use(catalogue, tmp_path, files).unsure == []


@pytest.mark.parametrize("folder", [".venv", "node_modules", "x/site-packages"])
def test_leaves_other_peoples_templates_alone(catalogue: Catalogue, tmp_path: Path, folder: str) -> None:
    files = {
        "a.html": '{% from "designsys/note.jinja" import note %}',
        f"{folder}/b.html": "{% load admin %}",
    }
    assert _use(catalogue, tmp_path, files).names == {"note"}


@pytest.mark.parametrize(
    "source",
    ['{% from "designsys/bagde.jinja" import badge %}', '{% from "designsys.jinja" import bagde %}',
     '{% import "designsys.jinja" as ds %}{{ ds.bagde() }}'],
    ids=["template", "from-all", "attribute"],
)  # fmt: skip
def test_a_mistyped_component_is_named_with_the_nearest(
    catalogue: Catalogue, tmp_path: Path, source: str
) -> None:
    with pytest.raises(DesignsysError) as caught:
        _use(catalogue, tmp_path, {"a.html": source})
    assert "a.html" in caught.value.en
    assert "did you mean 'badge'?" in caught.value.en


def test_templates_without_components_are_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(DesignsysError, match="--delimiters"):
        _use(catalogue, tmp_path, {"a.html": '<% from "designsys/badge.jinja" import badge %>'})


def test_reads_templates_in_other_delimiters(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<% from "designsys/badge.jinja" import badge %>', encoding="utf-8")
    marks = Delimiters("<%", "%>", "<<", ">>")
    assert used_components(catalogue, [tmp_path / "a.html"], marks).names == {"badge"}
