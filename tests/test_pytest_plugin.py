"""assert_accessible and the browser for pytest-playwright, as a service's tests use them."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from playwright.async_api import async_playwright

from designsys.audit.browser import find_browser, launch_arguments
from designsys.errors import DesignsysError

LABELLED = '<p><label for="name">氏名</label> <input id="name" name="name" autocomplete="name"></p>'
UNLABELLED = '<p>氏名 <input id="name" name="name" value="千代田花子"></p>'
WHOLE = f'<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>転出届</title></head><body><main>{LABELLED}</main></body></html>'


@pytest.fixture(autouse=True)
def _japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "ja")


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(LABELLED, id="part"),
        pytest.param(Markup(LABELLED), id="markup"),
        pytest.param(WHOLE, id="whole"),
        pytest.param("ご案内", id="plain-text"),
    ],
)
def test_accessible_html_passes(assert_accessible: Any, html: str) -> None:
    assert_accessible(html)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(UNLABELLED, id="part"),
        pytest.param(Markup(UNLABELLED), id="markup"),
        pytest.param(WHOLE.replace(' for="name"', ""), id="whole"),
    ],
)
def test_failure_names_element_criterion_and_mending(assert_accessible: Any, html: str) -> None:
    with pytest.raises(AssertionError) as failure:
        assert_accessible(html)
    message = str(failure.value)
    assert "不適合が1件" in message
    assert "#name" in message
    assert "WCAG 4.1.2 名前 (name)・役割 (role)・値 (value)（A、JIS X 8341-3 4.1.2）" in message
    assert "label の for に" in message
    assert "千代田花子" not in message


def test_failure_speaks_english(assert_accessible: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "en")
    with pytest.raises(AssertionError, match=r"1 accessibility finding:[^$]*A field has no label"):
        assert_accessible(UNLABELLED)


def test_two_controls_of_one_name_are_named(assert_accessible: Any) -> None:
    with pytest.raises(AssertionError) as failure:
        assert_accessible(LABELLED + LABELLED.replace("氏名", "世帯主の氏名"))
    assert "duplicate-id" in str(failure.value)
    assert "同じid「name」" in str(failure.value)


def test_a_fault_of_one_condition_names_it(assert_accessible: Any) -> None:
    html = "<noscript><img src='/x.png'></noscript>"
    assert_accessible(html)
    with pytest.raises(AssertionError, match="JavaScriptなし"):
        assert_accessible(html, conditions=["base", "javascript-off"])


def test_styles_are_taken_from_the_folder(assert_accessible: Any, tmp_path: Path) -> None:
    (tmp_path / "pale.css").write_text("p { color: #999; background: #fff; }", encoding="utf-8")
    html = WHOLE.replace("</head>", '<link rel="stylesheet" href="/pale.css"></head>')
    assert_accessible(html)
    with pytest.raises(AssertionError, match="color-contrast"):
        assert_accessible(html, folder=tmp_path)


@pytest.mark.parametrize(
    "subject",
    [
        pytest.param(None, id="none"),
        pytest.param(b"<p>", id="bytes"),
        pytest.param("https://www.city.example.jp/", id="address"),
    ],
)
def test_what_is_no_page_is_refused(assert_accessible: Any, subject: Any) -> None:
    with pytest.raises(DesignsysError, match="assert_accessible に"):
        assert_accessible(subject)


def _run(coroutine: Coroutine[Any, Any, None]) -> None:
    """In a thread of its own: after a browser test, Playwright keeps an event loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, coroutine).result()


def test_html_inside_a_running_event_loop(assert_accessible: Any) -> None:
    async def check() -> None:
        assert_accessible(LABELLED)
        with pytest.raises(AssertionError, match="label"):
            assert_accessible(UNLABELLED)

    _run(check())


def test_asynchronous_page(assert_accessible: Any) -> None:
    async def check() -> None:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=find_browser(), args=launch_arguments()
            )
            page = await browser.new_page()
            await page.set_content(WHOLE)
            await assert_accessible(page)
            await page.set_content(WHOLE.replace(' for="name"', ""))
            with pytest.raises(AssertionError, match="#name"):
                await assert_accessible(page)
            await browser.close()

    _run(check())


# pytest-playwright keeps an event loop running in the thread of its tests, so it gets a process of its own.
SERVICE_TESTS = """
def test_good(page, assert_accessible):
    page.set_content('''{whole}''')
    assert_accessible(page)
    assert page.title() == '転出届'

def test_bad(page, assert_accessible):
    page.set_content('''{broken}''')
    assert_accessible(page)

def test_html_beside_a_page(page, assert_accessible):
    page.set_content('''{whole}''')
    assert_accessible('<p>ご案内</p>')
"""


# pytest-playwright 0.10 has fixtures of a form that pytest 9 calls deprecated.
WARNINGS = ["-W", "error", "-W", "ignore::pytest.PytestRemovedIn10Warning"]


def _pytest(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *WARNINGS, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", "DESIGNSYS_LANG": "ja", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_service_with_pytest_playwright(tmp_path: Path) -> None:
    text = SERVICE_TESTS.format(whole=WHOLE, broken=WHOLE.replace(' for="name"', ""))
    (tmp_path / "test_service.py").write_text(text, encoding="utf-8")
    done = _pytest(tmp_path)
    assert "1 failed, 2 passed" in done.stdout, done.stdout + done.stderr
    assert "入力欄にラベルがありません" in done.stdout


def test_collecting_needs_no_extra(tmp_path: Path) -> None:
    """Without Playwright, Selenium and rich the plugin loads, and says what to install when it is used."""
    blocker = "import sys\nfor name in ('playwright', 'selenium', 'rich', 'axe_playwright_python'):\n    sys.modules[name] = None\n"
    (tmp_path / "sitecustomize.py").write_text(blocker, encoding="utf-8")
    (tmp_path / "test_service.py").write_text(
        "def test_html(assert_accessible):\n    assert_accessible('<p>a</p>')\n", encoding="utf-8"
    )
    bare = {"PYTHONPATH": str(tmp_path), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    plugin = ["-p", "designsys.pytest_plugin"]
    assert "1 test collected" in _pytest(tmp_path, "--collect-only", *plugin, **bare).stdout
    assert "pip install 'designsys[audit]'" in _pytest(tmp_path, *plugin, **bare).stdout
