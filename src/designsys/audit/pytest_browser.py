"""The fixture that hands pytest-playwright the browser that is on the machine.

:mod:`designsys.pytest_plugin` registers it where pytest-playwright is installed; a
service's conftest still overrides it.
"""

from __future__ import annotations

import os
from typing import Any

import pytest

from designsys.audit.browser import find_browser, launch_arguments
from designsys.errors import DesignsysError

__all__ = ["browser_type_launch_args"]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], browser_name: str) -> dict[str, Any]:
    """pytest-playwright's arguments, with the Chromium that was found unless one was chosen.

    :raises DesignsysError: ``DESIGNSYS_BROWSER`` names no executable.
    """
    given = browser_type_launch_args
    if browser_name != "chromium" or "executable_path" in given or "channel" in given:
        return given
    try:
        executable = find_browser()
    except DesignsysError:
        if os.environ.get("DESIGNSYS_BROWSER"):
            raise
        # Playwright may have one of its own.
        return given
    return {
        **given,
        "executable_path": str(executable),
        "args": [*given.get("args", []), *launch_arguments()],
    }
