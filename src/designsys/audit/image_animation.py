"""Reads from the bytes of a GIF, PNG or WebP how it moves.

Only frames, their times and repetitions are read; whether the frames differ to the eye
is not known, and AVIF is not read.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass

__all__ = ["Animation", "read_animation"]

# Browsers show a GIF's frame of less than 20 ms for 100 ms.
_HASTY, _HASTY_SHOWN = 2, 10


@dataclass(frozen=True, slots=True)
class Animation:
    """How an image moves.

    :param frames: their number, at least 2.
    :param seconds: how long it moves in all; infinite where it begins again and again.
    """

    frames: int
    seconds: float


def read_animation(data: bytes) -> Animation | None:
    """The animation that an image file holds; None for a still, broken or other one.

    :param data: the whole file.
    """
    try:
        if data[:6] in (b"GIF87a", b"GIF89a"):
            times, plays = _gif(data)
        elif data[:8] == b"\x89PNG\r\n\x1a\n":
            times, plays = _png(data)
        elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            times, plays = _webp(data)
        else:
            return None
    except (IndexError, struct.error):
        return None
    return Animation(len(times), sum(times) * plays) if len(times) > 1 else None


def _gif(data: bytes) -> tuple[list[float], float]:
    times: list[float] = []
    plays, delay = 1.0, 0
    at = 13 + _colours(data[10])
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            times.append(_shown(delay))
            delay = 0
            at = _blocks(data, at + 11 + _colours(data[at + 9]))
        elif data[at] == 0x21:
            label, at = data[at + 1], at + 2
            if label == 0xF9:
                (delay,) = struct.unpack_from("<H", data, at + 2)
            elif label == 0xFF and data[at + 1 : at + 12] in (b"NETSCAPE2.0", b"ANIMEXTS1.0"):
                (loops,) = struct.unpack_from("<H", data, at + 14)
                plays = math.inf if loops == 0 else loops + 1.0
            at = _blocks(data, at)
        else:
            break
    return times, plays


def _shown(delay: int) -> float:
    return (delay if delay >= _HASTY else _HASTY_SHOWN) / 100


def _colours(flags: int) -> int:
    """Bytes of the colour table that a GIF's flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(data: bytes, at: int) -> int:
    """Where a GIF's chain of blocks ends."""
    while data[at]:
        at += data[at] + 1
    return at + 1


def _png(data: bytes) -> tuple[list[float], float]:
    times: list[float] = []
    plays, at = 0.0, 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"acTL":
            (loops,) = struct.unpack_from(">I", data, at + 12)
            plays = loops or math.inf
        elif kind == b"fcTL":
            part, whole = struct.unpack_from(">HH", data, at + 28)
            times.append(max(part / (whole or 100), 0.01))
        elif kind == b"IDAT" and not plays:
            return [], 0.0
        at += length + 12
    return times, plays


def _webp(data: bytes) -> tuple[list[float], float]:
    times: list[float] = []
    plays, at = 1.0, 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        if kind == b"ANIM":
            (loops,) = struct.unpack_from("<H", data, at + 12)
            plays = loops or math.inf
        elif kind == b"ANMF":
            milliseconds = int.from_bytes(data[at + 20 : at + 23], "little")
            times.append(max(milliseconds / 1000, 0.01))
        at += 8 + length + length % 2
    return times, plays
