"""Counts a text as ``character_count`` counts it in the browser: in characters that people see, or in bytes.

It follows the Unicode rules for graphemes (UAX #29) by a table of its own, not by a package, so that a limit
is the same on every server. A browser with newer tables may count the newest emoji otherwise.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
import unicodedata
from typing import Literal

__all__ = ["Encoding", "count_bytes", "count_characters"]

Encoding = Literal["shift_jis", "euc_jp", "utf_8"]
"""The encodings in which 住民基本台帳 and other systems measure their columns."""

# Yen sign and overline are what JIS X 0201 has in the place of backslash and tilde.
_ONE_BYTE = {"shift_jis": re.compile("[\x00-\x7f¥‾\uff61-\uff9f]"), "euc_jp": re.compile("[\x00-\x7f¥‾]")}
# Selects a variant of a kanji or an emoji, which these encodings cannot tell apart.
_VARIANT = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def count_characters(text: str) -> int:
    """How many characters people see in ``text``, the same number as ``Intl.Segmenter`` in a browser.

    葛 with a variation selector, 👨‍👩‍👧 and が written as か and ゛ are one each; so is a line break,
    which forms send as CR and LF. What a control does not hold for good is not taken away: blanks count.

    :param text: what was sent.
    """
    return sum(1 for _ in _grapheme().finditer(_line_breaks(text)))


def count_bytes(text: str, encoding: Encoding) -> int:
    """How many bytes ``text`` takes in the column of another system, by the rule that the browser has too.

    A line break takes two (CR and LF). In the older encodings a letter that they lack takes two, as its 外字
    would; か and a separate ゛ are put together first, and a kanji's variant falls back to the kanji.
    Supplementary kanji (JIS X 0212), three bytes in some EUC systems, are not known.

    :param text: what was sent.
    :param encoding: ``"shift_jis"``, ``"euc_jp"`` or ``"utf_8"``.
    """
    text = _line_breaks(text)
    if encoding == "utf_8":
        # Half a surrogate pair, from a faulty client, has three bytes; a browser sends three for it, too.
        return len(text.encode("utf-8", "surrogatepass")) + text.count("\n")
    text = _VARIANT.sub("", unicodedata.normalize("NFC", text))
    return 2 * len(text) - len(_ONE_BYTE[encoding].findall(text.replace("\n", "")))


def _line_breaks(text: str) -> str:
    # HTML § 4.10.11.1: a control's value has LF, what is sent has CR LF, and a script may send CR.
    return text.replace("\r\n", "\n").replace("\r", "\n")


@functools.cache
def _grapheme() -> re.Pattern[str]:
    """UAX #29, table 1c, with the conjuncts of rule GB9c."""
    of = _classes()
    hangul = "{L}*(?:{V}+|{LV}{V}*|{LVT}){T}*|{L}+|{T}+"
    flag = "[\U0001f1e6-\U0001f1ff]{{2}}"
    emoji = "{Pictographic}(?:{Extend}*\u200d{Pictographic})*"
    conjunct = "{Consonant}(?:[{extend}{linker}]*[{linker}][{extend}{linker}]*{Consonant})+"
    core = f"{hangul}|{flag}|{emoji}|{conjunct}|{{Any}}"
    pattern = f"{{Prepend}}*(?:{core})(?:{{Extend}}|\u200d|{{SpacingMark}})*|{{Prepend}}+(?:{{Extend}}|\u200d|{{SpacingMark}})*|."
    return re.compile(
        pattern.format(
            **{name: f"[{ranges}]" for name, ranges in of.items()},
            LV="[" + "".join(chr(code) for code in range(0xAC00, 0xD7A4, 28)) + "]",
            LVT="[\uac00-\ud7a3]",
            Any=f"[^{of['Control']}\r\n]",
            extend=of["ConjunctExtend"],
            linker=of["Linker"],
        ),
        re.DOTALL,
    )


def _classes() -> dict[str, str]:
    """What stands in a regular expression's brackets for each property of the table."""
    table = importlib.resources.files(__package__ or "").joinpath("graphemes.tsv").read_text(encoding="utf-8")
    classes: dict[str, str] = {}
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        name, ranges = line.split("\t")
        for span in ranges.split():
            first, _, last = span.partition("-")
            classes[name] = classes.get(name, "") + f"\\U{int(first, 16):08x}-\\U{int(last or first, 16):08x}"
    return classes
