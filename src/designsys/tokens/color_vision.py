"""How colours look to people with other colour vision, and how far two colours are apart.

Dichromacy is simulated by the matrices of Machado, Oliveira and Fernandes (2009) at severity 1, distance is
CIEDE2000 (ISO/CIE 11664-6) under D65. Milder forms of colour vision deficiency, and how large or bright an area
is, are not considered; a simulation does not tell what a person sees.
"""

from __future__ import annotations

import math

from designsys.tokens.color import Color, Vector

__all__ = ["VISIONS", "delta_e", "distance", "simulated"]

VISIONS: dict[str, tuple[Vector, Vector, Vector]] = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Kinds of colour vision, and what each makes of linear sRGB."""

_WHITE = (0.3127 / 0.3290, 1.0, (1 - 0.3127 - 0.3290) / 0.3290)


def simulated(color: Color, vision: str) -> Vector:
    """CIELAB (D65) of a colour as a kind of vision has it.

    :param vision: one of :data:`VISIONS`.
    """
    red, green, blue = color.linear
    seen = [min(1.0, max(0.0, row[0] * red + row[1] * green + row[2] * blue)) for row in VISIONS[vision]]
    return _lab(seen[0], seen[1], seen[2])


def distance(first: Color, second: Color, vision: str = "normal") -> float:
    """CIEDE2000 between two colours as a kind of vision has them; 1 is just noticeable side by side."""
    return delta_e(simulated(first, vision), simulated(second, vision))


def delta_e(first: Vector, second: Vector) -> float:
    """CIEDE2000 between two CIELAB colours (formulae of Sharma, Wu and Dalal, 2005, eqs. 2-22)."""
    (l1, a1, b1), (l2, a2, b2) = first, second
    mean_c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    grow = 1.5 - 0.5 * math.sqrt(mean_c**7 / (mean_c**7 + 25.0**7))
    a1, a2 = a1 * grow, a2 * grow
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    delta_h, mean_h = 0.0, h1 + h2
    if c1 * c2:
        delta_h = (h2 - h1 + 180) % 360 - 180
        mean_h = (h1 + delta_h / 2) % 360
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    tone = (
        1
        - 0.17 * _cos(mean_h - 30)
        + 0.24 * _cos(2 * mean_h)
        + 0.32 * _cos(3 * mean_h + 6)
        - 0.20 * _cos(4 * mean_h - 63)
    )
    off = (mean_l - 50) ** 2
    light = (l2 - l1) / (1 + 0.015 * off / math.sqrt(20 + off))
    chroma = (c2 - c1) / (1 + 0.045 * mean_c)
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(delta_h / 2)) / (1 + 0.015 * mean_c * tone)
    turn = 60 * math.exp(-(((mean_h - 275) / 25) ** 2))
    rotation = -2 * math.sqrt(mean_c**7 / (mean_c**7 + 25.0**7)) * math.sin(math.radians(turn))
    return math.sqrt(light**2 + chroma**2 + hue**2 + rotation * chroma * hue)


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def _lab(red: float, green: float, blue: float) -> Vector:
    x = 0.4123907992659595 * red + 0.357584339383878 * green + 0.1804807884018343 * blue
    y = 0.21263900587151036 * red + 0.715168678767756 * green + 0.07219231536073371 * blue
    z = 0.01933081871559185 * red + 0.11919477979462599 * green + 0.9505321522496606 * blue
    fx, fy, fz = _root(x / _WHITE[0]), _root(y), _root(z / _WHITE[2])
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _root(part: float) -> float:
    return math.cbrt(part) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
