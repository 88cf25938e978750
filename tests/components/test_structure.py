"""No text, wherever a call takes one, changes the structure of the HTML around it.

The HTML is parsed as browsers do and compared, as a tree, with that of the same call on plain text.
Everything is derived from the catalogue: each parameter, item key and part that takes text is a place.
"""

from __future__ import annotations

import atexit
import copy
import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Template
from markupsafe import escape

from designsys.catalogue import Component, Key, load
from designsys.rendering.contract_error import ContractError
from designsys.rendering.examples import example_environment

LONGEST = 10_000
EXAMPLES = 600
PLAIN = "plaintext"
# Types whose text is printed as it is; of the others some text is refused, which is as good.
PRINTED = {"text", "value", "errors", "content", "rows"}
TEXTS = {*PRINTED, "string", "name", "id", "url", "list"}
REFERENCES = (
    "for",
    "list",
    "headers",
    "popovertarget",
    "aria-describedby",
    "aria-labelledby",
    "aria-controls",
)
REFERENCES += ("aria-owns", "aria-details", "aria-errormessage", "aria-activedescendant")

MARKUP = [
    "<", ">", "&", '"', "'", "`", "=", "/", "<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&lt;", "&quot",
    "<script>alert(1)</script>", "</script>", "</textarea>", "</title>", "</select>", "</option>", "</fieldset>",
    "</form>", "</table>", "<p>", "</p>", "<svg onload=x>", "<img src=x onerror=y>", '" onfocus="x', "' autofocus '",
    "{{ 7 * 7 }}", "{% raw %}", "%(name)s", "{number}", "javascript:x",
]  # fmt: skip
CONTROLS = [chr(code) for code in (*range(0x00, 0x20), 0x7F, *range(0x80, 0xA0), 0xFFFE, 0xFFFF)]
BIDI = [chr(code) for code in (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C)]
SURROGATES = ["\ud83d\ude00", "\ud83d", "\ude00", "\udfff\ud800"]
HOSTILE = "x" + "".join((*MARKUP, *CONTROLS, *BIDI, *SURROGATES))

pieces = st.sampled_from([*MARKUP, *CONTROLS, *BIDI, *SURROGATES]) | st.text(max_size=20)
texts = st.builds(
    lambda parts, times: ("".join(parts) * times)[:LONGEST],
    st.lists(pieces, min_size=1, max_size=30),
    st.sampled_from([1, 1, 1, 2, 7, LONGEST]),
).filter(lambda text: bool(text) and not text.isspace())


@dataclass(frozen=True)
class Place:
    """A place of a call that takes text.

    :param component: the component's name.
    :param path: parameter, then index or key, down to the text.
    :param type: the contract's type.
    """

    component: str
    path: tuple[str | int, ...]
    type: str

    @property
    def id(self) -> str:
        return ".".join(map(str, (self.component, *self.path)))


def _first(key: Key) -> Any:
    """The least value that a required key takes."""
    if key.values:
        return key.values[0]
    if key.type in ("items", "rows"):
        least = max(key.minimum or 1, 1)
        item = {inner.name: _first(inner) for inner in key.keys if inner.required} or [PLAIN]
        return [copy.deepcopy(item) for _ in range(least)]
    if key.type == "parts":
        return {inner.name: _first(inner) for inner in key.keys if inner.required}
    return {"boolean": True, "integer": key.minimum or 1, "list": [], "attributes": {}}.get(key.type, PLAIN)


@cache
def base(name: str) -> dict[str, Any]:
    """Arguments for a call: those of all examples together, the first that gives one."""
    component = load()[name]
    arguments: dict[str, Any] = {}
    for example in component.examples:
        for key, value in example.localized("ja").items() if example.template is None else ():
            arguments.setdefault(key, value)
    for parameter in component.parameters:
        if parameter.required or (parameter.type == "content" and not component.blocks):
            arguments.setdefault(parameter.name, _first(parameter))
        if parameter.type == "items" and isinstance(arguments.get(parameter.name), list):
            arguments[parameter.name] = [_item(item) for item in arguments[parameter.name]]
    return arguments


def _item(item: Any) -> Any:
    return dict(zip(("value", "label"), item, strict=True)) if isinstance(item, (list, tuple)) else item


def _places(component: Component, key: Key, path: tuple[str | int, ...]) -> Iterator[Place]:
    if key.type == "attributes":
        yield Place(component.name, (*path, "data-text"), key.type)
    elif key.type in ("items", "parts"):
        for inner in key.keys:
            yield from _places(
                component, inner, (*path, 0, inner.name) if key.type == "items" else (*path, inner.name)
            )
    elif key.type == "rows":
        yield Place(component.name, (*path, 0, 0), key.type)
    elif key.type in TEXTS and not key.values:
        yield Place(component.name, (*path, 0) if key.type == "list" else path, key.type)


def _with(arguments: dict[str, Any], place: Place, text: str) -> dict[str, Any]:
    """The arguments with ``text`` at the place; what is missing on the way is made."""
    arguments = copy.deepcopy(arguments)
    holder: Any = arguments
    component = load()[place.component]
    key: Key = component.by_name[str(place.path[0])]
    for step, after in zip(place.path, place.path[1:], strict=False):
        if isinstance(holder, dict):
            if not isinstance(holder.get(step), (dict, list)):
                holder[step] = [] if isinstance(after, int) else {}
            if step != place.path[0]:
                key = key.keys_by_name.get(str(step), key)
        elif len(holder) == 0:
            holder.append({inner.name: _first(inner) for inner in key.keys if inner.required} or [])
        holder = holder[step]
    if isinstance(holder, list) and len(holder) <= int(place.path[-1]):
        holder.append(text)
    else:
        holder[place.path[-1]] = text
    return arguments


