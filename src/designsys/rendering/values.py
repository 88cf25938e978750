"""What a call may give for each type of a contract: checks a value and makes it ready to print.

One function a type, each ``check(value, key, call, path)``. It returns the value to render, or
``missing`` for "not given", and hands a fault to ``call``, which knows whether to raise, log or let
pass. Names and defaults are the business of :mod:`designsys.rendering.callables`.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Protocol

from jinja2 import Undefined
from jinja2.utils import missing
from markupsafe import Markup, escape

from designsys.catalogue import Key
from designsys.errors import nearest
from designsys.rendering.attributes import Attributes, refusal, unsafe_url

__all__ = ["CHECKS", "Call", "Check", "is_undefined"]


class Call(Protocol):
    """The call in progress, as the checks see it."""

    def refuse(
        self,
        parameter: str,
        given: object,
        *,
        en: str,
        ja: str,
        allowed: tuple[str, ...] = (),
        near: str | None = None,
    ) -> Any:
        """Take note of a fault: raise, or return what stands in for the value."""

    def require(self, parameter: str, given: object, *, en: str, ja: str) -> None:
        """Raise, in every mode: the component cannot be rendered accessibly without this."""


Check = Callable[[Any, Key, Call, str], Any]


def is_undefined(value: object, key: Key, call: Call, path: str) -> bool:
    """Whether ``value`` is an Undefined that means "not given".

    One that comes of a mistyped variable, or stands where a value is required, is a fault.
    """
    if not isinstance(value, Undefined):
        return False
    name = value._undefined_name
    if key.required:
        call.require(
            path,
            None,
            en=f"'{path}' got the undefined '{name}'.",
            ja=f"「{path}」に渡した「{name}」がありません。",
        )
    elif value._undefined_obj is missing:
        call.refuse(
            path,
            None,
            en=f"'{path}' got the undefined variable '{name}'.",
            ja=f"「{path}」に渡した変数「{name}」がありません。",
        )
    return True


def _wrong(value: object, call: Call, path: str, en: str, ja: str) -> Any:
    shown = type(value).__name__
    return call.refuse(
        path,
        value,
        en=f"'{path}' must be {en}, not {shown}.",
        ja=f"「{path}」には{ja}を渡してください（いまは {shown}）。",
    )


def _plain_text(value: Any) -> Any:
    """A text to print, or ``missing`` where the value is none."""
    if isinstance(value, enum.Enum):
        value = value.value
    if isinstance(value, (str, int, float, Decimal)) and not isinstance(value, bool):
        return value
    if hasattr(value, "__html__"):
        return Markup(value.__html__())
    # Lazy translations of Django, Flask-Babel and WTForms are no str, but have its methods.
    if hasattr(value, "encode") and hasattr(value, "lower"):
        return str(value)
    return missing


def text(value: Any, key: Key, call: Call, path: str) -> Any:
    """Words for people."""
    kind = type(value)
    if kind is not str and kind is not Markup:
        if is_undefined(value, key, call, path):
            return missing
        plain = _plain_text(value)
        if plain is missing:
            return _wrong(value, call, path, "text", "文字列")
        value = plain
    if key.required and (value == "" or (isinstance(value, str) and value.isspace())):
        call.require(path, value, en=f"'{path}' is empty.", ja=f"「{path}」が空です。")
    if key.values and value not in key.values:
        return _outside(value, key, call, path)
    return value


def string(value: Any, key: Key, call: Call, path: str) -> Any:
    """A word for machines."""
    if type(value) is not str:
        if is_undefined(value, key, call, path):
            return missing
        if isinstance(value, enum.Enum):
            value = value.value
        if not isinstance(value, str):
            return _wrong(value, call, path, "a str", "文字列")
    if key.values and value not in key.values:
        return _outside(value, key, call, path)
    return value


def _outside(value: Any, key: Key, call: Call, path: str) -> Any:
    near = nearest(str(value), key.values)
    allowed = ", ".join(key.values)
    return call.refuse(
        path,
        value,
        en=f"'{path}' cannot be '{value}'"
        + (f"; did you mean '{near}'?" if near else ";")
        + f" Allowed: {allowed}.",
        ja=f"「{path}」に「{value}」は使えません。"
        + (f"「{near}」のことですか。" if near else "")
        + f"使えるのは {allowed} です。",
        allowed=key.values,
        near=near,
    )


def name(value: Any, key: Key, call: Call, path: str) -> Any:
    """The name that a control is sent under."""
    value = string(value, key, call, path)
    if key.required and value is not missing and not str(value).strip():
        call.require(path, value, en=f"'{path}' is empty.", ja=f"「{path}」が空です。")
    return value


def html_identifier(value: Any, key: Key, call: Call, path: str) -> Any:
    """An HTML id: at least one character and no white space (HTML § 3.2.6)."""
    value = string(value, key, call, path)
    if isinstance(value, str) and (not value or any(character.isspace() for character in value)):
        return call.refuse(
            path,
            value,
            en=f"'{path}' is '{value}'; an id has at least one character and no white space.",
            ja=f"「{path}」の「{value}」は id にできません。空白のない1文字以上にしてください。",
        )
    return value


def url(value: Any, key: Key, call: Call, path: str) -> Any:
    """An address that runs no script; refused in every mode, since it is a hole and not a slip."""
    value = string(str(value) if hasattr(value, "__html__") else value, key, call, path)
    if isinstance(value, str) and unsafe_url(value):
        call.refuse(
            path,
            value,
            en=f"'{path}' holds an address that runs a script.",
            ja=f"「{path}」にスクリプトを動かす URL は書けません。",
        )
        return missing
    return value


def boolean(value: Any, key: Key, call: Call, path: str) -> Any:
    """True or false."""
    if value is True or value is False or is_undefined(value, key, call, path):
        return value if isinstance(value, bool) else missing
    return _wrong(value, call, path, "true or false", " true か false ")


def integer(value: Any, key: Key, call: Call, path: str) -> Any:
    """A whole number between the key's minimum and maximum."""
    if type(value) is not int:
        if is_undefined(value, key, call, path):
            return missing
        return _wrong(value, call, path, "a whole number", "整数")
    span = _broken_span(value, key)
    if span:
        return call.refuse(
            path,
            value,
            en=f"'{path}' is {value}; it must be in {span}.",
            ja=f"「{path}」の {value} は使えません。{span} の範囲にしてください。",
            allowed=(span,),
        )
    return value


