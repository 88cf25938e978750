"""The upload as residents use it: choosing, dropping, taking out again, and what is sent with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "写真を送る" %}
{% from "designsys/file_upload.jinja" import file_upload %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/button.jinja" import button %}
{% from "designsys/text_input.jinja" import text_input %}
{% block content %}
{% call form(action="/file_upload.html", method="get") %}
{{ text_input("before", "前の欄") }}
{{ file_upload("photo", "壁の写真", accept=[".jpg", ".pdf"], max_files=3, max_megabytes=1, kept=kept, error=error) }}
{{ file_upload("map", "地図") }}
{{ button("次へ進む") }}
{% endcall %}
{% endblock %}
"""
KEPT = [{"key": "k1", "name": "前.jpg", "size": 2048}]
JPEG = {"name": "壁.jpg", "mimeType": "image/jpeg", "buffer": b"x" * 3000}
PDF = {"name": "図.pdf", "mimeType": "application/pdf", "buffer": b"y" * 100}
DROP = """(zone, files) => {
  const transfer = new DataTransfer();
  for (const [name, size] of files) transfer.items.add(new File(["z".repeat(size)], name));
  for (const type of ["dragenter", "dragover"]) zone.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: transfer}));
  const over = zone.closest("ds-file-upload").hasAttribute("data-over");
  zone.dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: transfer}));
  return [over, zone.closest("ds-file-upload").hasAttribute("data-over")];
}"""
HELD = "[...document.querySelector('#photo').files].map(file => file.name)"


class Service:
    """Puts the page up with what a service would hand to it."""

    def __init__(self, site: Any, assets: Any) -> None:
        self.site = site
        self.environment = example_environment(assets=("/static/designsys/", assets))

    def put(self, kept: Any = None, error: Any = None) -> str:
        html = self.environment.from_string(PAGE).render(kept=kept, error=error)
        address: str = self.site.put("/file_upload.html", html)
        return address


@pytest.fixture(scope="module")
def service(site: Any, assets: Any) -> Service:
    return Service(site, assets)


