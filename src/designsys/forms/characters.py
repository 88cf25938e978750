"""The characters that people type for digits, hyphens and blanks, in one table for every reader of numbers and addresses.

It knows characters only: whether a hyphen belongs in an answer is for the reader of that answer to say.
"""

from __future__ import annotations

__all__ = ["HYPHENS", "INVISIBLE", "SPACES", "half_width", "hyphenated", "without"]

HYPHENS = frozenset(
    "-"
    "\u00ad\u02d7\u058a\u05be\u1806"  # soft hyphen, modifier minus, Armenian, Hebrew, Mongolian
    "\u2010\u2011\u2012\u2013\u2014\u2015"  # hyphen, unbreakable hyphen, figure, en and em dash, bar
    "\u2043\u207b\u208b\u2212\u2796"  # bullet, raised and lowered minus, minus, heavy minus
    "\u2500\u2501"  # ruled lines, which Japanese input offers for "けいせん"
    "\u2e3a\u2e3b"  # dashes two and three letters wide
    "\u30fc\uff70"  # long vowel marks: the key beside the zero, with Japanese input on
    "\u3161\uffda"  # the Korean vowel that looks like one
    "\ufe31\ufe32\ufe58\ufe63\uff0d"  # vertical, small and full-width
)
"""Every character that is typed where a hyphen or a minus is meant."""

INVISIBLE = frozenset(
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f"  # widthless blanks and marks of direction
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"  # the Contacts of iOS copy some along
)
"""Characters that nobody sees, and that come along when text is pasted."""

SPACES = INVISIBLE | frozenset(
    "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u2800\u3000\u3164\uffa0"  # the last: blanks of Braille, Japanese and Korean
)
"""Every blank, and what nobody sees."""

# The zero of each script that a resident's phone may be set to, in the order of Unicode: Arabic, Urdu,
# Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam, Sinhala, Thai, Lao,
# Tibetan, Burmese, Shan, Khmer, Mongolian.
_ZEROS = (
    "\u0660\u06f0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0"
    "\u0f20\u1040\u1090\u17e0\u1810"
)
# Letters, digits and signs of the width of a kanji, as in U+FF01 to U+FF5E.
_HALF_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    ord(zero) + digit: str(digit) for zero in _ZEROS for digit in range(10)
}
_HYPHENATED = dict.fromkeys(map(ord, HYPHENS), "-")


def half_width(text: str) -> str:
    """``text`` with ASCII for full-width letters, digits and signs, and 0 to 9 for digits of other scripts."""
    return text.translate(_HALF_WIDTH)


def hyphenated(text: str) -> str:
    """``text`` with a plain hyphen for everything that is typed as one."""
    return text.translate(_HYPHENATED)


def without(text: str, characters: frozenset[str]) -> str:
    """``text`` without any of ``characters``.

    :param characters: such as :data:`SPACES` or :data:`HYPHENS`; may be joined by ``|``.
    """
    return "".join(character for character in text if character not in characters)