def _broken_span(number: int, key: Key) -> str | None:
    """The key's minimum and maximum, when ``number`` is outside of them."""
    low, high = key.minimum, key.maximum
    if (low is None or number >= low) and (high is None or number <= high):
        return None
    return f"{'' if low is None else low}..{'' if high is None else high}"


def value_(value: Any, key: Key, call: Call, path: str) -> Any:
    """What a control holds."""
    if type(value) is str:
        return value
    if is_undefined(value, key, call, path):
        return missing
    plain = _plain_text(value)
    return _wrong(value, call, path, "text or a number", "文字列か数") if plain is missing else plain


def list_(value: Any, key: Key, call: Call, path: str) -> Any:
    """A list of strings; what is chosen among items is compared as text."""
    if is_undefined(value, key, call, path):
        return missing
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        _wrong(value, call, path, "a list", "リスト")
        return missing
    strings = [str(item.value if isinstance(item, enum.Enum) else item) for item in value]
    if key.values:
        for item in strings:
            if item not in key.values:
                _outside(item, key, call, path)
        return [item for item in strings if item in key.values]
    return strings


def errors(value: Any, key: Key, call: Call, path: str) -> Any:
    """One text or several; none at all means that there is no error."""
    if type(value) is str:
        return value or missing
    if is_undefined(value, key, call, path):
        return missing
    # Before __html__: Django's ErrorList is a list and would print a <ul> of its own.
    if isinstance(value, (list, tuple)):
        texts = [_plain_text(item) for item in value]
        if any(item is missing for item in texts):
            return _wrong(value, call, path, "a list of text", "文字列のリスト")
        return Markup("<br>").join(escape(item) for item in texts) or missing
    plain = _plain_text(value)
    if plain is missing:
        _wrong(value, call, path, "text or a list of text", "文字列か、そのリスト")
    return plain or missing


def content(value: Any, key: Key, call: Call, path: str) -> Any:
    """A body: Markup as it is, other text escaped."""
    return text(value, key, call, path)


