"""The text of a page's own scripts."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.facts import scripts

OWN = "<script>let own = 1</script>"


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        pytest.param(OWN, ["let own = 1"], id="in-the-page"),
        pytest.param('<script type="module">let own = 2</script>', ["let own = 2"], id="module"),
        pytest.param('<script type="application/json">{"a": 1}</script>', [], id="data"),
        pytest.param('<script src="/part.js"></script>', ["let part = 1;"], id="file"),
        pytest.param('<script src="/jquery.js"></script>', [], id="library"),
        pytest.param('<script src="/missing.js"></script>', [], id="missing"),
        pytest.param('<script src="https://other.invalid/part.js"></script>', [], id="other-site"),
    ],
)
def test_own_scripts_are_read(html: str, texts: list[str], load_html: Any) -> None:
    page = load_html(html, {"/part.js": "let part = 1;", "/jquery.js": "let jquery = 1;"})
    assert [one.text for one in page.fact(scripts.find)] == texts


def test_nothing_is_read_where_scripts_do_not_run(load_html: Any) -> None:
    assert load_html(OWN, scripts=False).fact(scripts.find) == []
