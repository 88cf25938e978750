"""Keeps what a resident typed, and what opens a session, out of every report.

Works on snippets of HTML, selectors, addresses and messages alike, also when they are
cut off in the middle. It does not try to recognise names or addresses in page text.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["MASK", "mask", "masked"]

MASK = "…"

# An attribute's value: quoted (also with the closing quote cut off) or bare.
_VALUE = r"""(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z)|[^\s"'<>\]]+)"""

# value, aria-valuetext, data-old-value …, in markup and in [attribute^="…"] selectors.
_FIELD_VALUE = re.compile(rf"([\w:-]*value[\w-]*\s*[~|^$*]?=\s*){_VALUE}", re.IGNORECASE)
_SECRET = re.compile(
    rf"([\w:-]*(?:token|csrf|nonce|session|secret|passw|cookie)[\w:-]*\s*[~|^$*]?=\s*){_VALUE}", re.IGNORECASE
)
_SECRET_META = re.compile(
    rf"(<meta\b[^>]*(?:token|csrf|nonce|session)[^>]*?\bcontent\s*=\s*){_VALUE}", re.IGNORECASE
)
_TEXTAREA = re.compile(
    r"(<textarea\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>)(.*?)(?=</textarea|\Z)", re.IGNORECASE | re.DOTALL
)
_EDITABLE = re.compile(
    r"(<(\w+)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*\bcontenteditable\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>).*",
    re.IGNORECASE | re.DOTALL,
)
# Which option a resident chose is a field's value too.
_CHOICE = re.compile(
    r"\s(?:selected|checked|aria-checked|aria-selected)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?(?=[\s/>])",
    re.IGNORECASE,
)
_QUERY = re.compile(r"(?<=[\w/.~%:)\]-])(\\?\?)[^\s\"'<>#)\]]+")
_FRAGMENT = re.compile(r"#[^\s\"'<>#]*=[^\s\"'<>]*")
_LOGIN = re.compile(r"(?<=://)[^\s/@\"'<>]+@")
_COOKIE = re.compile(r"((?:set-)?cookie\s*:\s*)[^\r\n]+", re.IGNORECASE)


def mask(text: str) -> str:
    """The text with field values, cookies, tokens, logins and query strings replaced by ``…``."""
    text = _TEXTAREA.sub(lambda match: match[1] + (MASK if match[2] else ""), text)
    text = _EDITABLE.sub(lambda match: f"{match[1]}{MASK}</{match[2]}>", text)
    for pattern in (_SECRET_META, _FIELD_VALUE, _SECRET):
        text = pattern.sub(rf'\1"{MASK}"', text)
    if "<" in text:
        text = _CHOICE.sub("", text)
    text = _LOGIN.sub(f"{MASK}@", text)
    text = _QUERY.sub(rf"\1{MASK}", text)
    text = _FRAGMENT.sub(f"#{MASK}", text)
    return _COOKIE.sub(rf"\1{MASK}", text)


def masked(value: Any) -> Any:
    """A JSON value with every text in it masked."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, list):
        return [masked(item) for item in value]
    if isinstance(value, dict):
        return {name: masked(item) for name, item in value.items()}
    return value
