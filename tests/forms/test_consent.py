"""Nothing counts as consent but the box that was ticked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.forms import ConsentReading, read_consent
from designsys.rendering.examples import example_environment

CHOICES = ["tax", "mail", "photo"]
ERROR = "「※必須」の項目を選んでください。同意できないときは、ほかの方法をお尋ねください。"
CALL = """{% from "designsys/consent.jinja" import consent %}
{{ consent(name, "照会への同意", [
  {"value": "tax", "label": "税を調べることに同意します", "required": true},
  {"value": "mail", "label": "メールを受け取ることに同意します"},
  {"value": "photo", "label": "写真を載せることに同意します", "required": true},
], purpose="決めるため", shared="所得", recipients="税務課", period="1年", withdrawal="電話で", **arguments) }}"""


def render(name: str = "lookup", **arguments: object) -> str:
    return example_environment().from_string(CALL).render(name=name, arguments=arguments)


def test_gives_what_was_ticked_in_the_order_of_the_page() -> None:
    form = {"lookup-photo": "yes", "lookup-tax": "yes"}
    assert read_consent(form, "lookup", CHOICES) == ConsentReading(
        "lookup", ("tax", "mail", "photo"), ("tax", "photo")
    )


@pytest.mark.parametrize("value", ["", "no", "on", "YES", "1", None, [], b"yes", True])
def test_nothing_but_the_macros_own_value_is_consent(value: object) -> None:
    assert read_consent({"lookup-tax": value}, "lookup", CHOICES).given == ()


@given(st.dictionaries(st.text(max_size=12), st.text(max_size=5), max_size=6))
def test_whatever_is_sent_only_choices_that_were_asked_are_given(form: dict[str, str]) -> None:
    reading = read_consent(form, "lookup", CHOICES, required=["tax"])
    assert set(reading.given) == {choice for choice in CHOICES if form.get(f"lookup-{choice}") == "yes"}
    assert bool(reading.error) == ("tax" not in reading.given)


@pytest.mark.parametrize(
    ("form", "href"), [({}, "#lookup"), ({"lookup-tax": "yes"}, "#lookup-3")], ids=["first", "third"]
)
def test_the_summary_leads_to_the_first_choice_missing(form: dict[str, str], href: str) -> None:
    reading = read_consent(
        form, "lookup", CHOICES, required=["tax", "photo"], label="照会への同意", locale="ja"
    )
    assert reading.as_error_items() == [{"text": f"照会への同意：{ERROR}", "href": href}]
    assert f'id="{href[1:]}"' in render(**reading.as_arguments())


@pytest.mark.parametrize("name", ["lookup", "person[0][lookup]"])
def test_reads_the_names_that_the_macro_writes(name: str) -> None:
    names = re.findall(r'type="checkbox"[^>]* name="([^"]+)"', render(name))
    assert len(names) == 3
    assert read_consent(dict.fromkeys(names, "yes"), name, CHOICES).given == ("tax", "mail", "photo")


def test_nothing_is_ticked_beforehand() -> None:
    assert " checked" not in render()


def test_only_what_was_ticked_comes_back_ticked() -> None:
    ticked = re.findall(r'name="([^"]+)"[^>]* checked', render(values=["mail"]))
    assert ticked == ["lookup-mail"]


def test_each_choice_says_whether_it_is_required() -> None:
    labels = re.findall(r'class="ds-field__mark"[^>]*>([^<]+)<', render())
    assert labels == ["※必須", "任意", "※必須"]
