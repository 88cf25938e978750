"""Reading and writing are exact: what is read from a token file and written to one again is equal to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designsys.tokens import build, load
from designsys.tokens.values import FONT_WEIGHTS, TYPES


def exact(value: Any) -> str:
    """JSON text, in which 1 and 1.0 differ, and the order of keys does not count."""
    return json.dumps(value, sort_keys=True)


NUMBERS = st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False)
UNIT = st.floats(0, 1)
FONTS = st.text(min_size=1, max_size=9).filter(lambda text: bool(text.strip()) and not set(text) & set("{}"))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)


def measure(*units: str) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({"value": NUMBERS, "unit": st.sampled_from(units)})


COLORS = st.fixed_dictionaries(
    {"colorSpace": st.sampled_from(["srgb", "display-p3", "oklab"]), "components": st.lists(UNIT | st.just("none"), min_size=3, max_size=3)},
    optional={"alpha": UNIT, "hex": st.from_regex("#[0-9a-fA-F]{6}", fullmatch=True)},
)  # fmt: skip
LENGTHS, TIMES = measure("px", "rem"), measure("ms", "s")
CURVES = st.tuples(UNIT, NUMBERS, UNIT, NUMBERS).map(list)
FAMILIES = FONTS | st.lists(FONTS, min_size=1, max_size=3)
WEIGHTS = st.integers(1, 1000) | st.sampled_from(sorted(FONT_WEIGHTS))
STROKES = st.sampled_from(["solid", "inset"]) | st.fixed_dictionaries(
    {"dashArray": st.lists(LENGTHS, min_size=1, max_size=3), "lineCap": st.sampled_from(["round", "butt"])}
)
LAYERS = st.fixed_dictionaries(
    {"color": COLORS, "offsetX": LENGTHS, "offsetY": LENGTHS, "blur": LENGTHS, "spread": LENGTHS},
    optional={"inset": st.booleans()},
)
STOPS = st.fixed_dictionaries({"color": COLORS, "position": NUMBERS})
VALUES = {
    "color": COLORS,
    "dimension": LENGTHS,
    "fontFamily": FAMILIES,
    "fontWeight": WEIGHTS,
    "duration": TIMES,
    "cubicBezier": CURVES,
    "number": NUMBERS,
    "strokeStyle": STROKES,
    "border": st.fixed_dictionaries({"color": COLORS, "width": LENGTHS, "style": STROKES}),
    "transition": st.fixed_dictionaries({"duration": TIMES, "delay": TIMES, "timingFunction": CURVES}),
    "shadow": LAYERS | st.lists(LAYERS, min_size=1, max_size=2),
    "gradient": st.lists(STOPS, min_size=1, max_size=3),
    "typography": st.fixed_dictionaries(
        {"fontFamily": FAMILIES, "fontSize": LENGTHS, "fontWeight": WEIGHTS, "letterSpacing": LENGTHS, "lineHeight": NUMBERS}
    ),
}  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("kind", VALUES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.data())
def test_what_is_read_and_written_back_is_equal(
    kind: str, folder: Callable[[dict[str, Any]], Path], data: st.DataObject
) -> None:
    """Numbers to the last digit, whole numbers as whole ones, texts and vendors' data as they were."""
    said = {
        "$description": data.draw(TEXTS),
        "$deprecated": data.draw(st.booleans() | TEXTS),
        "$extensions": data.draw(st.dictionaries(TEXTS, JSON, max_size=2)),
    }
    value = data.draw(VALUES[kind])
    made = {
        "group": {"$type": kind, **said, "literal": {"$value": value, **said}, "plain": {"$value": value}},
        "braces": {"$value": "{group.literal}", **said},
        "pointer": {"$ref": "#/group/plain", **said},
        "heir": {"$extends": "{group}"},
    }
    first = load(folder({"a.tokens.json": made}) / "a.tokens.json")
    text = build(first, "json")
    second = load(folder({"b.tokens.json": text}) / "b.tokens.json")
    assert second.resolve() == first.resolve()
    assert exact([token.value for token in second.resolve().values()]) == exact([value] * 6)
    parts = json.loads(text)
    assert exact({name: parts[name] for name in made}) == exact(made)
    assert build(second, "json") == text


def test_every_type_is_drawn() -> None:
    assert set(VALUES) == set(TYPES)