@pytest.fixture(scope="module")
def tab(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 400, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def scriptless(browser: Any) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(tab: Any, service: Service) -> Any:
    tab.goto(service.put())
    return tab


def rows(page: Any) -> list[str]:
    texts: list[str] = (
        page.locator("#photo >> xpath=ancestor::ds-file-upload").locator("li").all_inner_texts()
    )
    return [" ".join(text.split()) for text in texts]


def said(page: Any) -> str:
    text: str = page.locator("ds-file-upload [role=status]").first.text_content()
    return text


def query(page: Any) -> str:
    with page.expect_navigation():
        page.get_by_role("button", name="次へ進む").click()
    url: str = page.url
    return url.partition("?")[2]


def test_several_choices_add_up_with_name_size_and_state(page: Any) -> None:
    page.locator("#photo").set_input_files([JPEG])
    page.locator("#photo").set_input_files([PDF])
    assert rows(page) == [
        "壁.jpg 送る準備ができました 3 KB 取り消す",
        "図.pdf 送る準備ができました 1 KB 取り消す",
    ]
    assert page.evaluate(HELD) == ["壁.jpg", "図.pdf"]
    assert said(page) == "選んだファイル：2個"


def test_the_same_file_is_held_once(page: Any) -> None:
    page.locator("#photo").evaluate(DROP, [["a.jpg", 5]])
    page.locator("#photo").evaluate(
        "input => { const t = new DataTransfer(); t.items.add(input.files[0]); input.files = t.files;"
        " input.dispatchEvent(new Event('change', {bubbles: true})) }"
    )
    assert page.evaluate(HELD) == ["a.jpg"]


@pytest.mark.parametrize(
    ("name", "size", "words"),
    [
        ("図.dwg", 10, "「図.dwg」は受け取れない種類です。JPG, PDFのファイルを選んでください。"),
        ("大.jpg", 1024 * 1024 + 1, "「大.jpg」は1 MBを超えています。小さくして選び直してください。"),
        ("空.jpg", 0, "「空.jpg」は中身が空です。別のファイルを選んでください。"),
    ],
    ids=["kind", "size", "empty"],
)
def test_what_the_limits_refuse_is_told_and_not_sent(page: Any, name: str, size: int, words: str) -> None:
    page.locator("#photo").evaluate(DROP, [["良.jpeg", 10], [name, size]])
    assert page.evaluate(HELD) == ["良.jpeg"]
    assert rows(page)[1] == f"{name} {words} 取り消す"
    assert said(page) == f"選んだファイル：1個 {words}"


def test_no_more_than_allowed_are_held(tab: Any, service: Service) -> None:
    tab.goto(service.put(kept=KEPT))
    tab.locator("#photo").evaluate(DROP, [["1.jpg", 1], ["2.jpg", 1], ["3.jpg", 1]])
    assert tab.evaluate(HELD) == ["1.jpg", "2.jpg"]
    assert "送れるファイルは3個までです。" in said(tab)


def test_dropping_is_shown_and_taken(page: Any) -> None:
    assert page.locator(".ds-file-upload__limits").first.evaluate(DROP, [["a.jpg", 5]]) == [True, False]
    assert page.evaluate(HELD) == ["a.jpg"]


def test_a_file_is_taken_out_by_keyboard(page: Any) -> None:
    page.locator("#photo").set_input_files([JPEG, PDF])
    page.locator("#photo").focus()
    page.keyboard.press("Tab")
    button = page.locator(":focus")
    described = button.get_attribute("aria-describedby")
    assert page.locator(f'[id="{described}"]').text_content() == "壁.jpg"
    page.keyboard.press("Enter")
    assert page.evaluate(HELD) == ["図.pdf"]
    assert (page.evaluate("document.activeElement.id"), said(page)) == ("photo", "選んだファイル：1個")


def test_a_kept_file_is_taken_out_with_its_key(tab: Any, service: Service) -> None:
    tab.goto(service.put(kept=KEPT))
    assert rows(tab) == ["前.jpg 受け取りました 2 KB 取り消す"]
    tab.get_by_role("button", name="取り消す").click()
    assert (rows(tab), "photo-kept" in query(tab)) == ([], False)


def test_one_file_at_most_is_replaced(page: Any) -> None:
    page.locator("#map").set_input_files([JPEG])
    page.locator("#map").set_input_files([PDF])
    assert page.evaluate("[...document.querySelector('#map').files].map(file => file.name)") == ["図.pdf"]


def test_the_same_is_sent_with_and_without_script(page: Any, scriptless: Any, service: Service) -> None:
    address = service.put(kept=KEPT)
    page.goto(address)
    scriptless.goto(address)
    for tab in (page, scriptless):
        tab.locator("#photo").set_input_files([JPEG])
    assert query(page) == query(scriptless)


def test_without_script_files_are_added_and_taken_back_by_submitting(
    scriptless: Any, service: Service
) -> None:
    scriptless.goto(service.put(kept=KEPT))
    assert scriptless.locator("#photo").get_attribute("multiple") is None
    with scriptless.expect_navigation():
        scriptless.get_by_role("button", name="このファイルを加える").click()
    assert "photo-add=1" in scriptless.url
    scriptless.goto(service.put(kept=KEPT))
    with scriptless.expect_navigation():
        scriptless.get_by_role("button", name="取り消す").click()
    assert "photo-remove=k1" in scriptless.url


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_enter_in_a_text_takes_no_file_out(tab: Any, scriptless: Any, service: Service, script: bool) -> None:
    page = tab if script else scriptless
    page.goto(service.put(kept=KEPT))
    page.get_by_label("前の欄").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "photo-remove" not in page.url
    assert "photo-kept=k1" in page.url


def test_says_that_files_are_being_sent(page: Any) -> None:
    page.locator("#photo").set_input_files([JPEG])
    page.evaluate("document.forms[0].addEventListener('submit', event => event.preventDefault())")
    page.get_by_role("button", name="次へ進む").click()
    assert said(page) == "ファイルを送っています。そのままお待ちください。"


def test_limits_stand_before_the_input_and_describe_it(tab: Any, service: Service) -> None:
    tab.goto(service.put(error="写真を選んでください"))
    assert tab.locator("#photo").get_attribute("aria-describedby") == "photo-limits photo-error"
    words = tab.locator("#photo-limits").inner_text()
    assert words.split("\n") == ["ファイルの種類：JPG, PDF", "1つの大きさ：1 MBまで", "ファイルの数：3個まで"]
    assert tab.locator("#photo").get_attribute("accept") == ".jpg,.jpeg,image/jpeg,.pdf,application/pdf"


def test_files_are_there_after_being_moved_and_after_back(page: Any) -> None:
    page.locator("#photo").set_input_files([JPEG])
    page.evaluate("const e = document.querySelector('ds-file-upload'); e.parentNode.append(e)")
    page.locator("#photo").set_input_files([PDF])
    assert (page.evaluate(HELD), len(rows(page))) == (["壁.jpg", "図.pdf"], 2)
    query(page)
    page.go_back()
    assert len(rows(page)) == len(page.evaluate(HELD))


@pytest.mark.parametrize(
    "state",
    [
        "input.disabled = true",
        "input.setAttribute('aria-invalid', 'true')",
        "input.closest('ds-file-upload').toggleAttribute('data-over', true)",
    ],
    ids=["disabled", "invalid", "over"],
)
def test_states_differ_in_forced_colours(browser: Any, service: Service, state: str) -> None:
    context = browser.new_context(viewport={"width": 400, "height": 800}, forced_colors="active")
    page = context.new_page()
    page.goto(service.put())
    zone = page.locator(".ds-file-upload__chooser").first
    before = zone.screenshot()
    page.locator("#photo").evaluate(f"input => {{ {state} }}")
    assert zone.screenshot() != before
    context.close()
