"""Makes a theme of 10,000 random colours and of every named colour of CSS, and checks each from its built CSS.

The check has its own few lines: it reads the custom properties of the style sheet and computes the ratios of
WCAG 2.2 and the hues of OKLCH itself, with nothing of the code that made the theme. Prints what it found; times are
for information.
Run it: ``python tests/benchmarks/themes.py [COUNT]``.
"""

from __future__ import annotations

import json
import math
import multiprocessing
import random
import re
import statistics
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tinycss2 import color4

from designsys.tokens import build, new_theme

TOKENS = Path(__file__).parents[2] / "tokens"
SCHEMES = ("light", "dark", "high-contrast")
SEED = 20261124


class Verdict(NamedTuple):
    """What a theme gave: the seconds it took to make, pairs judged, pairs short, and the hue that turned most."""

    brand: str
    seconds: float
    pairs: int
    short: list[str]
    turned: float


@cache
def owed() -> list[tuple[str, str, dict[str, float], str]]:
    """Foreground, background, ratio by scheme and partner of every declared pair, read from the token files."""
    semantic = json.loads((TOKENS / "semantic.tokens.json").read_text(encoding="utf-8"))
    resolver = json.loads((TOKENS / "designsys.resolver.json").read_text(encoding="utf-8"))
    more = resolver["modifiers"]["scheme"]["$extensions"]["jp.designsys"]["ratios"]
    found = []
    for name, token in semantic["color"].items():
        if not isinstance(token, dict):
            continue
        for pair in token.get("$extensions", {}).get("jp.designsys", {}).get("pairs", ()):
            ratios = {
                scheme: max(pair["ratio"], more.get(scheme, {}).get(pair["kind"], 0)) for scheme in SCHEMES
            }
            found.append((f"color.{name}", pair["background"], ratios, pair.get("partner", "")))
    return found


def colors(sheet: str) -> dict[str, dict[str, str]]:
    """``#rrggbb`` of each colour property in each scheme, from the text of a style sheet.

    A property that follows the scheme is ``light-dark(NORMAL MORE, DARK)`` or ``NORMAL MORE``, where the first two
    stand in ``var(--_ds-contrast-normal, …) var(--_ds-contrast-more, …)`` when high contrast differs.
    """
    found: dict[str, dict[str, str]] = {}
    whole, _, _ = sheet.partition("@supports not")
    for name, value in re.findall(r"--ds-(color-[\w-]+): ([^;]+);", whole):
        hexes = re.findall(r"#[0-9a-f]{6}", value)
        light = hexes[0]
        high = hexes[1] if "contrast-more" in value else light
        dark = hexes[-1] if "light-dark" in value else light
        found[name.replace("color-", "color.", 1)] = {"light": light, "dark": dark, "high-contrast": high}
    return found


def luminance(text: str) -> float:
    """WCAG 2.2 relative luminance."""
    parts = [int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(first: str, second: str) -> float:
    """WCAG 2.2 contrast ratio."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def chroma_and_hue(text: str) -> tuple[float, float]:
    """OKLCH chroma and hue (Ottosson 2020)."""
    parts = [int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    c = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return math.hypot(a, c), math.degrees(math.atan2(c, a))


def shortfalls(sheet: str) -> Iterator[str]:
    """The pairs whose ratio is less than what they owe."""
    seen = colors(sheet)
    for foreground, background, ratios, partner in owed():
        for scheme, required in ratios.items():
            ground = seen[background][scheme]
            best = max(ratio(seen[one][scheme], ground) for one in filter(None, (foreground, partner)))
            if best < required:
                yield f"{foreground} on {background}, {scheme}: {best:.3f} < {required}"


def derived(node: Any) -> Iterator[str]:
    """``#rrggbb`` of every colour in a theme's file."""
    if isinstance(node, dict):
        if "hex" in node:
            yield node["hex"]
        for child in node.values():
            yield from derived(child)


def judge(brand: str) -> Verdict:
    """Make a theme, build it, and check it."""
    start = time.perf_counter()
    theme = new_theme(brand, "町")
    seconds = time.perf_counter() - start
    short = list(shortfalls(build(theme.system, "css")))
    _, own = chroma_and_hue(theme.brand.hex)
    hues = [chroma_and_hue(text) for text in derived(theme.document["brand"])]
    turned = max((abs((hue - own + 180) % 360 - 180) for chroma, hue in hues if chroma >= 0.04), default=0.0)
    return Verdict(brand, seconds, len(owed()) * len(SCHEMES), short, turned)


def named() -> list[str]:
    """The named colours of CSS Color 4, as tinycss2 knows them."""
    words = "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown " \
        "burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan " \
        "darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred " \
        "darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink " \
        "deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold " \
        "goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush " \
        "lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey " \
        "lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow " \
        "lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen " \
        "mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin " \
        "navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise " \
        "palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue " \
        "saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow " \
        "springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen"  # fmt: skip
    found = words.split()
    assert len(found) == 148 and all(color4.parse_color(word) for word in found)
    return found


def main(count: int) -> int:
    """Judge them all in two processes; 1 when a theme failed."""
    chance = random.Random(SEED)
    brands = [f"#{chance.randrange(2**24):06x}" for _ in range(count)] + named()
    with multiprocessing.Pool(2) as pool:
        verdicts = pool.map(judge, brands, chunksize=25)
    failed = [one for one in verdicts if one.short or one.turned > 5]
    for one in failed[:20]:
        print(f"{one.brand}: hue turned by {one.turned:.2f}; {one.short[:3]}")
    times = sorted(one.seconds * 1000 for one in verdicts)
    print(
        f"{count} random and {len(brands) - count} named colours, {sum(one.pairs for one in verdicts):,} pairs"
    )
    print(f"themes with a pair short: {sum(bool(one.short) for one in verdicts)}")
    print(f"greatest turn of a hue: {max(one.turned for one in verdicts):.2f} degrees (at most 5)")
    print(
        f"one theme, in ms: median {statistics.median(times):.1f}, "
        f"95 % under {times[int(len(times) * 0.95)]:.1f}, longest {times[-1]:.1f}"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
