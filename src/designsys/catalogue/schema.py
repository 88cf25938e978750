"""What a contract (``name.toml``) may say: the one table that reading, checking and the JSON Schema share.

It knows shapes only; whether a macro agrees with its contract is for the tests to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["FIELDS", "GROUPS", "TYPES", "Field", "json_schema"]

GROUPS = ("page", "input", "notice", "display")
"""The groups of the catalogue, in the order in which the documentation lists them."""

TYPES = {
    "text": "words for people: str, Markup, a number, a lazy translation, an object with __html__",
    "string": "a word for machines: str",
    "name": "the name that a control is sent under: str, not empty",
    "id": "an HTML id: str without white space",
    "url": "an address: str; javascript: and data: are refused",
    "integer": "a whole number",
    "boolean": "true or false",
    "value": "what a control holds: text or a number",
    "list": "a list of str",
    "items": "a list of mappings, objects, (value, label) pairs, or an Enum",
    "parts": "a mapping or an object with the keys listed",
    "rows": "a list of rows, each a list of text",
    "errors": "text or a list of text; an empty one means no error",
    "attributes": "a mapping of HTML attributes",
    "content": "the call's body, or Markup",
}
"""The types of parameters and item keys, and what each accepts."""


@dataclass(frozen=True)
class Field:
    """One key of a table in a contract.

    :param kind: ``"string"``, ``"boolean"``, ``"integer"``, ``"words"`` (a table of ja and en),
        ``"strings"``, ``"any"``, or the name of a table in :data:`FIELDS` that is repeated.
    :param required: whether the contract must have it.
    :param values: the values allowed, where they are few.
    :param ja: what it means, for the reader of the schema.
    """

    kind: str
    required: bool = False
    values: tuple[str, ...] = ()
    ja: str = ""


_DATED = {
    "since": Field("string", True, ja="この項目が加わった版"),
    "deprecated": Field("string", ja="使わないようにした版"),
    "replaced_by": Field("string", ja="代わりに使うもの"),
    "ja": Field("string", True, ja="説明(日本語)"),
    "en": Field("string", True, ja="説明(英語)"),
}
_VALUE = {
    "name": Field("string", True, ja="名前"),
    "type": Field("string", True, tuple(TYPES), ja="型"),
    "required": Field("boolean", ja="省けないとき true"),
    "values": Field("strings", ja="使える値"),
    "minimum": Field("integer", ja="最小"),
    "maximum": Field("integer", ja="最大"),
    "default": Field("any", ja="省いたときの値"),
    "keys": Field("keys", ja="各項目のキー"),
}

FIELDS: dict[str, dict[str, Field]] = {
    "component": {
        "since": Field("string", True, ja="加わった版"),
        "group": Field("string", True, GROUPS, ja="分類"),
        "order": Field("integer", ja="分類の中での順"),
        "main_element": Field("string", ja="attributes が届く要素"),
        "furniture": Field("boolean", ja="1ページに1つだけ置くもの"),
        "title": Field("words", True, ja="見出し"),
        "summary": Field("words", True, ja="何のためのものか、1文"),
        "criteria": Field("strings", True, ja="役立つ WCAG 2.2 の達成基準"),
        "keyboard": Field("keyboard", ja="キー操作"),
        "blocks": Field("blocks", ja="ページのブロック"),
        "parameters": Field("parameters", ja="引数"),
        "examples": Field("examples", True, ja="例"),
    },
    "keyboard": {
        "keys": Field("string", True, ja="キー"),
        "ja": Field("string", True, ja="働き(日本語)"),
        "en": Field("string", True, ja="働き(英語)"),
    },
    "blocks": {"name": Field("string", True, ja="名前"), **_DATED},
    "parameters": {**_VALUE, "positional": Field("boolean", ja="名前なしで書けるとき true"), **_DATED},
    "keys": {**_VALUE, **_DATED},
    "examples": {
        "name": Field("string", True, ja="例の名前"),
        "title": Field("words", True, ja="見出し"),
        "procedure": Field("words", True, ja="どの手続きの文か"),
        "arguments": Field("any", ja="引数。ja と en の表は言語ごとの値"),
        "body": Field("any", ja="call の中身(Jinja)。文字列か、ja と en の表"),
        "template": Field("any", ja="引数で書けない例の全文(Jinja)。文字列か、ja と en の表"),
        "docs": Field("boolean", ja="サイトに出さないとき false"),
    },
}
"""Every table of a contract and its keys."""

_PLAIN: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "boolean": {"type": "boolean"},
    "integer": {"type": "integer"},
    "strings": {"type": "array", "items": {"type": "string"}},
    "words": {
        "type": "object",
        "properties": {"ja": {"type": "string", "minLength": 1}, "en": {"type": "string", "minLength": 1}},
        "required": ["ja", "en"],
        "additionalProperties": False,
    },
    "any": {},
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a contract, for editors and other tools."""
    tables = {name: _table(fields) for name, fields in FIELDS.items()}
    component = tables.pop("component")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "designsys component contract",
        **component,
        "$defs": tables,
    }


def _table(fields: dict[str, Field]) -> dict[str, Any]:
    properties = {}
    for name, field in fields.items():
        if field.kind in FIELDS:
            property_: dict[str, Any] = {"type": "array", "items": {"$ref": f"#/$defs/{field.kind}"}}
        else:
            property_ = dict(_PLAIN[field.kind])
        if field.values:
            property_["enum"] = list(field.values)
        properties[name] = {**property_, "description": field.ja}
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name, field in fields.items() if field.required],
        "additionalProperties": False,
    }
