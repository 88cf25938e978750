"""Colours of the fourteen DTCG colour spaces, brought to sRGB.

The formulas are those of CSS Color 4 (§§ 7-10 and its conversion code, W3C).
It does not read CSS colours, and blends in no space but sRGB.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["SPACES", "Color", "Vector"]

Vector = tuple[float, float, float]
_Matrix = tuple[Vector, Vector, Vector]

_UNIT = ((0.0, 1.0, False),) * 3
_HUE = (0.0, 360.0, True)
_PERCENT = (0.0, 100.0, False)
_ANY = (-math.inf, math.inf, False)
_CHROMA = (0.0, math.inf, False)

SPACES: dict[str, tuple[tuple[float, float, bool], ...]] = {
    **dict.fromkeys(("srgb", "srgb-linear"), _UNIT),
    "hsl": (_HUE, _PERCENT, _PERCENT),
    "hwb": (_HUE, _PERCENT, _PERCENT),
    "lab": (_PERCENT, _ANY, _ANY),
    "lch": (_PERCENT, _CHROMA, _HUE),
    "oklab": ((0.0, 1.0, False), _ANY, _ANY),
    "oklch": ((0.0, 1.0, False), _CHROMA, _HUE),
    **dict.fromkeys(("display-p3", "a98-rgb", "prophoto-rgb", "rec2020", "xyz-d65", "xyz-d50"), _UNIT),
}
"""Colour spaces with the least and greatest value of each component, and whether the greatest is left out."""

_P3: _Matrix = (
    (0.4865709486482162, 0.26566769316909306, 0.1982172852343625),
    (0.2289745640697488, 0.6917385218365064, 0.079286914093745),
    (0.0, 0.04511338185890264, 1.043944368900976),
)
_A98: _Matrix = (
    (0.5766690429101305, 0.1855582379065463, 0.1882286462349947),
    (0.29734497525053605, 0.6273635662554661, 0.07529145849399788),
    (0.02703136138641234, 0.07068885253582723, 0.9913375368376388),
)
_PROPHOTO: _Matrix = (
    (0.7977604896723027, 0.13518583717574031, 0.0313493495815248),
    (0.2880711282292934, 0.7118432178101014, 0.00008565396060525902),
    (0.0, 0.0, 0.8251046025104601),
)
_REC2020: _Matrix = (
    (0.6369580483012914, 0.14461690358620832, 0.1688809751641721),
    (0.2627002120112671, 0.6779980715188708, 0.05930171646986196),
    (0.0, 0.028072693049087428, 1.060985057710791),
)
_D50_TO_D65: _Matrix = (
    (0.955473421488075, -0.02309845494876471, 0.06325924320057072),
    (-0.0283697093338637, 1.0099953980813041, 0.021041441191917323),
    (0.012314014864481998, -0.020507649298898964, 1.330365926242124),
)
_XYZ_TO_LINEAR: _Matrix = (
    (3.2409699419045226, -1.537383177570094, -0.4986107602930034),
    (-0.9692436362808796, 1.8759675015077202, 0.04155505740717559),
    (0.05563007969699366, -0.20397695888897652, 1.0569715142428786),
)
_LINEAR_TO_LMS: _Matrix = (
    (0.4122214694707629, 0.5363325372617349, 0.0514459932675022),
    (0.2119034958178251, 0.6806995506452345, 0.1073969535369405),
    (0.0883024591900564, 0.2817188391361215, 0.6299787016738222),
)
_LMS_TO_OKLAB: _Matrix = (
    (0.2104542683093140, 0.7936177747023054, -0.0040720430116193),
    (1.9779985324311684, -2.4285922420485799, 0.4505937096174110),
    (0.0259040424655478, 0.7827717124575296, -0.8086757549230774),
)
_OKLAB_TO_LMS: _Matrix = (
    (1.0, 0.3963377773761749, 0.2158037573099136),
    (1.0, -0.1055613458156586, -0.0638541728258133),
    (1.0, -0.0894841775298119, -1.2914855480194092),
)
_LMS_TO_LINEAR: _Matrix = (
    (4.0767416360759583, -3.3077115392580629, 0.2309699031821043),
    (-1.2684379732850315, 2.6097573492876882, -0.3413193760026570),
    (-0.0041960761386756, -0.7034186179359362, 1.7076146940746117),
)


_JUST_NOTICEABLE, _NEAR_ENOUGH = 0.02, 0.0001
"""The difference ΔE OK that is just seen, and how exactly it is sought (CSS Color 4 § 13.2)."""


@dataclass(frozen=True, slots=True)
class Color:
    """A colour in sRGB.

    :param red: gamma-encoded, 0 to 1.
    :param green: the same.
    :param blue: the same.
    :param alpha: opacity, 0 to 1.
    """

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Color:
        """The colour of a DTCG colour value whose references have been followed.

        A ``none`` component counts as 0 (CSS Color 4 § 4.4). A colour outside sRGB becomes the one that
        browsers show for it (§ 13.2): nearly its OKLCH lightness and hue, with as much chroma as sRGB has.
        """
        red, green, blue = value["components"]
        if value["colorSpace"] == "srgb" and "none" not in (red, green, blue):
            return cls(float(red), float(green), float(blue), float(value.get("alpha", 1)))
        components = tuple(0.0 if part == "none" else float(part) for part in value["components"])
        encoded = _TO_SRGB[value["colorSpace"]]((components[0], components[1], components[2]))
        inside = encoded if _in_gamut(encoded) else _map_to_gamut(*_to_oklch(encoded))
        return cls(*_clip(inside), alpha=float(value.get("alpha", 1)))

    @classmethod
    def from_hex(cls, text: str) -> Color:
        """The colour of ``#rrggbb``."""
        red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return cls(red, green, blue)

    @classmethod
    def from_oklch(cls, lightness: float, chroma: float, hue: float) -> Color:
        """The sRGB colour of exactly this OKLCH lightness (0 to 1) and hue (degrees), with at most this chroma."""
        return cls(*_clip(_reduce_chroma(lightness, chroma, hue)))

    @property
    def oklch(self) -> Vector:
        """OKLCH lightness (0 to 1), chroma and hue (degrees)."""
        return _to_oklch((self.red, self.green, self.blue))

    @property
    def linear(self) -> Vector:
        """Red, green and blue in linear light, 0 to 1."""
        return _decode(self.red), _decode(self.green), _decode(self.blue)

    @property
    def hex(self) -> str:
        """``#rrggbb``, the 8 bits a channel that a screen shows; opacity is not in it."""
        return "#" + "".join(
            f"{math.floor(part * 255 + 0.5):02x}" for part in (self.red, self.green, self.blue)
        )

    def over(self, ground: Color) -> Color:
        """What is seen when this colour is laid on an opaque one."""
        if self.alpha == 1:
            return self
        mixed = [
            top * self.alpha + below * (1 - self.alpha)
            for top, below in zip(
                (self.red, self.green, self.blue), (ground.red, ground.green, ground.blue), strict=True
            )
        ]
        return Color(mixed[0], mixed[1], mixed[2])


