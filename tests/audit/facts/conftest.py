"""Opens a page for a fact to be found on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.page import LoadedPage, load

_HEAD = '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>試験</title></head><body>'
Opened = Callable[..., LoadedPage]


@pytest.fixture
def opened(running: Any, tmp_path: Any) -> Iterator[Opened]:
    """A page with some HTML in its body, loaded under the base condition."""
    tabs = []

    def open_(body: str, engine: str = "playwright") -> LoadedPage:
        (tmp_path / "page.html").write_text(_HEAD + body, encoding="utf-8")
        tabs.append(running[engine].open(BASE))
        return load(tabs[-1], (tmp_path / "page.html").as_uri(), BASE, 15.0)

    yield open_
    for tab in tabs:
        tab.close()
