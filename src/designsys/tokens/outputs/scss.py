"""SCSS variables, one a token, and a map of what changes with theme and scheme.

A variable that changes holds ``var(--ds-…)``, so that the page still follows the resident's
setting; the style sheet of :mod:`designsys.tokens.outputs.css` has to be linked for it.
"""

from __future__ import annotations

import re
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

# What Sass computes with; in anything else it would take "1rem/1.7" for a division.
_PLAIN = {"color", "dimension", "fontWeight", "duration", "number"}


def write(system: TokenSystem) -> str:
    """The module, for ``@use``.

    :raises TokenError: when two tokens come to one variable, or a token is missing in a theme or scheme.
    """
    properties = custom_properties(system)
    switched = [entry for entry in properties.values() if not entry.is_fixed]
    owners: dict[str, Token] = {}
    blocks = [
        f"// {title(system, 'scss')}\n"
        "// Link the output of '--to css' too: what changes with theme and scheme is var(--ds-…) here."
    ]
    for entry in properties.values():
        variable = _variable(entry.name)
        claim(owners, variable, entry.token)
        value = _value(entry, entry.text) if entry.is_fixed else f"var({entry.name})"
        blocks.append("\n".join([*_documentation(entry.token), f"{variable}: {value};"]))
    blocks.append("\n".join(_map(switched)))
    return "\n\n".join(blocks) + "\n"


def _variable(name: str) -> str:
    # To Sass $a_b and $a-b are one variable.
    return f"${name.removeprefix('--').replace('_', '-')}"


def _documentation(token: Token) -> Iterator[str]:
    """The SassDoc lines of a token."""
    if token.description:
        yield f"/// {comment(token.description)}"
    reason = deprecation(token)
    if reason is not None:
        yield f"/// @deprecated {comment(reason)}".rstrip()


def _map(switched: list[CustomProperty]) -> Iterator[str]:
    yield "/// The values that change, by theme, scheme and custom property; for use while building."
    if not switched:
        yield "$ds-values: ();"
        return
    yield "$ds-values: ("
    for theme, schemes in switched[0].texts.items():
        yield f"  {_quoted(theme)}: ("
        for scheme in schemes:
            yield f"    {_quoted(scheme)}: ("
            for entry in switched:
                yield f"      {_quoted(entry.name)}: {_value(entry, entry.texts[theme][scheme])},"
            yield "    ),"
        yield "  ),"
    yield ");"


def _value(entry: CustomProperty, text: str) -> str:
    return text if entry.type in _PLAIN else f"#{{{_quoted(text)}}}"


def _quoted(text: str) -> str:
    escaped = re.sub(r'[\\"]|#(?=\{)', r"\\\g<0>", text)
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda match: f"\\{ord(match[0]):x} ", escaped) + '"'