def _times(matrix: _Matrix, vector: Vector) -> Vector:
    first, second, third = matrix
    x, y, z = vector
    return (
        first[0] * x + first[1] * y + first[2] * z,
        second[0] * x + second[1] * y + second[2] * z,
        third[0] * x + third[1] * y + third[2] * z,
    )


def _each(function: Callable[[float], float], vector: Vector) -> Vector:
    return function(vector[0]), function(vector[1]), function(vector[2])


def _encode(part: float) -> float:
    size = abs(part)
    return math.copysign(1.055 * size ** (1 / 2.4) - 0.055 if size > 0.0031308 else 12.92 * size, part)


def _decode(part: float) -> float:
    size = abs(part)
    return math.copysign(((size + 0.055) / 1.055) ** 2.4 if size > 0.04045 else size / 12.92, part)


def _decode_prophoto(part: float) -> float:
    return part**1.8 if part >= 16 / 512 else part / 16


def _decode_rec2020(part: float) -> float:
    # BT.2020 as CSS Color 4 has it since 2025: display-referred, a plain power.
    return math.copysign(abs(part) ** 2.4, part)


def _from_xyz(xyz: Vector) -> Vector:
    return _each(_encode, _times(_XYZ_TO_LINEAR, xyz))


def _from_rgb(matrix: _Matrix, decode: Callable[[float], float], rgb: Vector) -> Vector:
    return _from_xyz(_times(matrix, _each(decode, rgb)))


def _from_hsl(hsl: Vector) -> Vector:
    hue, saturation, lightness = hsl[0], hsl[1] / 100, hsl[2] / 100
    reach = saturation * min(lightness, 1 - lightness)

    def channel(offset: float) -> float:
        turn = (offset + hue / 30) % 12
        return lightness - reach * max(-1.0, min(turn - 3, 9 - turn, 1.0))

    return channel(0), channel(8), channel(4)


def _from_hwb(hwb: Vector) -> Vector:
    white, black = hwb[1] / 100, hwb[2] / 100
    if white + black >= 1:
        gray = white / (white + black)
        return gray, gray, gray
    return _each(lambda part: part * (1 - white - black) + white, _from_hsl((hwb[0], 100, 50)))


def _from_lab(lab: Vector) -> Vector:
    kappa, epsilon = 24389 / 27, 216 / 24389
    middle = (lab[0] + 16) / 116
    first, last = lab[1] / 500 + middle, middle - lab[2] / 200
    x = first**3 if first**3 > epsilon else (116 * first - 16) / kappa
    y = middle**3 if lab[0] > kappa * epsilon else lab[0] / kappa
    z = last**3 if last**3 > epsilon else (116 * last - 16) / kappa
    white = (0.3457 / 0.3585, 1.0, (1 - 0.3457 - 0.3585) / 0.3585)
    return _from_xyz(_times(_D50_TO_D65, (x * white[0], y * white[1], z * white[2])))


