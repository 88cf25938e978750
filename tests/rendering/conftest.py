"""A component of the tests' own, so that what is tested here does not hang on the catalogue's text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from designsys import install

COMPONENTS = Path(__file__).parent / "components"
IMPORT = '{% from "designsys/sample.jinja" import sample %}'


@pytest.fixture
def components() -> Path:
    """The folder with the component ``sample``, which has a parameter of every type."""
    return COMPONENTS


@pytest.fixture
def render() -> Callable[..., str]:
    """Renders ``source`` after an import of ``sample``: ``render("{{ sample('a', 'A') }}", check="log", x=1)``."""

    def run(source: str, *, check: Any = "error", undefined: Any = StrictUndefined, **context: Any) -> str:
        environment = Environment(
            autoescape=True, undefined=undefined, loader=DictLoader({"page.html": IMPORT + source})
        )
        install(environment, components=[COMPONENTS], check=check)
        return environment.get_template("page.html").render(**context)

    return run
