"""HTML attributes: written safely, and a caller's merged with a macro's own.

Classes and ``aria-describedby`` add up; event handlers, ``style`` and script
addresses are refused, so that a page works under a strict Content-Security-Policy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

__all__ = ["Attributes", "described_by", "html_attributes", "html_id", "refusal", "unsafe_url"]

# What HTML's tokenizer takes as an attribute name: § 13.1.2.3 of the HTML Standard.
_NAME = re.compile(r"[^\s\"'<>/=\x00-\x1f\x7f]+\Z")
# Browsers drop C0 controls and blanks before and line breaks inside a scheme.
_BLANK = re.compile(r"[\x00-\x20]+")
_SCRIPT = ("javascript:", "vbscript:", "data:")
_ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "poster", "data", "ping", "xlink:href", "srcset"}
)


class _Written(dict[str, str]):
    """An attribute's name in HTML by its name as a Python keyword: ``aria_describedby``."""

    def __missing__(self, name: str) -> str:
        # A caller's data-my_key keeps its underscore: only a keyword stands for dashes.
        self[name] = written = name if "-" in name else name.replace("_", "-")
        return written


_WRITTEN = _Written()


class Attributes(dict[str, Any]):
    """A caller's attributes, already checked, with what to do about one that the macro sets itself.

    :param refuse: called with the name of an attribute that clashes; may raise.
    """

    def __init__(self, attributes: Mapping[str, Any], refuse: Callable[[str], None]) -> None:
        super().__init__(attributes)
        self.refuse = refuse


def refusal(name: object, value: object) -> tuple[str, str] | None:
    """Why an attribute cannot be taken, in English and Japanese; None when it can."""
    if not isinstance(name, str) or not _NAME.match(name):
        return "is not a name that HTML allows", "は HTML の属性名として使えません"
    lower = name.lower()
    if lower.startswith("on"):
        return (
            "is an event handler; listen in a script file instead",
            "はイベント属性です。スクリプトのファイルに書いてください",
        )
    if lower in ("style", "srcdoc"):
        return (
            "breaks a strict Content-Security-Policy; use a class",
            "は CSP で止まります。class を使ってください",
        )
    if lower in _ADDRESSES and unsafe_url(str(value)):
        return "holds an address that runs a script", "にスクリプトを動かす URL は書けません"
    return None


def unsafe_url(value: str) -> bool:
    """Whether an address runs script: ``javascript:``, ``vbscript:`` and ``data:``, however disguised."""
    return _BLANK.sub("", value).lower().startswith(_SCRIPT)


def html_attributes(class_name: str, attributes: Mapping[str, Any] | None = None, /, **own: Any) -> Markup:
    """Attributes as HTML, each with a blank before it.

    :param class_name: the macro's own class; the caller's are added to it. ``""`` for none.
    :param attributes: the caller's.
    :param own: the macro's: ``aria_describedby`` is written ``aria-describedby``. ``None`` and
        ``False`` leave an attribute out, ``True`` writes it without a value.
    """
    if attributes:
        class_name, own = _merge(class_name, attributes, own)
    html = f' class="{class_name}"' if class_name else ""
    for name, value in own.items():
        if value is None or value is False:
            continue
        if value is True:
            html += " " + _WRITTEN[name]
            continue
        # Looking whether anything must be escaped is four times as quick as escaping.
        if type(value) is not str or not (value.isalnum() or _is_plain(value)):
            value = escape(value)
        html += f' {_WRITTEN[name]}="{value}"'
    return Markup(html)


def _is_plain(value: str) -> bool:
    return not ("&" in value or '"' in value or "<" in value or ">" in value or "'" in value)


def _merge(class_name: str, attributes: Mapping[str, Any], own: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    merged = dict(own)
    mine = {_WRITTEN[name]: name for name in own}
    for name, value in attributes.items():
        key = mine.get(name, name)
        if name in ("class", "aria-describedby"):
            words = " ".join(value) if isinstance(value, (list, tuple, set)) else str(value or "")
            if name == "class":
                class_name = f"{class_name} {escape(words)}".strip()
            else:
                merged[key] = f"{merged.get(key) or ''} {words}".strip() or None
        elif merged.get(key) is None or merged[key] is False:
            merged[key] = value
        elif isinstance(attributes, Attributes):
            attributes.refuse(name)
    return class_name, merged


@lru_cache(maxsize=1024)
def html_id(name: str) -> str:
    """The id for a control's name: white space and brackets become ``-``, so that CSS and links can name it.

    ``person[0][dob]`` gives ``person-0-dob``. Japanese names stay as they are.
    """
    return re.sub(r"[^\w\-]+", "-", name).strip("-") or "field"


def described_by(id: str, hint: object, error: object, *between: str) -> str | None:
    """The ids of what describes a control, for ``aria-describedby``, heard in the order in which it is seen.

    Serves WCAG 1.3.1 and 3.3.1: the texts reach who cannot see where they stand.

    :param id: the control's id.
    :param hint: the hint; None where there is none. ``error`` likewise.
    :param between: what stands between hint and error: ``"suffix"`` is the id ``…-suffix``; ``""`` is left out.
    """
    if hint is None and error is None and not between:
        return None
    parts = ("" if hint is None else "hint", *between, "" if error is None else "error")
    return " ".join(f"{id}-{part}" for part in parts if part) or None
