"""The gate on the example service: the whole page passes, six broken copies are stopped, in both engines."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from designsys.cli import group

# What each fault breaks: the criterion, and the element that the gate has to name.
FAULTS = {
    "label": ({"1.3.1", "4.1.2", "3.3.2"}, 'id="full_name"'),
    "alt": ({"1.1.1"}, 'id="broken-alt"'),
    "contrast": ({"1.4.3"}, "<h1"),
    "lang": ({"3.1.1"}, "<html"),
    "error": ({"1.3.1", "3.3.1"}, "full_name"),
    "noscript": ({"1.1.1"}, 'id="broken-noscript"'),
}


@pytest.fixture(scope="module")
def page(repository: Path) -> Any:
    """The example service."""
    spec = importlib.util.spec_from_file_location("judged_demo", repository / "docs_site" / "demo" / "app.py")
    assert spec is not None and spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder(
    page: Any, assets: Path, broken: Callable[[str, str], str], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The page and its broken copies, with the styles beside them, as a city's server has them."""
    client = page.create_app(assets).test_client()
    client.get("/")
    with client.session_transaction() as session:
        token = session["csrf"]
    html = client.post("/who", data={"csrf_token": token, "movers": "me", "email": "taro@"}).get_data(
        as_text=True
    )
    assert "ds-error-summary" in html
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(assets, folder / "static" / "designsys")
    (folder / "whole.html").write_text(html, encoding="utf-8")
    for fault in FAULTS:
        (folder / f"{fault}.html").write_text(broken(html, fault), encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=["playwright", "selenium"])
def report(
    request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What ``designsys audit FOLDER --json FILE`` writes."""
    file = tmp_path_factory.mktemp("report") / "report.json"
    result = CliRunner().invoke(group, ["audit", str(folder), "--engine", request.param, "--json", str(file)])
    assert result.exit_code == 1, result.output
    report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return report


def _certain(report: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [
        finding
        for finding in report["findings"]
        if finding["url"].endswith(f"/{name}.html") and finding["certainty"] == "certain"
    ]


def test_the_whole_page_passes(report: dict[str, Any]) -> None:
    assert _certain(report, "whole") == []
    judged = [page for page in report["pages"] if page["url"].endswith("/whole.html")]
    assert len(judged) == 5
    assert {page["status"] for page in judged} == {"judged"}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_copy_is_stopped(report: dict[str, Any], fault: str) -> None:
    criteria, element = FAULTS[fault]
    findings = _certain(report, fault)
    assert findings
    assert any(criteria & set(finding["criteria"]) and element in finding["html"] for finding in findings), (
        findings
    )


@pytest.mark.parametrize(("fault", "condition"), [("contrast", "dark"), ("noscript", "javascript-off")])
def test_a_fault_of_one_condition_is_found_in_that_one_only(
    report: dict[str, Any], fault: str, condition: str
) -> None:
    assert {finding["condition"] for finding in _certain(report, fault)} == {condition}