def attributes(value: Any, key: Key, call: Call, path: str) -> Any:
    """HTML attributes of the caller's."""
    if is_undefined(value, key, call, path):
        return missing
    if not isinstance(value, Mapping):
        _wrong(value, call, path, "a mapping", "マッピング")
        return missing
    kept = {}
    for attribute, given in value.items():
        reason = refusal(attribute, given)
        if reason is None:
            kept[attribute] = given
        else:
            en, ja = reason
            call.refuse(
                path, attribute, en=f"'{path}': '{attribute}' {en}.", ja=f"「{path}」の「{attribute}」{ja}。"
            )

    def clash(attribute: str) -> None:
        call.refuse(
            path,
            attribute,
            en=f"'{path}': '{attribute}' is set by the component; use its parameter.",
            ja=f"「{path}」の「{attribute}」はコンポーネントが決めます。引数で指定してください。",
        )

    return Attributes(kept, clash)


def items(value: Any, key: Key, call: Call, path: str) -> Any:
    """A list whose every item becomes a mapping with all the keys of the contract; as many as the key allows."""
    if is_undefined(value, key, call, path):
        return missing
    if isinstance(value, type) and issubclass(value, enum.Enum):
        value = [(member.value, getattr(member, "label", member.name)) for member in value]
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        _wrong(value, call, path, "a list of items", "項目のリスト")
        return missing
    given = [_item(item, key, call, f"{path}[{index}]") for index, item in enumerate(value)]
    span = _broken_span(len(given), key)
    if span:
        call.refuse(
            path,
            len(given),
            en=f"'{path}' has {len(given)} items; their number must be in {span}.",
            ja=f"「{path}」が {len(given)} 個あります。{span} の範囲にしてください。",
            allowed=(span,),
        )
    # Where a fault is only logged, all of them are shown: a resident must not miss any.
    return given


def parts(value: Any, key: Key, call: Call, path: str) -> Any:
    """A mapping, or an object, with the keys of the contract."""
    return missing if is_undefined(value, key, call, path) else _item(value, key, call, path)


def _item(item: Any, key: Key, call: Call, path: str) -> dict[str, Any]:
    keys = key.keys_by_name
    if isinstance(item, (list, tuple)) and len(item) == 2 and "value" in keys and "label" in keys:
        item = {"value": item[0], "label": item[1]}
    elif not isinstance(item, Mapping):
        if (
            isinstance(item, (str, bytes, int, float, list, tuple))
            or item is None
            or isinstance(item, Undefined)
        ):
            _wrong(item, call, path, "a mapping or an object", "マッピングかオブジェクト")
            item = {}
        else:
            item = {name: getattr(item, name) for name in keys if hasattr(item, name)}
    result = {name: inner.default for name, inner in keys.items()}
    for given, value in item.items():
        inner = keys.get(given)
        if inner is None:
            near = nearest(str(given), keys)
            call.refuse(
                f"{path}.{given}",
                value,
                en=f"'{path}' has no key '{given}'" + (f"; did you mean '{near}'?" if near else "."),
                ja=f"「{path}」に「{given}」というキーはありません。"
                + (f"「{near}」のことですか。" if near else ""),
                allowed=tuple(keys),
                near=near,
            )
        elif value is not None:
            checked = CHECKS[inner.type](value, inner, call, f"{path}.{given}")
            if checked is not missing:
                result[given] = checked
    for name, inner in keys.items():
        if inner.required and result[name] is None:
            call.require(
                f"{path}.{name}",
                None,
                en=f"'{path}' lacks '{name}'.",
                ja=f"「{path}」に「{name}」がありません。",
            )
    return result


def rows(value: Any, key: Key, call: Call, path: str) -> Any:
    """A table's rows, each a list of text."""
    if is_undefined(value, key, call, path):
        return missing
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        _wrong(value, call, path, "a list of rows", "行のリスト")
        return missing
    result = []
    for index, row in enumerate(value):
        if isinstance(row, (str, bytes, Mapping)) or not isinstance(row, Iterable):
            _wrong(row, call, f"{path}[{index}]", "a list of text", "文字列のリスト")
            continue
        cells = [
            text("" if cell is None else cell, key, call, f"{path}[{index}][{n}]")
            for n, cell in enumerate(row)
        ]
        result.append(["" if cell is missing else cell for cell in cells])
    return result


CHECKS: dict[str, Check] = {
    "text": text,
    "string": string,
    "name": name,
    "id": html_identifier,
    "url": url,
    "boolean": boolean,
    "integer": integer,
    "value": value_,
    "list": list_,
    "errors": errors,
    "content": content,
    "attributes": attributes,
    "items": items,
    "parts": parts,
    "rows": rows,
}
"""The check of each type in :data:`designsys.catalogue.schema.TYPES`; a test holds the two equal."""
