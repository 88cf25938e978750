"""Makes the token files that token builders are measured on: one of any size, and one for each fault.

Every builder reads the same DTCG 2025.10 file; nothing here knows which builder.
Run it: ``python tests/benchmarks/token_sample.py 2000 sample.tokens.json``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

__all__ = ["FAULTS", "faulty", "write_sample"]

_FAMILY = 20
"""Tokens in one family: what a system keeps together for one part of its look."""

_NAMES = ("text", "link", "border", "hover", "focus")


def write_sample(path: Path, tokens: int) -> None:
    """Write a file in the mix of a design system; the same for the same number.

    :param path: the file to write.
    :param tokens: how many; a multiple of 20.
    """
    families = range(tokens // _FAMILY)
    groups: dict[str, dict[str, Any]] = {
        "color": {"$type": "color"},
        "semantic": {"$type": "color", "$description": "意味で名付けた色 / colours by what they mean"},
        "size": {"$type": "dimension"},
        "motion": {},
        "font": {"$type": "fontFamily"},
        "look": {},
    }
    for number in families:
        for group, added in _family(number).items():
            groups[group][f"family-{number:03}"] = added
    path.write_text(json.dumps(groups, ensure_ascii=False, indent=2), encoding="utf-8")


def _family(number: int) -> dict[str, dict[str, Any]]:
    name = f"family-{number:03}"
    alias = f"semantic.{name}"
    return {
        "color": {
            str(step * 100): {"$value": _color(number, step), "$description": f"{name} の {step} 段"}
            for step in range(1, 8)
        },
        # A chain of three: focus, hover, and the colour itself; the border looks across to the family before.
        "semantic": {
            "text": {"$value": f"{{color.{name}.700}}"},
            "link": {"$value": f"{{color.{name}.500}}", "$description": "リンクの文字 / links"},
            "border": {"$value": f"{{color.family-{max(0, number - 1):03}.300}}"},
            "hover": {"$value": f"{{{alias}.link}}"},
            "focus": {"$value": f"{{{alias}.hover}}"},
        },
        "size": {"gap": {"$value": _length(number % 12 + 1)}, "text": {"$value": _length(1.125, "rem")}},
        "motion": {
            "time": {"$type": "duration", "$value": {"value": 100 + number % 200, "unit": "ms"}},
            "curve": {"$type": "cubicBezier", "$value": [0.2, 0, number % 10 / 10, 1]},
        },
        "font": {"body": {"$value": ["Noto Sans JP", "Hiragino Sans", "sans-serif"]}},
        "look": {
            "shadow": {
                "$type": "shadow",
                "$value": {
                    "color": f"{{{alias}.border}}",
                    "offsetX": _length(0),
                    "offsetY": f"{{size.{name}.gap}}",
                    "blur": _length(8),
                    "spread": _length(0),
                },
            },
            "heading": {
                "$type": "typography",
                "$description": "見出し / headings",
                "$value": {
                    "fontFamily": f"{{font.{name}.body}}",
                    "fontSize": f"{{size.{name}.text}}",
                    "fontWeight": 700,
                    "letterSpacing": _length(0),
                    "lineHeight": 1.5,
                },
            },
            "edge": {
                "$type": "border",
                "$value": {"color": f"{{{alias}.border}}", "width": _length(1), "style": "solid"},
            },
        },
    }


def _length(value: float, unit: str = "px") -> dict[str, Any]:
    return {"value": value, "unit": unit}


def _color(number: int, step: int) -> dict[str, Any]:
    levels = [(number * 37 + step * 29 + shift) % 256 for shift in (0, 85, 170)]
    return {
        "colorSpace": "srgb",
        "components": [round(level / 255, 4) for level in levels],
        "hex": "#" + "".join(f"{level:02x}" for level in levels),
    }


_RED = {"$type": "color", "$value": {"colorSpace": "srgb", "components": [1, 0, 0]}}
_GAP = {"$type": "dimension", "$value": {"value": 4, "unit": "px"}}

FAULTS: dict[str, dict[str, Any] | str | None] = {
    "reference cycle": {"a": {"$type": "color", "$value": "{b}"}, "b": {"$type": "color", "$value": "{a}"}},
    "unknown alias": {"a": {"$type": "color", "$value": "{rde}"}},
    "alias of another type": {"a": {"$type": "color", "$value": "{gap}"}},
    "wrong value": {"a": {"$type": "dimension", "$value": {"value": "four", "unit": "px"}}},
    "malformed colour": {"a": {"$type": "color", "$value": {"colorSpace": "srgb", "components": [1, 0]}}},
    "unknown $type": {"a": {"$type": "colour", "$value": {"colorSpace": "srgb", "components": [1, 0, 0]}}},
    "missing $type": {"a": {"$value": {"value": 4, "unit": "px"}}},
    "$value beside a child": {"a": {**_RED, "b": _RED}},
    "names that collide": {"a-b": _RED, "a": {"b": _GAP}},
    "duplicate keys": '"a": {"$type": "number", "$value": 1}, "a": {"$type": "number", "$value": 2}',
    "missing file": None,
}
"""What may be wrong, each beside two sound tokens: tokens, or JSON text; None where the file is not there."""


def faulty(fault: str) -> str | None:
    """The text of the file with a fault; None when the fault is that there is no file.

    :param fault: one of :data:`FAULTS`, or ``""`` for the sound tokens alone.
    """
    wrong = FAULTS[fault] if fault else {}
    sound = {"red": _RED, "gap": _GAP}
    if isinstance(wrong, str):
        return json.dumps(sound)[:-1] + f", {wrong}}}"
    return None if wrong is None else json.dumps({**sound, **wrong})


if __name__ == "__main__":
    write_sample(Path(sys.argv[2]), int(sys.argv[1]))
