"""Adding and removing household members through whole pages, by keyboard, with script and without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import pytest

from designsys.forms import read_repeat_group
from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "転居届" %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/repeat_group.jinja" import repeat_group %}
{% from "designsys/text_input.jinja" import text_input %}
{% from "designsys/button.jinja" import button %}
{% set people = [] %}
{% for person in reading["items"] %}
{% set fields %}{{ text_input(reading.names[loop.index0] ~ "[name]", "家族の氏名", value=person.name, error=errors[loop.index0]) }}{% endset %}
{% set _ = people.append({"content": fields}) %}
{% endfor %}
{% block content %}
{% call form(action="/household", errors=summary) %}
{{ text_input("address", "新しい住所") }}
{{ repeat_group("person", "いっしょに移る家族", people, item_label="家族", add_text="家族を加える", maximum=3, hint="世帯主も書きます", **reading.as_arguments()) }}
{{ button("確認へ進む", name="go", value="on") }}
{% endcall %}
{% endblock %}
"""
ERROR = "2人目の氏名を入れてください"


class Service:
    """A city's page, as it would answer each request."""

    def __init__(self, assets: Any) -> None:
        self.template = example_environment(assets=("/static/designsys/", assets)).from_string(PAGE)
        self.sent: dict[str, list[str]] = {}

    def page(self, wrong: bool = False) -> str:
        form = {name: values[0] for name, values in self.sent.items()}
        reading = read_repeat_group(form, "person", maximum=3)
        summary = [{"text": ERROR, "href": "#person-1-name"}] if wrong else []
        return self.template.render(
            reading=reading, errors=[None, ERROR if wrong else None, None], summary=summary
        )

    def answer(self, route: Any) -> None:
        self.sent = parse_qs(route.request.post_data or "", keep_blank_values=True)
        route.fulfill(body=self.page(), content_type="text/html; charset=utf-8")


@pytest.fixture(scope="module")
def service(assets: Any) -> Service:
    return Service(assets)


@pytest.fixture(scope="module", params=[True, False], ids=["script", "noscript"])
def context(request: Any, browser: Any) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=request.param)
    yield context
    context.close()


@pytest.fixture
def page(context: Any, site: Any, service: Service) -> Iterator[Any]:
    page = context.new_page()
    page.route("**/household", service.answer)
    service.sent = {}
    page.goto(site.put("/repeat-group.html", service.page()))
    yield page
    page.close()


def names(page: Any) -> list[str]:
    return [box.input_value() for box in page.get_by_label("家族の氏名").all()]


def focused(page: Any) -> str:
    # A selector, since with scripts off nothing can be evaluated in the page's own world.
    text: str = page.locator(":focus").text_content()
    return text


def filled(page: Any, *texts: str) -> None:
    for number, text in enumerate(texts):
        if number:
            page.get_by_role("button", name="家族を加える").press("Enter")
        page.get_by_label("家族の氏名").nth(number).fill(text)


def test_adding_by_keyboard_leads_to_the_new_heading(page: Any) -> None:
    page.get_by_label("家族の氏名").fill("花子")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="家族 2", level=3).wait_for()
    assert focused(page) == "家族 2"
    assert names(page) == ["花子", ""]
    page.keyboard.press("Tab")
    page.keyboard.type("taro")
    assert names(page) == ["花子", "taro"]


def test_removing_keeps_the_others_and_leads_to_the_one_in_its_place(page: Any) -> None:
    filled(page, "花子", "太郎", "ハル")
    page.get_by_role("button", name="家族 2を消す").press("Space")
    assert names(page) == ["花子", "ハル"]
    assert focused(page) == "家族 2"


def test_the_only_one_cannot_be_removed_and_the_last_one_cannot_be_followed(page: Any) -> None:
    assert page.get_by_role("button", name="消す").count() == 0
    filled(page, "花子", "太郎", "ハル")
    assert page.get_by_role("button", name="家族を加える").count() == 0
    assert page.get_by_text("入れられるのは3件までです。").is_visible()


def test_enter_in_a_box_goes_on_and_removes_nothing(page: Any, service: Service) -> None:
    filled(page, "花子", "太郎")
    page.get_by_label("家族の氏名").first.press("Enter")
    assert "person[remove]" not in service.sent
    assert "person[add]" not in service.sent
    assert names(page) == ["花子", "太郎"]


def test_what_is_sent_is_the_same_with_script_and_without(page: Any, service: Service) -> None:
    filled(page, "花子", "太郎")
    page.get_by_role("button", name="確認へ進む").press("Enter")
    assert service.sent == {
        "address": [""],
        "person[count]": ["2"],
        "person[0][name]": ["花子"],
        "person[1][name]": ["太郎"],
        "go": ["on"],
    }


def test_each_item_is_a_numbered_group_in_the_group(page: Any) -> None:
    filled(page, "花子", "太郎")
    outer = page.get_by_role("group", name="いっしょに移る家族")
    assert outer.get_by_role("group", name="家族 2").get_by_label("家族の氏名").input_value() == "太郎"


def test_the_unseen_button_is_met_by_nobody(page: Any) -> None:
    assert page.get_by_role("button").all_text_contents() == ["家族を加える", "確認へ進む"]
    page.get_by_label("新しい住所").focus()
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("name") == "person[0][name]"


def test_an_error_leads_into_its_item(browser: Any, site: Any, service: Service) -> None:
    service.sent = {"person[0][name]": ["花子"], "person[1][name]": [""]}
    page = browser.new_page()
    page.goto(site.put("/repeat-group-error.html", service.page(wrong=True)))
    page.get_by_role("link", name=ERROR).click()
    assert page.locator(":focus").get_attribute("id") == "person-1-name"
    page.close()


def render(**arguments: Any) -> str:
    source = """{% from "designsys/repeat_group.jinja" import repeat_group %}
    {{ repeat_group("person", "家族", items, item_label=label, add_text="加える", **arguments) }}"""
    items = [{"content": "内容", "attributes": {"id": "own"}}, {"content": "内容", "error": "直してください"}]
    label = arguments.pop("item_label", "家族")
    return example_environment().from_string(source).render(items=items, label=label, arguments=arguments)


def test_words_of_the_service_are_escaped_once() -> None:
    html = render(item_label="A & <b>")
    assert "A &amp; &lt;b&gt; 1" in html
    assert "&amp;amp;" not in html
    assert "<b>" not in html


def test_an_item_has_attributes_and_an_error_of_its_own() -> None:
    html = render()
    assert 'class="ds-repeat-group__item" id="own"' in html
    assert 'id="person-1-error"' in html
    assert 'id="person-0-error"' not in html


@pytest.mark.parametrize(("focus", "place"), [(None, None), (1, "person-1-heading"), (2, "person-add")])
def test_one_thing_at_most_asks_for_focus(focus: int | None, place: str | None) -> None:
    html = render(focus=focus)
    assert html.count(" autofocus") == (place is not None)
    if place:
        assert f'id="{place}"' in html.split(" autofocus")[0].rsplit("<", 1)[1]
