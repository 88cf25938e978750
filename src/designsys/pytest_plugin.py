"""pytest's part of designsys: ``assert_accessible``, and a browser for pytest-playwright.

Needs no extra to be loaded, so ``pytest --collect-only`` works anywhere; the browser
starts with the first assertion. It adds no option and changes no test.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from designsys.audit import pytest_browser
from designsys.audit.assertion import Gate

__all__ = ["assert_accessible", "pytest_configure"]


def pytest_configure(config: pytest.Config) -> None:
    """Give pytest-playwright a browser, where it is installed."""
    # Registered this late, the fixture comes after pytest-playwright's, whatever order they were loaded in.
    if config.pluginmanager.hasplugin("playwright"):
        config.pluginmanager.register(pytest_browser, "designsys-browser")


@pytest.fixture(scope="session")
def _designsys_gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.close()


@pytest.fixture
def assert_accessible(_designsys_gate: Gate) -> Gate:
    """Assert that a Playwright page, or HTML, has no accessibility finding.

    ``assert_accessible(page)``, ``assert_accessible(html)`` or, with Playwright's
    asynchronous API, ``await assert_accessible(page)``; the parameters are
    :meth:`designsys.audit.assertion.Gate.__call__`'s.
    """
    return _designsys_gate
