"""What can be copied of tokens: the CSS to write, a DTCG file, and Figma's variables.

Values are those of the first theme with every reference followed, so that a piece stands by itself; DTCG
holds those of the first scheme only. Figma's part is cut out of the output ``figma``; where that is not
there, neither is the format.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from designsys.tokens import Token, TokenSystem, build, outputs
from designsys.tokens.css_values import property_name

__all__ = ["FORMATS", "TokenCode"]

FORMATS = {"css": "CSS", "dtcg": "DTCG", "figma": "Figma"}
"""The formats, and what people call them."""


class TokenCode:
    """What can be copied of a token system.

    :param system: the tokens.
    """

    def __init__(self, system: TokenSystem) -> None:
        self._system = system

    def of(self, tokens: Sequence[Token]) -> dict[str, str]:
        """The text of some tokens by format; a format that cannot say any of them is left out."""
        texts = {"css": _css(tokens), "dtcg": _dtcg(tokens), "figma": self._figma_of(tokens)}
        return {format: text for format, text in texts.items() if text}

    def _figma_of(self, tokens: Iterable[Token]) -> str:
        if self._figma is None:
            return ""
        # A token of several parts is as many variables: type/body/fontSize.
        fronts = tuple("/".join(token.names) + "/" for token in tokens)
        variables = [one for one in self._figma["variables"] if f"{one['name']}/".startswith(fronts)]
        if not variables:
            return ""
        ids = {one["id"] for one in variables}
        values = [
            {**one, "value": self._followed(one)}
            for one in self._figma["variableModeValues"]
            if one["variableId"] in ids
        ]
        return _json({**self._figma, "variables": variables, "variableModeValues": values})

    def _followed(self, held: dict[str, Any]) -> Any:
        """A variable's value in a mode, where it is an alias that of the variable it leads to."""
        value = held["value"]
        while isinstance(value, dict) and value.get("type") == "VARIABLE_ALIAS":
            value = self._figma_values[value["id"], held["modeId"]]
        return value

    @cached_property
    def _figma(self) -> dict[str, Any] | None:
        """The body that the output ``figma`` writes for the first theme; None where there is no such output."""
        if "figma" not in outputs():
            return None
        themes = self._system.contexts.get("theme")
        system = self._system.only(theme=themes[0]) if themes else self._system
        body: dict[str, Any] = json.loads(build(system, "figma"))
        return body

    @cached_property
    def _figma_values(self) -> dict[tuple[str, str], Any]:
        held = self._figma["variableModeValues"] if self._figma else ()
        return {(one["variableId"], one["modeId"]): one["value"] for one in held}


def _css(tokens: Iterable[Token]) -> str:
    return "\n".join(_css_of(token) for token in tokens if token.published)


def _css_of(token: Token) -> str:
    name = property_name(token)
    if token.type == "typography":
        return f"font: var({name});\nletter-spacing: var({name}-letter-spacing);"
    return f"var({name})"


def _dtcg(tokens: Iterable[Token]) -> str:
    root: dict[str, Any] = {}
    for token in tokens:
        group = root
        for name in token.names[:-1]:
            group = group.setdefault(name, {})
        said = {"$description": token.description} if token.description else {}
        group[token.names[-1]] = {"$type": token.type, "$value": token.value, **said}
    return _json(root)


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
