"""A page in another viewport, for a while."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.page import LoadedPage, load
from designsys.audit.viewport import resized


@pytest.fixture(scope="module", params=["playwright", "selenium"])
def page(request: pytest.FixtureRequest, running: Any, hostile: str) -> Iterator[LoadedPage]:
    tab = running[request.param].open(BASE)
    yield load(tab, f"{hostile}/image", BASE, 15)
    tab.close()


def test_the_viewport_changes_and_comes_back(page: LoadedPage) -> None:
    with resized(page, 640, 400):
        assert page.evaluate("[innerWidth, innerHeight]") == [640, 400]
    assert page.evaluate("[innerWidth, innerHeight]") == [BASE.width, BASE.height]
    assert page.touched


def test_it_comes_back_after_a_fault_too(page: LoadedPage) -> None:
    with pytest.raises(ZeroDivisionError), resized(page, 640, 400):
        raise ZeroDivisionError
    assert page.evaluate("innerWidth") == BASE.width


def test_scripts_have_had_their_turn(page: LoadedPage) -> None:
    page.evaluate("globalThis.heard = 0; addEventListener('resize', () => { heard += 1 }); 0")
    with resized(page, 600, 400):
        assert page.evaluate("heard") == 1
