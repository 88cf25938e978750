"""Figma variables, as the body of ``POST /v1/files/:file_key/variables`` of Figma's REST API.

One collection has a mode for each theme and scheme; a reference to a whole token stays an alias. A
composite token is a variable for each of its parts, since Figma has only colours, numbers, texts and
yes or no. It cannot hold relative units (a rem counts as 16 px, a line height is multiplied out), a
second font family, or the kind of a gradient; an easing and the style of a line are texts, to be read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from designsys.tokens.color import Color
from designsys.tokens.css_values import property_name
from designsys.tokens.errors import Place, TokenError
from designsys.tokens.outputs._cases import Case, claim, deprecation, part_text, refuse_gap
from designsys.tokens.outputs._parts import Part, parts
from designsys.tokens.pointer import Path
from designsys.tokens.system import TokenSystem
from designsys.tokens.token import Token
from designsys.tokens.values import FONT_WEIGHTS

__all__ = ["write"]

# developers.figma.com/docs/rest-api/variables-endpoints: what a collection and a request may hold.
_MOST_MODES, _LONGEST_MODE, _MOST_VARIABLES, _MOST_BYTES = 40, 40, 5000, 4_000_000
_COLLECTION = "collection"
_REM = 16


class _Key(NamedTuple):
    """What makes a variable: a token, the way to a part of its value, and Figma's type for that."""

    token: Path
    part: Path
    type: str


@dataclass(slots=True)
class _Variable:
    token: Token
    values: dict[Case, Any] = field(default_factory=dict)
    aliases: dict[Case, _Key] = field(default_factory=dict)


def write(system: TokenSystem) -> str:
    """The request body.

    :raises TokenError: when two tokens come to one variable, a token lacks a value or a part of it in a mode,
        or the tokens are more than Figma takes.
    """
    modes: dict[Case, str] = {}
    variables: dict[_Key, _Variable] = {}
    for theme, scheme, tokens in system.resolutions():
        modes[theme, scheme] = " / ".join(system.inputs(theme, scheme).values()) or "default"
        for token in tokens.values():
            for part in parts(token):
                kind, value = _value(part, token)
                variable = variables.setdefault(_Key(token.names, part.path, kind), _Variable(token))
                variable.values[theme, scheme] = value
                if part.reference and not _is_multiplied(part):
                    variable.aliases[theme, scheme] = _Key(*part.reference, kind)
    for variable in variables.values():
        refuse_gap(variable.token, modes, variable.values)
    text = json.dumps(_body(system, modes, variables), ensure_ascii=False, indent=1) + "\n"
    _refuse_too_much(system, modes, len(variables), len(text.encode()))
    return text


def _body(system: TokenSystem, modes: dict[Case, str], variables: dict[_Key, _Variable]) -> dict[str, Any]:
    mode_ids = {case: f"mode_{number}" for number, case in enumerate(modes, 1)}
    ids = {key: f"variable_{number}" for number, key in enumerate(variables, 1)}
    name = re.sub(r"(?:\.resolver|\.tokens)?(?:\.json)?$", "", system.path.name) or system.path.name
    collection = {"action": "CREATE", "id": _COLLECTION, "name": name, "initialModeId": "mode_1"}
    return {
        "variableCollections": [collection],
        "variableModes": [
            {
                # A new collection has its first mode already.
                "action": "UPDATE" if mode_ids[case] == "mode_1" else "CREATE",
                "id": mode_ids[case],
                "name": name,
                "variableCollectionId": _COLLECTION,
            }
            for case, name in modes.items()
        ],
        "variables": list(_variables(variables, ids)),
        "variableModeValues": [
            {"variableId": ids[key], "modeId": mode_ids[case], "value": value}
            for key, variable in variables.items()
            for case, value in _mode_values(variable, ids)
        ],
    }


