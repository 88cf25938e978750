"""``designsys audit merge`` on the reports of real runs, as CI machines would make them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

# The reports are made once, so the tests stay in one process.
pytestmark = pytest.mark.xdist_group("merging")

# The menu of the third page is in another order, the titles of the first and the third are one: only a look at all
# pages shows it, and they are on two machines.
_PAGE = (
    '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{title}</title></head><body><header>'
    '<nav aria-label="主なメニュー"><ul>{menu}</ul></nav></header><main><h1>{heading}</h1>{body}</main></body></html>'
)
_MENU = [f'<li><a href="/{name}.html">{name}のページ</a></li>' for name in ("暮らし", "手続き", "施設")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site, the report of a whole run, and those of two machines."""
    folder = tmp_path_factory.mktemp("市")
    (folder / "site").mkdir()
    for name, title, body, menu in (
        ("a", "転出届", "", _MENU),
        ("b", "転入届", '<img src="x.png">', _MENU),
        ("c", "施設案内", "", _MENU),
        ("d", "転出届", '<label for="no">氏名</label><input id="name">', _MENU[::-1]),
    ):
        html = _PAGE.format(title=title, heading=name, body=body, menu="".join(menu))
        (folder / "site" / f"{name}.html").write_text(html, encoding="utf-8")
    for report, more in (("whole", []), ("1", ["--shard", "1/2"]), ("2", ["--shard", "2/2"])):
        arguments = [
            "site",
            "--condition",
            "base",
            "--condition",
            "320",
            "--no-cache",
            "--json",
            f"{report}.json",
        ]
        done = audit(folder, *arguments, *more)
        assert done.returncode in (0, 1), done.stderr
    return folder


def audit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "designsys", "audit", *arguments],
        cwd=folder, env={**os.environ, "DESIGNSYS_LANG": "en", "PYTHONIOENCODING": "utf-8"},
        capture_output=True, encoding="utf-8", timeout=240, check=False,
    )  # fmt: skip


def test_the_merged_report_is_that_of_one_run(folder: Path) -> None:
    done = audit(folder, "merge", "2.json", "1.json", "--json", "merged.json")
    whole = (folder / "whole.json").read_text(encoding="utf-8")
    assert done.returncode == 1, done.stderr
    assert (folder / "merged.json").read_text(encoding="utf-8") == whole
    for rule in ("image-alt", "label", "consistent-navigation", "title-unique"):
        assert f'"rule": "{rule}"' in whole


def test_the_screen_shows_all_parts(folder: Path) -> None:
    lines = audit(folder, "merge", "1.json", "2.json").stdout.splitlines()
    assert {"site/b.html", "site/d.html"} <= set(lines)
    assert lines[-1].startswith("4 pages × 2 conditions (8 runs) judged: ")


@pytest.mark.parametrize(
    ("reports", "sentence"),
    [
        (["1.json"], "the report of part 2/2 is missing"),
        (["1.json", "1.json", "2.json"], "1.json and 1.json are both part 1/2"),
        (["whole.json"], "whole.json is no report of a part"),
        (["1.json", "gone.json"], "the report gone.json cannot be read"),
        (["1.json", "2.json", "--json", "no/x.json"], "the report cannot be written to 'no/x.json'"),
    ],
)
def test_what_cannot_be_united_is_2_in_one_sentence(folder: Path, reports: list[str], sentence: str) -> None:
    done = audit(folder, "merge", *reports)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("designsys: ")
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_language_can_be_chosen(folder: Path) -> None:
    assert "2/2 の報告がありません" in audit(folder, "merge", "--lang", "ja", "1.json").stderr
