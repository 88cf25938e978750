"""TypeScript constants, one a custom property, with the types of theme and scheme.

Values are CSS text, as strings; a script that wants the resident's colours on a page reads the
custom property of the ``name`` instead.
"""

from __future__ import annotations

import json
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

# ECMA-262 § 12.7.2 with the words of strict mode, and what a CommonJS module keeps for itself.
_RESERVED = frozenset(
    "arguments await break case catch class const continue debugger default delete do else enum eval export "
    "exports extends false finally for function if implements import in instanceof interface let new null package "
    "private protected public require return static super switch this throw true try typeof undefined var void while "
    "with yield".split()
)


def write(system: TokenSystem) -> str:
    """The module.

    :raises TokenError: when two tokens come to one constant, or a token is missing in a theme or scheme.
    """
    themes = system.contexts.get("theme", ("default",))
    schemes = system.contexts.get("scheme", ("light",))
    owners: dict[str, Token] = {}
    blocks = [f"// {title(system, 'ts')}", f"{_union('Theme', themes)}\n{_union('Scheme', schemes)}"]
    for entry in custom_properties(system).values():
        constant = _constant(entry.name)
        claim(owners, constant, entry.token)
        declaration = f"export const {constant} = {_object(entry)} as const;"
        blocks.append("\n".join([*_documentation(entry.token), declaration]))
    return "\n\n".join(blocks) + "\n"


def _union(name: str, contexts: tuple[str, ...]) -> str:
    return f"export type {name} = {' | '.join(map(_literal, contexts))};"


def _constant(name: str) -> str:
    """Camel case: ``--ds-color-text-strong`` gives ``colorTextStrong``."""
    marks = (
        mark if f"a{mark}".isidentifier() and mark != "_" else "-" for mark in name.removeprefix("--ds-")
    )
    words = "".join(marks).split("-")
    first, *others = [word for word in words if word] or ["_"]
    camel = first[0].lower() + first[1:] + "".join(word[0].upper() + word[1:] for word in others)
    if camel in _RESERVED:
        return f"{camel}_"
    return camel if camel.isidentifier() else f"_{camel}"


def _documentation(token: Token) -> Iterator[str]:
    """The JSDoc lines of a token."""
    reason = deprecation(token)
    lines = [comment(token.description)] if token.description else []
    if reason is not None:
        lines.append(f"@deprecated {comment(reason)}".rstrip())
    if len(lines) == 1:
        yield f"/** {lines[0]} */"
    elif lines:
        yield from ("/**", *(f" * {line}" for line in lines), " */")


def _object(entry: CustomProperty) -> str:
    if entry.is_fixed:
        return f"{{ name: {_literal(entry.name)}, value: {_literal(entry.text)} }}"
    lines = ["{", f"  name: {_literal(entry.name)},", "  values: {"]
    for theme, schemes in entry.texts.items():
        pairs = ", ".join(f"{_literal(scheme)}: {_literal(text)}" for scheme, text in schemes.items())
        lines.append(f"    {_literal(theme)}: {{ {pairs} }},")
    return "\n".join([*lines, "  },", "}"])


def _literal(text: str) -> str:
    # JSON text is a string literal of ECMAScript since its edition of 2019.
    return json.dumps(text, ensure_ascii=False)