@cache
def manifest() -> str:
    """A folder that looks built: pages name the files in it, and nothing here opens them."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    files = {"designsys.css": "designsys.1.css", "designsys.js": "designsys.2.js"}
    Path(folder, "manifest.json").write_text(json.dumps({"files": files}), encoding="utf-8")
    return folder


@cache
def template(name: str) -> Template:
    environment = example_environment(assets=("/static/designsys/", manifest()))
    if load()[name].blocks:
        return environment.from_string(f'{{% extends "designsys/{name}.jinja" %}}')
    return environment.from_string(
        f'{{% from "designsys/{name}.jinja" import {name} %}}{{{{ {name}(**arguments) }}}}'
    )


def render(place: Place, text: str) -> str:
    arguments = _with(base(place.component), place, text)
    whole = bool(load()[place.component].blocks)
    return (
        template(place.component).render(**arguments)
        if whole
        else template(place.component).render(arguments=arguments)
    )


def parse(html: str) -> Element:
    if html.lower().startswith("<!doctype"):
        return html5lib.parse(html, namespaceHTMLElements=False)
    return html5lib.parseFragment(html, namespaceHTMLElements=False)


@cache
def plain(place: Place) -> Element | None:
    """The tree of the call on plain text; None where the other arguments do not go together with it."""
    try:
        return parse(render(place, PLAIN))
    except ContractError:
        return None


@cache
def places() -> list[Place]:
    return [
        place
        for component in load()
        for parameter in component.parameters
        for place in _places(component, parameter, (parameter.name,))
        if plain(place) is not None
    ]


def difference(wanted: Element, found: Element, where: str = "") -> str | None:
    """Where two trees differ in elements, attributes, or a value that the text is no part of; None if nowhere."""
    where = f"{where}/{wanted.tag}"
    if (wanted.tag, set(wanted.attrib), len(wanted)) != (found.tag, set(found.attrib), len(found)):
        return f"{where}: {wanted.tag} {sorted(wanted.attrib)} {len(wanted)} became {found.tag} {sorted(found.attrib)} {len(found)}"
    for name, value in wanted.attrib.items():
        # A macro may write it in capitals.
        if PLAIN not in value.lower() and value != found.attrib[name]:
            return f"{where}@{name}: {value!r} became {found.attrib[name]!r}"
    return next(filter(None, map(difference, wanted, found, [where] * len(wanted))), None)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, (dict, list, tuple)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)
    elif isinstance(value, str):
        yield value


def _as_read(text: str) -> str:
    """The text as a parser reads it in an attribute: some characters become U+FFFD."""
    return parse(f'<p id="{escape(text)}">')[0].attrib["id"]


def ids_at_fault(tree: Element, arguments: dict[str, Any]) -> list[str]:
    """Ids that stand twice, and references to none, but for those that the caller gave."""
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    ids = [element.attrib["id"] for element in elements if "id" in element.attrib]
    twice = {id for id in ids if ids.count(id) > 1}
    spaced = {id for id in ids if not id or re.search(r"[\t\n\f\r ]", id)}
    named = {
        word
        for element in elements
        for attribute in REFERENCES
        for word in re.split(r"[\t\n\f\r ]+", element.attrib.get(attribute, ""))
        if word
    }
    unmet = named - set(ids)
    return sorted(twice | spaced | (unmet and unmet - set(map(_as_read, _strings(arguments)))))


def judge(place: Place, text: str) -> None:
    try:
        html = render(place, text)
    except ContractError:
        assert place.type not in PRINTED, "text that people write was refused"
        return
    tree, wanted = parse(html), plain(place)
    assert wanted is not None
    assert difference(wanted, tree) is None
    assert ids_at_fault(tree, _with(base(place.component), place, text)) == []


@given(place=st.deferred(lambda: st.sampled_from(places())), text=texts)
@settings(max_examples=EXAMPLES)
def test_no_text_changes_the_structure(place: Place, text: str) -> None:
    judge(place, text)


@pytest.mark.parametrize("place", places(), ids=lambda place: place.id)
def test_markup_controls_and_surrogates_stay_text(place: Place) -> None:
    judge(place, HOSTILE)


def test_every_component_is_judged(component: Any) -> None:
    """A component whose call cannot be made from its contract and examples would be passed over."""
    texts = [
        parameter for parameter in component.parameters if parameter.type in PRINTED and not parameter.values
    ]
    judged = {place.path[0] for place in places() if place.component == component.name}
    assert {parameter.name for parameter in texts} <= judged


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<p><b title="plaintext">plaintext</b></p>', False),
        ('<p><b title="&lt;">x</b></p>', False),
        ("<p><b>x</b></p>", True),
        ('<p><b title="x" onclick="y">x</b></p>', True),
        ('<p><b title="x"><i>x</i></b></p>', True),
        ('<p><b title="x">x</b></p><script></script>', True),
    ],
)
def test_the_comparison_sees_what_text_must_not_do(html: str, fault: bool) -> None:
    wanted = parse('<p><b title="plaintext">plaintext</b></p>')
    assert bool(difference(wanted, parse(html))) == fault


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ('<p id="a"></p><label for="a"></label>', []),
        ('<p id="a"></p><p id="a"></p>', ["a"]),
        ('<input aria-describedby="a b"><p id="a"></p>', ["b"]),
        ('<p id="a b"></p>', ["a b"]),
    ],
)
def test_ids_at_fault_are_seen(html: str, faults: list[str]) -> None:
    assert ids_at_fault(parse(html), "") == faults
