"""The build: honest figures, a component of a service's own, and care for what lies in the folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from designsys import resources
from designsys.docs import build
from designsys.errors import DesignsysError


def test_an_earlier_build_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = build(tmp_path, with_search=False)
    (made.out / "old.html").write_text("", encoding="utf-8")
    build(tmp_path, with_search=False)
    assert not (tmp_path / "old.html").exists()


def test_other_peoples_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("…", encoding="utf-8")
    with pytest.raises(DesignsysError, match=str(tmp_path.name)):
        build(tmp_path, with_search=False)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_without_results_the_front_page_says_so(built: Any) -> None:
    if (Path(resources.docs_site()) / "results.json").is_file():
        pytest.skip("the tests of the examples have left their results in docs_site")
    html = (built.out / "index.html").read_text(encoding="utf-8")
    assert "まだ検査していません" in html
    assert "見つかった違反" not in html


def test_results_and_a_component_of_ones_own_show(tmp_path: Path) -> None:
    own = tmp_path / "own" / "ward_tag"
    shutil.copytree(Path(resources.components()) / "tag", own)
    for path in list(own.iterdir()):
        text = (
            path.read_text(encoding="utf-8")
            .replace("macro tag(", "macro ward_tag(")
            .replace("designsys/tag.jinja", "designsys/ward_tag.jinja")
        )
        path.with_name(path.name.replace("tag", "ward_tag", 1)).write_text(
            text.replace("import tag", "import ward_tag").replace("{{ tag(", "{{ ward_tag("), encoding="utf-8"
        )
        path.unlink()
    results = tmp_path / "run.json"
    results.write_text(
        json.dumps({"examples": 9, "conditions": 12, "findings": 2, "date": "2026-02-03"}), encoding="utf-8"
    )
    out = build(tmp_path / "site", [tmp_path / "own"], results, with_search=False).out
    assert "ward_tag" in (out / "components" / "ward_tag.html").read_text(encoding="utf-8")
    home = (out / "index.html").read_text(encoding="utf-8")
    assert '<span class="docs-figure__number">2</span> 見つかった違反' in home
    report = (out / "results.html").read_text(encoding="utf-8")
    assert "2件の違反が見つかりました" in report and "2026-02-03" in report and "いまの例は" in report
