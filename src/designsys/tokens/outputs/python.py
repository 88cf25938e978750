"""A Python module of typed constants, one a custom property.

Values are CSS text, as strings. The module imports nothing but the standard library, so that
e-mail, PDF and chart code can use it without designsys.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator

from designsys.tokens.outputs._cases import (
    CustomProperty,
    claim,
    comment,
    custom_properties,
    deprecation,
    title,
)
from designsys.tokens.system import TokenSystem
from designsys.tokens.token import Token

__all__ = ["write"]

_DEPRECATED = "DEPRECATED"


def write(system: TokenSystem) -> str:
    """The module.

    :raises TokenError: when two tokens come to one constant, or a token is missing in a theme or scheme.
    """
    themes = system.contexts.get("theme", ("default",))
    schemes = system.contexts.get("scheme", ("light",))
    owners: dict[str, Token] = {}
    constants: list[str] = []
    for entry in custom_properties(system).values():
        name = _constant(entry.name)
        claim(owners, name, entry.token)
        constants.append("\n".join(_assignment(name, entry)))
    reasons = {name: deprecation(token) for name, token in owners.items()}
    return "\n\n".join(
        [
            f"# {title(system, 'python')}\n# fmt: off",
            '"""The design tokens as CSS text; one that changes is a mapping by (theme, scheme)."""',
            "from collections.abc import Mapping\nfrom typing import Final, Literal",
            f"Theme = Literal[{_literals(themes)}]\nScheme = Literal[{_literals(schemes)}]",
            *constants,
            "\n".join(_deprecated({name: why for name, why in reasons.items() if why is not None})) + "\n",
        ]
    )


def _constant(name: str) -> str:
    """Capitals: ``--ds-color-text-strong`` gives ``COLOR_TEXT_STRONG``."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.removeprefix("--ds-"))
    # Python compares identifiers in NFKC: full-width letters are the common ones.
    upper = unicodedata.normalize("NFKC", words.upper())
    marks = "".join(mark if f"A{mark}".isidentifier() else "_" for mark in upper)
    constant = marks if marks.isidentifier() else f"_{marks}"
    return f"{constant}_" if constant == _DEPRECATED else constant


def _assignment(name: str, entry: CustomProperty) -> Iterator[str]:
    reason = deprecation(entry.token)
    if reason is not None:
        yield f"# Deprecated: {comment(reason)}" if reason else "# Deprecated"
    if entry.is_fixed:
        yield f"{name}: Final = {_literal(entry.text)}"
    else:
        yield f"{name}: Final[Mapping[tuple[Theme, Scheme], str]] = {{"
        for theme, schemes in entry.texts.items():
            for scheme, text in schemes.items():
                yield f"    ({_literals((theme, scheme))}): {_literal(text)},"
        yield "}"
    if entry.token.description:
        # Editors show a string below a constant as its documentation.
        yield f'"""{_literal(comment(entry.token.description))[1:-1]}"""'


def _deprecated(reasons: dict[str, str]) -> Iterator[str]:
    yield f"{_DEPRECATED}: Final[Mapping[str, str]] = {{{'' if reasons else '}'}"
    yield from (f"    {_literal(name)}: {_literal(reason)}," for name, reason in reasons.items())
    yield from "}" if reasons else ""
    yield '"""The constants not to be used any more, and why; empty where no reason is given."""'


def _literals(texts: tuple[str, ...]) -> str:
    return ", ".join(map(_literal, texts))


def _literal(text: str) -> str:
    # Every escape of JSON is one of Python.
    return json.dumps(text, ensure_ascii=False)