def _from_oklab(lab: Vector) -> Vector:
    return _each(_encode, _linear_of_oklab(lab))


def _from_polar(lch: Vector) -> Vector:
    turn = math.radians(lch[2])
    return lch[0], lch[1] * math.cos(turn), lch[1] * math.sin(turn)


def _to_oklab(linear: Vector) -> Vector:
    return _times(_LMS_TO_OKLAB, _each(math.cbrt, _times(_LINEAR_TO_LMS, linear)))


def _to_oklch(rgb: Vector) -> Vector:
    lightness, a, b = _to_oklab(_each(_decode, rgb))
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _in_gamut(rgb: Vector) -> bool:
    return all(-0.0001 <= part <= 1.0001 for part in rgb)


def _clip(rgb: Vector) -> Vector:
    return _each(lambda part: min(1.0, max(0.0, part)), rgb)


def _map_to_gamut(lightness: float, chroma: float, hue: float) -> Vector:
    """The sRGB colour for one that sRGB lacks, as CSS Color 4 § 13.2 maps it.

    Less chroma alone would follow the dent that the gamut has at blue and yellow: a blue that rounding put
    outside would lose a fifth of its colour. So a colour is clipped as soon as that is not seen.
    """
    if lightness <= 0 or lightness >= 1:
        return (0.0, 0.0, 0.0) if lightness <= 0 else (1.0, 1.0, 1.0)
    turn = math.radians(hue)
    low, high, below_is_shown = 0.0, chroma, True
    middle = chroma
    while True:
        lab = (lightness, middle * math.cos(turn), middle * math.sin(turn))
        linear = _linear_of_oklab(lab)
        clipped = _clip(linear)
        apart = math.dist(_to_oklab(clipped), lab)
        if below_is_shown and _is_shown(linear):
            low = middle
        elif apart >= _JUST_NOTICEABLE:
            high = middle
        elif middle == chroma or _JUST_NOTICEABLE - apart < _NEAR_ENOUGH:
            return _each(_encode, clipped)
        else:
            low, below_is_shown = middle, False
        if high - low <= _NEAR_ENOUGH:
            return _each(_encode, clipped)
        middle = (low + high) / 2


def _reduce_chroma(lightness: float, chroma: float, hue: float) -> Vector:
    """The most colourful sRGB colour of this lightness and hue, with no more than this chroma."""
    if lightness <= 0 or lightness >= 1:
        return (0.0, 0.0, 0.0) if lightness <= 0 else (1.0, 1.0, 1.0)
    turn = math.radians(hue)
    a, b = math.cos(turn), math.sin(turn)
    low, high = 0.0, chroma
    linear = _linear_of_oklab((lightness, chroma * a, chroma * b))
    if not _is_shown(linear):
        # 17 halvings leave less than a hundred-thousandth of the chroma, which no screen shows.
        for _ in range(17):
            middle = (low + high) / 2
            if _is_shown(_linear_of_oklab((lightness, middle * a, middle * b))):
                low = middle
            else:
                high = middle
        linear = _linear_of_oklab((lightness, low * a, low * b))
    return _each(_encode, linear)


def _linear_of_oklab(lab: Vector) -> Vector:
    long, middle, short = _times(_OKLAB_TO_LMS, lab)
    return _times(_LMS_TO_LINEAR, (long * long * long, middle * middle * middle, short * short * short))


def _is_shown(linear: Vector) -> bool:
    """Whether a screen of sRGB shows it, within the tolerance of :func:`_in_gamut` carried to linear light."""
    return min(linear) >= -0.00001 and max(linear) <= 1.0002


_TO_SRGB: dict[str, Callable[[Vector], Vector]] = {
    "srgb": lambda rgb: rgb,
    "srgb-linear": lambda rgb: _each(_encode, rgb),
    "hsl": _from_hsl,
    "hwb": _from_hwb,
    "lab": _from_lab,
    "lch": lambda lch: _from_lab(_from_polar(lch)),
    "oklab": _from_oklab,
    "oklch": lambda lch: _from_oklab(_from_polar(lch)),
    "display-p3": lambda rgb: _from_rgb(_P3, _decode, rgb),
    "a98-rgb": lambda rgb: _from_rgb(_A98, lambda part: math.copysign(abs(part) ** (563 / 256), part), rgb),
    "prophoto-rgb": lambda rgb: _from_xyz(
        _times(_D50_TO_D65, _times(_PROPHOTO, _each(_decode_prophoto, rgb)))
    ),
    "rec2020": lambda rgb: _from_rgb(_REC2020, _decode_rec2020, rgb),
    "xyz-d65": _from_xyz,
    "xyz-d50": lambda xyz: _from_xyz(_times(_D50_TO_D65, xyz)),
}