def _variables(variables: dict[_Key, _Variable], ids: dict[_Key, str]) -> Iterator[dict[str, Any]]:
    owners: dict[str, Token] = {}
    for key, variable in variables.items():
        token = variable.token
        names = "/".join([*(name for name in token.names if name != "$root"), *key.part]).split("/")
        name = "/".join(filter(None, map(str.strip, names))) or "$root"
        claim(owners, name, token)
        found = {
            "action": "CREATE",
            "id": ids[key],
            "name": name,
            "variableCollectionId": _COLLECTION,
            "resolvedType": key.type,
        }
        if description := _description(token):
            found["description"] = description
        code = {(): "", ("letterSpacing",): "-letter-spacing"}.get(key.part)
        if not token.published:
            yield {**found, "hiddenFromPublishing": True}
        elif code is None:
            yield found
        else:
            yield {**found, "codeSyntax": {"WEB": f"var({property_name(token)}{code})"}}


def _mode_values(variable: _Variable, ids: dict[_Key, str]) -> Iterator[tuple[Case, Any]]:
    for case, value in variable.values.items():
        target = ids.get(variable.aliases[case]) if case in variable.aliases else None
        yield case, {"type": "VARIABLE_ALIAS", "id": target} if target else value


def _value(part: Part, token: Token) -> tuple[str, Any]:
    """Figma's type of a part, and its value."""
    if part.type == "color":
        color = Color.of(part.value)
        channels = {"r": color.red, "g": color.green, "b": color.blue, "a": color.alpha}
        return "COLOR", {name: _number(value) for name, value in channels.items()}
    if part.type == "boolean":
        return "BOOLEAN", part.value
    if part.type == "fontFamily":
        return "STRING", part.value[0] if isinstance(part.value, list) else part.value
    if part.type == "lineCap":
        return "STRING", part.value
    if part.type in ("cubicBezier", "strokeStyle"):
        return "STRING", part_text(token, part.type, part.value)
    return "FLOAT", _number(_amount(part, token))


def _amount(part: Part, token: Token) -> float:
    value: Any = part.value
    if part.type == "dimension":
        return float(value["value"]) * (_REM if value["unit"] == "rem" else 1)
    if part.type == "duration":
        return float(value["value"]) * (1000 if value["unit"] == "s" else 1)
    if part.type == "fontWeight":
        return float(FONT_WEIGHTS.get(value, value))
    if part.path[-1:] == ("position",):
        return min(1.0, max(0.0, float(value)))
    if part.path == ("lineHeight",):
        return float(value) * _amount(Part("dimension", token.value["fontSize"]), token)
    return float(value)


def _is_multiplied(part: Part) -> bool:
    """Whether a value is no longer what its reference leads to: a line height is in px here, a number there."""
    return part.path == ("lineHeight",) and part.reference is not None and not part.reference[1]


def _number(value: float) -> int | float:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _description(token: Token) -> str:
    reason = deprecation(token)
    if reason is None:
        return token.description
    return f"非推奨 / Deprecated{reason and ': '}{reason}\n{token.description}".rstrip()


def _refuse_too_much(system: TokenSystem, modes: dict[Case, str], variables: int, size: int) -> None:
    long = next((name for name in modes.values() if len(name) > _LONGEST_MODE), None)
    if long:
        raise TokenError(
            en=f"Figma takes names of modes of at most {_LONGEST_MODE} characters, not '{long}'; "
            "shorten the names of theme or scheme.",
            ja=f"Figma のモードの名前は {_LONGEST_MODE} 文字までです（「{long}」は長すぎます）。"
            "テーマか配色の名前を短くしてください。",
            place=Place(str(system.path)),
        )
    for en, ja, found, most in (
        ("modes (theme × scheme)", "モード（テーマ × 配色）の数", len(modes), _MOST_MODES),
        ("variables", "変数の数", variables, _MOST_VARIABLES),
        ("bytes a request", "バイト数", size, _MOST_BYTES),
    ):
        if found > most:
            raise TokenError(
                en=f"Figma takes at most {most} {en}, not {found}; build from fewer themes or tokens at a time.",
                ja=f"Figma が一度に受け取れる{ja}は {most} までです（今は {found}）。テーマかトークンを分けて出力してください。",
                place=Place(str(system.path)),
            )
