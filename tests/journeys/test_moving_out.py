"""The example service from end to end: 転出届, by keyboard only, with scripts and without."""

from __future__ import annotations

import datetime
import importlib.util
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from werkzeug.serving import make_server

LONG = "あ" * 10_000
DAY = datetime.date.today() + datetime.timedelta(days=14)
ANSWERS = {
    "movers": "家族みんな",
    "full_name": "若草 太郎 <b>&",
    "email": "taro@example.jp",
    "moving_date": f"{DAY.year}年{DAY.month}月{DAY.day}日",
    "prefecture": "東京都",
    "city": "みどり区",
    "street": "本町1-2-3 みどり荘101号",
}


def _module(repository: Path) -> Any:
    spec = importlib.util.spec_from_file_location(
        "moving_out_demo", repository / "docs_site" / "demo" / "app.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # Flask finds its templates by the module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def app(repository: Path, assets: Path) -> Any:
    return _module(repository).create_app(assets)


@pytest.fixture(scope="module")
def address(app: Any) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=[True, False], ids=["script", "noscript"])
def page(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def _tab_to(page: Any, selector: str) -> None:
    """Go on with Tab until the control has the focus, as who cannot use a pointer does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"{selector} cannot be reached by Tab")


def _write(page: Any, name: str, text: str) -> None:
    _tab_to(page, f"[name='{name}']")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text) if text else page.keyboard.press("Delete")


def _send(page: Any) -> None:
    _tab_to(page, "main form button")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _summary(page: Any) -> list[str]:
    """The links of the error summary, after following each to its control by keyboard."""
    assert page.title().startswith("エラー：")
    links = page.locator(".ds-error-summary a")
    for index in range(links.count()):
        target = links.nth(index).get_attribute("href")
        links.nth(index).focus()
        page.keyboard.press("Enter")
        control = page.locator(f"[id='{target[1:]}']")
        assert control.evaluate("e => e.matches('input, select, textarea')"), target
        assert control.get_attribute("aria-invalid") == "true" or control.get_attribute("type") == "radio", (
            target
        )
    return [text.strip() for text in links.all_inner_texts()]


def test_every_page_fails_once_and_the_receipt_shows_what_was_typed(page: Any) -> None:
    _send(page)
    assert len(_summary(page)) == 3
    _tab_to(page, "[name='movers']")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    _write(page, "full_name", ANSWERS["full_name"])
    _write(page, "email", "taro＠example")
    _send(page)
    assert len(_summary(page)) == 1
    assert page.locator("[name='full_name']").input_value() == ANSWERS["full_name"]
    assert page.locator("[name='movers']:checked").input_value() == "family"
    _write(page, "email", ANSWERS["email"])
    _send(page)

    assert urlsplit(page.url).path == "/when"
    for part, text in zip(("year", "month", "day"), ("2027", "２", "30"), strict=True):
        _write(page, f"moving_date-{part}", text)
    _send(page)
    assert _summary(page) == ["引っ越す日：2027年2月は28日までです。日を直してください。"]
    assert page.locator("[name='moving_date-month']").input_value() == "２"
    for part, number in zip(("year", "month", "day"), (DAY.year, DAY.month, DAY.day), strict=True):
        _write(page, f"moving_date-{part}", str(number))
    _send(page)

    assert urlsplit(page.url).path == "/where"
    _write(page, "city", ANSWERS["city"])
    _send(page)
    assert len(_summary(page)) == 2
    assert page.locator("[name='city']").input_value() == ANSWERS["city"]
    _tab_to(page, "[name='prefecture']")
    page.keyboard.type("東京")
    page.locator("[name='prefecture']").select_option(ANSWERS["prefecture"])
    _write(page, "street", ANSWERS["street"])
    _send(page)

    assert urlsplit(page.url).path == "/check"
    _send(page)
    assert urlsplit(page.url).path == "/receipt"
    text = page.locator("main").inner_text()
    for name, answer in ANSWERS.items():
        assert answer in text.replace("東京都みどり区", "東京都 みどり区"), name


@pytest.mark.parametrize("name", ["who", "when", "where"])
@pytest.mark.parametrize(
    "typed",
    ["", LONG, "\0\x1f<script>", "99999999999999999999"],
    ids=["empty", "10,000 characters", "control characters", "numbers"],
)
def test_a_page_refuses_what_is_impossible_and_keeps_it(app: Any, name: str, typed: str) -> None:
    client = app.test_client()
    client.get("/")
    with client.session_transaction() as session:
        token = session["csrf"]
    fields = {
        "who": ["movers", "full_name", "email"],
        "when": ["moving_date-year", "moving_date-month", "moving_date-day"],
        "where": ["prefecture", "city", "street"],
    }[name]
    response = client.post(f"/{name}", data={"csrf_token": token, **dict.fromkeys(fields, typed)})
    html = response.get_data(as_text=True)
    assert response.status_code == 400
    assert "ds-error-summary" in html
    assert "<script>" not in html
    if typed in (LONG, "99999999999999999999"):
        assert f'value="{typed}"' in html


def test_a_form_without_its_token_is_refused(app: Any) -> None:
    assert app.test_client().post("/who", data={}).status_code == 400


def test_later_pages_lead_back_to_what_is_missing(app: Any) -> None:
    client = app.test_client()
    assert client.get("/check").headers["Location"] == "/who"
    assert client.get("/receipt").headers["Location"] == "/check"
