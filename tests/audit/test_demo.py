"""The gate on the example service's page and on its broken copies, in both engines."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.conditions import CONDITIONS
from designsys.audit.findings import CERTAIN
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import LocalServer, addresses

ENGINES = ["playwright", "selenium"]
EVERY = {condition.id for condition in CONDITIONS}


@pytest.fixture(scope="module")
def refused(repository: Path, assets: Path) -> str:
    """The first page of the 転出届 as it comes back when nothing was filled in."""
    spec = importlib.util.spec_from_file_location(
        "demo_for_the_gate", repository / "docs_site" / "demo" / "app.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # Flask finds its templates by the module
    spec.loader.exec_module(module)
    visitor = module.create_app(assets).test_client()
    token = re.search(r'name="csrf_token" value="([^"]+)"', visitor.get("/who").get_data(as_text=True))
    assert token
    page: str = visitor.post("/who", data={"csrf_token": token[1]}).get_data(as_text=True)
    assert "ds-error-message" in page
    return page


@pytest.fixture(scope="module")
def served(
    assets: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[LocalServer, dict[str, str]]]:
    folder = tmp_path_factory.mktemp("service")
    shutil.copytree(assets, folder / "static" / "designsys")
    pages: dict[str, str] = {}
    server = LocalServer(folder, pages)
    yield server, pages
    server.close()


def _certain(
    html: str, engine: str, served: tuple[LocalServer, dict[str, str]], running: Any
) -> dict[tuple[str, str, str], set[str]]:
    server, pages = served
    pages["/who.html"] = html
    with addresses([f"{server.url}/who.html"]) as found:
        result = run(plan(found, CONDITIONS), running.lend(engine), 15)
    assert [page.status for page in result.pages] == ["judged"] * len(CONDITIONS)
    told: dict[tuple[str, str, str], set[str]] = {}
    for finding in result.of(CERTAIN):
        told.setdefault((finding.rule, finding.selector, finding.criteria[-1]), set()).add(
            finding.job.condition.id
        )
    return told


@pytest.mark.checks("all")
@pytest.mark.parametrize("engine", ENGINES)
def test_the_page_passes(engine: str, refused: str, served: Any, running: Any) -> None:
    assert _certain(refused, engine, served, running) == {}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("fault", "finding", "conditions"),
    [
        ("label", ("label", "#full_name", "4.1.2"), EVERY),
        ("alt", ("image-alt", "#broken-alt", "1.1.1"), EVERY),
        ("contrast", ("color-contrast", "h1", "1.4.3"), {"dark"}),
        ("lang", ("html-has-lang", "html", "3.1.1"), EVERY),
        ("error", ("error-association", "#full_name", "3.3.1"), EVERY),
        ("noscript", ("image-alt", "#broken-noscript", "1.1.1"), {"javascript-off"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_copy_is_stopped(
    engine: str, fault: str, finding: tuple[str, str, str], conditions: set[str],
    refused: str, broken: Any, served: Any, running: Any,
) -> None:  # fmt: skip
    assert _certain(broken(refused, fault), engine, served, running) == {finding: conditions}


def test_an_error_not_tied_to_its_group_is_stopped(refused: str, served: Any, running: Any) -> None:
    html = refused.replace(' aria-describedby="movers-error"', "")
    assert html != refused
    assert _certain(html, "playwright", served, running) == {
        ("error-association", "#movers-group", "3.3.1"): EVERY
    }
