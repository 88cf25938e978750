"""What one template names, read from its syntax tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.errors import DesignsysError
from designsys.styles.references import Delimiters, References, read_references


def _read(tmp_path: Path, source: str, delimiters: Delimiters | None = None) -> References:
    file = tmp_path / "page.html"
    file.write_text(source, encoding="utf-8")
    read_references.cache_clear()
    return read_references(file, delimiters or Delimiters())


@pytest.mark.parametrize(
    ("source", "names"),
    [
        pytest.param('{% extends "a.html" %}', ["a.html"], id="extends"),
        pytest.param("{% include 'a.html' %}", ["a.html"], id="include"),
        pytest.param('{% include ["a.html", "b.html"] %}', ["a.html", "b.html"], id="include-list"),
        pytest.param('{% import "a.html" as a %}', ["a.html"], id="import"),
        pytest.param('{% from "a.html" import x as y with context %}', ["a.html"], id="from"),
        pytest.param('{% extends "a.html" if x else "b.html" %}', ["a.html", "b.html"], id="condition"),
        pytest.param('{% include "a" ~ ".html" %}', ["a.html"], id="constant-expression"),
        pytest.param('{% block x %}{% if y %}{% include "a.html" %}{% endif %}{% endblock %}', ["a.html"], id="nested"),
        pytest.param('{# {% include "a.html" %} #}', [], id="comment"),
        pytest.param('{% raw %}{% include "a.html" %}{% endraw %}', [], id="raw"),
    ],
)  # fmt: skip
def test_names_other_templates(tmp_path: Path, source: str, names: list[str]) -> None:
    references = _read(tmp_path, source)
    assert references.templates == names
    assert list(references.dynamic(set())) == []


@pytest.mark.parametrize(
    "tag",
    ["include x", "extends x", "import x as y", "from x import y", 'include "a" ~ x', 'include ["a", x]'],
)
def test_a_name_that_only_the_page_knows_is_dynamic(tmp_path: Path, tag: str) -> None:
    ((line, what),) = _read(tmp_path, f"\n\n{{% {tag} %}}").dynamic(set())
    assert line == 3
    assert what == f"{{% {tag.split()[0]} … %}}"


def test_takes_names_from_an_alias(tmp_path: Path) -> None:
    references = _read(tmp_path, '{% import "ds.jinja" as ds %}{{ ds.a() }}{{ ds["b"]() }}{{ other.c() }}')
    assert references.aliases("ds.jinja") == {"ds"}
    assert sorted(references.attributes({"ds"})) == ["a", "b"]
    assert list(references.dynamic({"ds"})) == []


@pytest.mark.parametrize("use", ["ds[name]()", "show(ds)", "ds|list", "ds['a' if x else 'b']()"])
def test_an_alias_whose_use_is_not_known_is_dynamic(tmp_path: Path, use: str) -> None:
    references = _read(tmp_path, f'{{% import "ds.jinja" as ds %}}{{{{ {use} }}}}')
    assert [what for _, what in references.dynamic({"ds"})] == ["ds[…]"]


def test_takes_imported_names_as_they_are_called_there(tmp_path: Path) -> None:
    assert list(_read(tmp_path, '{% from "ds.jinja" import a, b as c %}').imported("ds.jinja")) == ["a", "b"]


@pytest.mark.parametrize(
    ("tag", "ignorable"),
    [('include "a" ignore missing', {"a"}), ('include ["a", "b"]', {"a", "b"}), ('include "a"', set())],
    ids=["ignore-missing", "first-of-list", "needed"],
)
def test_knows_which_may_be_missing(tmp_path: Path, tag: str, ignorable: set[str]) -> None:
    assert _read(tmp_path, f"{{% {tag} %}}").ignorable == ignorable


def test_reads_other_delimiters(tmp_path: Path) -> None:
    marks = Delimiters("<%", "%>", "<<", ">>")
    assert _read(tmp_path, '<% include "a.html" %> {% include x %}', marks).templates == ["a.html"]


@pytest.mark.parametrize(
    "tag", ["trans %}x{% endtrans", "do x.append(1)", "debug", "autoescape true %}{% endautoescape"]
)
def test_knows_the_tags_of_jinjas_own_extensions(tmp_path: Path, tag: str) -> None:
    assert _read(tmp_path, f"{{% {tag} %}}").templates == []


@pytest.mark.parametrize("content", [b"\n\n{% cache 300 %}", b"\n\n{% if %}"], ids=["unknown-tag", "syntax"])
def test_what_does_not_parse_is_one_sentence_with_the_line(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "broken.html"
    file.write_bytes(content)
    with pytest.raises(DesignsysError, match=r"broken\.html:3"):
        read_references(file, Delimiters())


@pytest.mark.parametrize("name", ["missing.html", "sjis.html"])
def test_what_is_not_utf8_text_is_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "sjis.html").write_bytes("窓口".encode("cp932"))
    with pytest.raises(DesignsysError, match=name):
        read_references(tmp_path / name, Delimiters())
