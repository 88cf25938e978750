"""The colours of "Design Tokens Color Module 2025.10": the examples of its text, the limits of its spaces, their sRGB.

Every space is held to coloraide, a library of others.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import pytest
from coloraide import Color as Reference
from hypothesis import assume, given
from hypothesis import strategies as st

from designsys.tokens import Color, Token

Resolve = Callable[[Any], dict[str, Token]]
Sentences = Callable[..., list[str]]


def color(space: Any, components: Any, **more: Any) -> dict[str, Any]:
    return {"colorSpace": space, "components": components, **more}


def token(value: Any) -> dict[str, Any]:
    return {"a": {"$type": "color", "$value": value}}


# Space, components, and the sRGB colour that we give. It is not always the text's own fallback #ff00ff: hue 330 of
# HSL and HWB is #ff0080, and what lies far outside sRGB loses chroma (§ 5 leaves the way to the tool).
SPACE_EXAMPLES = {
    "Color § 4.2.1 sRGB": ("srgb", [1, 0, 1], "#ff00ff"),
    "Color § 4.2.2 sRGB linear": ("srgb-linear", [1, 0, 1], "#ff00ff"),
    "Color § 4.2.3 HSL": ("hsl", [330, 100, 50], "#ff0080"),
    "Color § 4.2.4 HWB": ("hwb", [330, 0, 0], "#ff0080"),
    "Color § 4.2.5 CIELAB": ("lab", [60.17, 93.54, -60.5], "#ff00ff"),
    "Color § 4.2.6 LCH": ("lch", [60.17, 111.4, 327.11], "#ff00ff"),
    "Color § 4.2.7 OKLAB": ("oklab", [0.701, 0.2746, -0.169], "#ff00ff"),
    "Color § 4.2.8 OKLCH": ("oklch", [0.7016, 0.3225, 328.363], "#ff00ff"),
    "Color § 4.2.9 Display P3": ("display-p3", [1, 0, 1], "#ff2bfb"),
    "Color § 4.2.10 A98 RGB": ("a98-rgb", [1, 0, 1], "#ff69ed"),
    "Color § 4.2.11 ProPhoto RGB": ("prophoto-rgb", [1, 0, 1], "#ff44e4"),
    "Color § 4.2.12 Rec 2020": ("rec2020", [1, 0, 1], "#ff56e7"),
    "Color § 4.2.13 XYZ-D65": ("xyz-d65", [0.5929, 0.2848, 0.9699], "#ff00ff"),
    "Color § 4.2.14 XYZ-D50": ("xyz-d50", [0.5791, 0.2831, 0.728], "#ff00ff"),
}


@pytest.mark.parametrize(
    ("space", "components", "expected"), SPACE_EXAMPLES.values(), ids=list(SPACE_EXAMPLES)
)
def test_the_hot_pink_of_every_space(
    space: str, components: list[float], expected: str, resolve: Resolve
) -> None:
    value = color(space, components, alpha=1, hex="#ff00ff")
    found = resolve({"Hot pink": {"$type": "color", "$value": value}})["Hot pink"]
    assert (found.value, Color.of(found.value).hex) == (value, expected)


BLACK, WATERMELON = color("srgb", [0, 0, 0]), color("srgb", [0.91, 0.28, 0.42])
GREEN = color("srgb", [0.67, 0.79, 0.74])
READ = {
    "Color § 4.1 Format: see-through": (
        token(color("srgb", [0, 0, 0], alpha=0.5, hex="#000000")), {"a": ("#000000", 0.5)}
    ),
    "Color § 4.1.1.1 Using the none keyword": (
        token(color("hsl", ["none", 0, 100], alpha=1, hex="#ffffff")), {"a": ("#ffffff", 1)}
    ),
    "Color § 4.1.1.1 Using the none keyword: 0 instead": (
        token(color("hsl", [0, 0, 100], alpha=1, hex="#ffffff")), {"a": ("#ffffff", 1)}
    ),
    "Color § 7.1.1 Base": (
        {"color": {"green": token(GREEN)["a"], "shadow": token({**BLACK, "alpha": 0.53})["a"]}},
        {"color.green": ("#abc9bd", 1), "color.shadow": ("#000000", 0.53)},
    ),
    "Color § 7.1.2 Alias": (
        {"color": {"palette": {"black": token(BLACK)["a"]}, "text": {"base": {"$value": "{color.palette.black}"}}}},
        {"color.palette.black": ("#000000", 1), "color.text.base": ("#000000", 1)},
    ),
    "Color § 7.2.1.1 Descriptive": (
        {"color": {"grass": token(GREEN)["a"], "brand": {"watermelon": token(WATERMELON)["a"]}}},
        {"color.grass": ("#abc9bd", 1), "color.brand.watermelon": ("#e8476b", 1)},
    ),
    "Color § 7.2.1.2.1 Ordered scales": (
        {"color": {"green": {"400": token(GREEN)["a"], "500": token(color("srgb", [0.15, 0.56, 0.42]))["a"]}}},
        {"color.green.400": ("#abc9bd", 1), "color.green.500": ("#268f6b", 1)},
    ),
    "Color § 7.2.1.2.2 Bounded scales": (
        {"color": {"gray": {"22": token(color("hsl", [0, 0, 22]))["a"], "99": token(color("hsl", [0, 0, 99]))["a"]}}},
        {"color.gray.22": ("#383838", 1), "color.gray.99": ("#fcfcfc", 1)},
    ),
    "Color § 7.2.1.2.3 Computer generated scales": (
        {"color": {"green": {"10": token(color("srgb", [0.13, 0.7, 0.67], alpha=0.1))["a"]}}},
        {"color.green.10": ("#21b3ab", 0.1)},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "expected"), READ.values(), ids=list(READ))
def test_the_examples_of_the_text_are_read(
    tokens: Any, expected: dict[str, tuple[str, float]], resolve: Resolve
) -> None:
    colors = {path: Color.of(found.value) for path, found in resolve(tokens).items()}
    assert {path: (found.hex, found.alpha) for path, found in colors.items()} == expected


NOT_JSON = "Expecting property name enclosed in double quotes"
PRINTED = {
    "Color § 7.2.1.2.1 Ordered scales: with a comment": (
        '{"color": {\n  "25": {},\n  // etc...\n}}', [f"# this is not JSON (column 3: {NOT_JSON})."]
    ),
    "Color § 7.2.2 Alias tokens: with a comment": (
        '// These can be used for text colors\n{"color": {}}', ["# this is not JSON (column 1: Expecting value)."]
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "expected"), PRINTED.values(), ids=list(PRINTED))
def test_the_examples_that_break_the_format_say_what_breaks_it(
    tokens: Any, expected: list[str], sentences: Sentences
) -> None:
    assert sentences({"a.tokens.json": tokens}) == expected


UNIT, HUE, PERCENT = (0, 1, "from 0 to 1"), (0, 360, "from 0 to below 360"), (0, 100, "from 0 to 100")
ANY, CHROMA = (-math.inf, math.inf, "that is finite"), (0, math.inf, "of 0 or more")
# § 4.2: the least and the greatest value of each component, and how its limits are told.
LIMITS = {
    "srgb": (UNIT, UNIT, UNIT),
    "srgb-linear": (UNIT, UNIT, UNIT),
    "hsl": (HUE, PERCENT, PERCENT),
    "hwb": (HUE, PERCENT, PERCENT),
    "lab": (PERCENT, ANY, ANY),
    "lch": (PERCENT, CHROMA, HUE),
    "oklab": (UNIT, ANY, ANY),
    "oklch": (UNIT, CHROMA, HUE),
    "display-p3": (UNIT, UNIT, UNIT),
    "a98-rgb": (UNIT, UNIT, UNIT),
    "prophoto-rgb": (UNIT, UNIT, UNIT),
    "rec2020": (UNIT, UNIT, UNIT),
    "xyz-d65": (UNIT, UNIT, UNIT),
    "xyz-d50": (UNIT, UNIT, UNIT),
}
ALLOWED = {
    UNIT: (0, 0.5, 1, "none"),
    HUE: (0, 180, 359.999, "none"),
    PERCENT: (0, 50, 100, "none"),
    ANY: (-1e6, 0, 160, 1e6, "none"),
    CHROMA: (0, 0.5, 230, 1e6, "none"),
}
OUTSIDE: dict[Any, tuple[Any, ...]] = {
    UNIT: (-0.001, 1.001),
    HUE: (-0.001, 360),
    PERCENT: (-0.001, 100.001),
    ANY: (math.inf, -math.inf),
    CHROMA: (-0.001, math.inf),
}
WRONG_KIND = ("0.5", "None", "", True, None, [0.5])


def at(index: int, part: Any, limits: tuple[Any, Any, Any]) -> list[Any]:
    """Components of a space, all in the middle of what is allowed but one."""
    components: list[Any] = [ALLOWED[limit][1] for limit in limits]
    components[index] = part
    return components


def one_by_one(values: Callable[[Any], tuple[Any, ...]]) -> list[Any]:
    """A case for each space, component and value."""
    return [
        pytest.param(space, index, part, id=f"{space}-{index}-{part}")
        for space, limits in LIMITS.items()
        for index, limit in enumerate(limits)
        for part in values(limit)
    ]


@pytest.mark.parametrize(("space", "index", "part"), one_by_one(ALLOWED.__getitem__))
def test_a_component_inside_its_limits_is_kept(space: str, index: int, part: Any, resolve: Resolve) -> None:
    value = color(space, at(index, part, LIMITS[space]))
    found = resolve(token(value))["a"].value
    assert json.dumps(found) == json.dumps(value)
    srgb = Color.of(found)
    assert all(0 <= one <= 1 for one in (srgb.red, srgb.green, srgb.blue))


@pytest.mark.parametrize(("space", "index", "part"), one_by_one(lambda limit: (*OUTSIDE[limit], *WRONG_KIND)))
def test_a_component_outside_its_limits_is_refused(
    space: str, index: int, part: Any, sentences: Sentences
) -> None:
    value = color(space, at(index, part, LIMITS[space]))
    bound = LIMITS[space][index][2]
    # JSON knows no Infinity: a file says it by a number that is too great for one.
    text = json.dumps(token(value)).replace("Infinity", "1e999")
    shown = json.dumps(value)
    shown = shown if len(shown) <= 80 else shown[:79] + "…"
    assert sentences({"a.tokens.json": text}) == [
        f'#/a/$value/components/{index} {shown} is not a color: write a number {bound}, or "none".'
    ]


@pytest.mark.parametrize("index", [0, 1, 2])
@pytest.mark.parametrize("space", LIMITS)
def test_none_shows_as_zero(space: str, index: int) -> None:
    limits = LIMITS[space]
    assert Color.of(color(space, at(index, "none", limits))) == Color.of(color(space, at(index, 0, limits)))


RIGHT_PARTS = {
    "alpha-0": {"alpha": 0},
    "alpha-half": {"alpha": 0.5},
    "alpha-1": {"alpha": 1},
    "hex-lower-case": {"hex": "#ff00ff"},
    "hex-upper-case": {"hex": "#FF00FF"},
    "hex-of-another-colour": {"hex": "#000000"},
}


@pytest.mark.parametrize("part", RIGHT_PARTS.values(), ids=list(RIGHT_PARTS))
def test_the_other_parts_of_a_colour_are_kept(part: dict[str, Any], resolve: Resolve) -> None:
    value = color("srgb", [1, 0, 1], **part)
    found = resolve(token(value))["a"].value
    assert found == value
    assert (Color.of(found).hex, Color.of(found).alpha) == ("#ff00ff", part.get("alpha", 1))


HEX, ALPHA, THREE = (
    "write # and six hexadecimal digits.",
    "write a number from 0 to 1.",
    "write three components.",
)
ONE_SPACE = (
    "write one of srgb, srgb-linear, hsl, hwb, lab, lch, oklab, oklch, "
    "display-p3, a98-rgb, prophoto-rgb, rec2020, xyz-d65, xyz-d50."
)
WRONG_PARTS: dict[str, tuple[dict[str, Any], str, str]] = {
    "alpha-below": ({"alpha": -0.1}, "/alpha", ALPHA),
    "alpha-above": ({"alpha": 1.1}, "/alpha", ALPHA),
    "alpha-none": ({"alpha": "none"}, "/alpha", ALPHA),
    "alpha-text": ({"alpha": "0.5"}, "/alpha", ALPHA),
    "alpha-true": ({"alpha": True}, "/alpha", ALPHA),
    "alpha-null": ({"alpha": None}, "/alpha", ALPHA),
    "hex-3": ({"hex": "#f0f"}, "/hex", HEX),
    "hex-8": ({"hex": "#ff00ff80"}, "/hex", HEX),
    "hex-without-mark": ({"hex": "ff00ff"}, "/hex", HEX),
    "hex-letters": ({"hex": "#gg00ff"}, "/hex", HEX),
    "hex-wide": ({"hex": "＃ff00ff"}, "/hex", HEX),
    "hex-line-break": ({"hex": "#ff00ff\n"}, "/hex", HEX),
    "hex-name": ({"hex": "red"}, "/hex", HEX),
    "hex-null": ({"hex": None}, "/hex", HEX),
    "two-components": ({"components": [1, 0]}, "/components", THREE),
    "four-components": ({"components": [1, 0, 1, 1]}, "/components", THREE),
    "no-components": ({"components": []}, "/components", THREE),
    "components-text": ({"components": "1 0 1"}, "/components", THREE),
    "components-object": ({"components": {"r": 1}}, "/components", THREE),
    "space-of-css": ({"colorSpace": "display-p3-linear"}, "/colorSpace", f"{ONE_SPACE} Did you mean 'display-p3'?"),
    "space-unknown": ({"colorSpace": "cmyk"}, "/colorSpace", ONE_SPACE),
    "space-number": ({"colorSpace": 3}, "/colorSpace", ONE_SPACE),
    "space-list": ({"colorSpace": ["srgb"]}, "/colorSpace", f"{ONE_SPACE} Did you mean 'srgb'?"),
    "another-part": (
        {"fallback": "#ff00ff"}, "/fallback", "it has no part 'fallback'; write alpha, colorSpace, components, hex."
    ),
}  # fmt: skip


@pytest.mark.parametrize(("part", "pointer", "cure"), WRONG_PARTS.values(), ids=list(WRONG_PARTS))
def test_a_malformed_part_is_refused(
    part: dict[str, Any], pointer: str, cure: str, sentences: Sentences
) -> None:
    value = {**color("srgb", [1, 0, 1]), **part}
    shown = json.dumps(value, ensure_ascii=False)
    assert sentences({"a.tokens.json": token(value)}) == [
        f"#/a/$value{pointer} {shown} is not a color: {cure}"
    ]


@pytest.mark.parametrize("space", LIMITS)
@given(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)), st.integers(3, 6))
def test_srgb_agrees_with_coloraide(space: str, rgb: tuple[float, float, float], digits: int) -> None:
    """Colours that sRGB has, their components rounded as people write them."""
    # coloraide counts the saturation, lightness, whiteness and blackness of HSL and HWB from 0 to 1.
    scale = 100 if space in ("hsl", "hwb") else 1
    there = Reference("srgb", rgb).convert(space)
    parts = [0.0 if math.isnan(part) else part for part in there[:3]]
    components = [round(parts[0], digits), *(round(part * scale, digits) for part in parts[1:])]
    theirs = Reference(space, [components[0], *(part / scale for part in components[1:])])
    assume(theirs.in_gamut("srgb", tolerance=0))
    ours = Color.of(color(space, components))
    assert (ours.red, ours.green, ours.blue) == pytest.approx(
        [0 if math.isnan(part) else part for part in theirs.convert("srgb")[:3]], abs=1 / 255
    )


@pytest.mark.parametrize(
    ("space", "components", "hex"),
    [
        ("oklch", [0.452, 0.313, 264.05], "#0000ff"),
        ("lch", [29.57, 131.2, 301.36], "#0000ff"),
        ("xyz-d50", [0.1431, 0.0606, 0.7141], "#0000ff"),
        ("display-p3", [0, 0, 0.96], "#0000ff"),
        ("rec2020", [0.2703, 0.1548, 0.9551], "#0000ff"),
        ("oklab", [0.97, -0.07, 0.2], "#ffff00"),
    ],
)
def test_a_colour_that_rounding_put_outside_srgb_stays_what_it_was(
    space: str, components: Any, hex: str
) -> None:
    """Blue as tools print it (``oklch(45.2% 0.313 264.05)``) becomes #0031e5, 49/255 away.

    CSS Color 4 § 13.2 clips when the clipped colour is within ΔE OK 0.02 of the mapped one; reducing chroma alone
    follows the dent of the gamut at blue and yellow.
    """
    found = Color.of({"colorSpace": space, "components": components})
    wanted = Color.from_hex(hex)
    apart = max(abs(found.red - wanted.red), abs(found.green - wanted.green), abs(found.blue - wanted.blue))
    assert apart <= 5 / 255
