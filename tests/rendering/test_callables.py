"""A call of a component: what it takes, what it refuses, and what each mode does about a fault."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from markupsafe import Markup

from designsys import ContractError

Render = Callable[..., str]

# One wrong call of each kind: what is called, what the error says, and a trace of it in the HTML
# when the mode lets it pass with the default in its place.
FAULTS = {
    "unknown parameter": ("sample('a', 'A', hnit='x')", "there is no parameter 'hnit'; did you mean 'hint'?"),
    "value outside its set": (
        "sample('a', 'A', kind='lou')",
        "'kind' cannot be 'lou'; did you mean 'loud'? Allowed: calm, loud.",
    ),
    "wrong type": ("sample('a', 'A', hint=['x'])", "'hint' must be text, not list."),
    "bytes": ("sample('a', 'A', hint=data)", "'hint' must be text, not bytes."),
    "text for a boolean": ("sample('a', 'A', required='yes')", "'required' must be true or false, not str."),
    "number out of range": ("sample('a', 'A', count=7)", "'count' is 7; it must be in 1..6."),
    "text for a number": ("sample('a', 'A', count='2')", "'count' must be a whole number, not str."),
    "white space in an id": (
        "sample('a', 'A', id='a b')",
        "'id' is 'a b'; an id has at least one character and no white space.",
    ),
    "event handler": (
        "sample('a', 'A', attributes={'onclick': 'x()'})",
        "'attributes': 'onclick' is an event handler; listen in a script file instead.",
    ),
    "style attribute": (
        "sample('a', 'A', attributes={'style': 'color:red'})",
        "'attributes': 'style' breaks a strict Content-Security-Policy; use a class.",
    ),
    "attribute set by the component": (
        "sample('a', 'A', attributes={'data-kind': 'x'})",
        "'attributes': 'data-kind' is set by the component; use its parameter.",
    ),
    "script address": (
        "sample('a', 'A', href='java\\nscript:x()')",
        "'href' holds an address that runs a script.",
    ),
    "unknown key of an item": (
        "sample('a', 'A', [{'value': 1, 'label': 'B', 'hnit': 'x'}])",
        "'items[0]' has no key 'hnit'; did you mean 'hint'?",
    ),
    "text for items": ("sample('a', 'A', 'xyz')", "'items' must be a list of items, not str."),
    "undefined variable": ("sample('a', 'A', hint=hnt)", "'hint' got the undefined variable 'hnt'."),
    "too many positional": (
        "sample('a', 'A', [], 'x')",
        "takes 3 values without a name (name, label, items), not 4; name the others.",
    ),
}

# What no mode lets pass: without it a control has no name, or is never sent.
ALWAYS = {
    "no label": ("sample('a')", "'label' is required."),
    "none for a label": ("sample('a', none)", "'label' is required."),
    "empty label": ("sample('a', ' ')", "'label' is empty."),
    "empty name": ("sample('', 'A')", "'name' is empty."),
    "undefined label": ("sample('a', errors.label)", "'label' got the undefined 'label'."),
    "item without label": ("sample('a', 'A', [{'value': 1}])", "'items[0]' lacks 'label'."),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_error_mode_raises(render: Render, fault: str) -> None:
    call, sentence = FAULTS[fault]
    with pytest.raises(ContractError) as caught:
        render("\n{{ " + call + " }}", data=b"x", errors={})
    assert caught.value.en == f"page.html:2: sample: {sentence}"
    assert caught.value.component == "sample"
    assert (caught.value.template, caught.value.line) == ("page.html", 2)


@pytest.mark.parametrize("fault", FAULTS)
def test_log_mode_renders_and_logs_once_a_call_site(
    render: Render, fault: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "en")
    call, sentence = FAULTS[fault]
    with caplog.at_level(logging.WARNING, "designsys"):
        html = render(
            "{% for i in [1, 2] %}{{ " + call + " }}{% endfor %}", check="log", data=b"x", errors={}
        )
    assert html.count("<b>A</b>") == 2
    assert [record.getMessage() for record in caplog.records] == [f"page.html:1: sample: {sentence}"]
    assert 'data-kind="calm"' in html
    assert "onclick" not in html
    assert "script:" not in html


@pytest.mark.parametrize("fault", FAULTS)
def test_off_mode_is_silent(render: Render, fault: str, caplog: pytest.LogCaptureFixture) -> None:
    call, _ = FAULTS[fault]
    html = render("{{ " + call + " }}", check="off", data=b"x", errors={})
    assert "<b>A</b>" in html
    assert "onclick" not in html
    assert "script:" not in html
    assert caplog.records == []


@pytest.mark.parametrize("check", ["error", "log", "off"])
@pytest.mark.parametrize("fault", ALWAYS)
def test_every_mode_refuses_a_control_without_name(render: Render, fault: str, check: str) -> None:
    call, sentence = ALWAYS[fault]
    with pytest.raises(ContractError) as caught:
        render("{{ " + call + " }}", check=check, errors={})
    assert caught.value.en == f"page.html:1: sample: {sentence}"


def test_the_error_speaks_japanese(render: Render, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "ja")
    with pytest.raises(ContractError) as caught:
        render("{{ sample('a', 'A', lable='x') }}")
    assert (
        str(caught.value) == "page.html:1: sample：「lable」という引数はありません。「label」のことですか。"
    )
    assert caught.value.near == "label"


def test_a_value_given_twice_is_refused(render: Render) -> None:
    with pytest.raises(ContractError, match="'label'"):
        render("{{ sample('a', 'A', label='B') }}")


def test_a_body_is_rendered_once_and_after_the_checks(render: Render) -> None:
    calls: list[int] = []
    html = render(
        "{% call sample('a', 'A') %}<p>{{ note() }}</p>{% endcall %}", note=lambda: calls.append(1) or "x"
    )
    assert "<main><p>x</p></main>" in html
    assert calls == [1]
    with pytest.raises(ContractError):
        render("{% call sample('a', 'A', kind='?') %}{{ note() }}{% endcall %}", note=lambda: calls.append(1))
    assert calls == [1]


@pytest.mark.parametrize("given", [None, [], (), "", [""]])
def test_no_error_is_no_error(render: Render, given: object) -> None:
    assert "<em>" not in render("{{ sample('a', 'A', error=given) }}", given=given)


def test_markup_passes_and_text_is_escaped(render: Render) -> None:
    html = render("{{ sample('a', a, hint=b) }}", a=Markup("<s>x</s>"), b="<s>y</s>")
    assert "<b><s>x</s></b>" in html
    assert "<i>&lt;s&gt;y&lt;/s&gt;</i>" in html
