"""Reads the number that a ``number_input`` sends: digits of any width, with or without commas and the unit.

It takes no kanji numerals and no powers (「3万」): what they mean beside other digits is for people to say.
"""

from __future__ import annotations

import re
from decimal import Decimal

from designsys.forms.characters import SPACES, half_width, hyphenated, without
from designsys.forms.parts import Fault, FormData, sent, words_for
from designsys.forms.reading import Reading
from designsys.rendering.words import Words

__all__ = ["read_number"]

# A comma only where it parts thousands: "1,5" is one and a half to a German, and must not become 15.
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?", re.ASCII)
# Python refuses to convert over 4,300 digits; no answer on a form has forty.
_LONGEST = 40
_COMMAS = str.maketrans("、，٬", ",,,")


def read_number(
    form: FormData,
    name: str,
    *,
    label: str | None = None,
    required: bool = False,
    minimum: int | Decimal | None = None,
    maximum: int | Decimal | None = None,
    decimals: int = 0,
    unit: str | None = None,
    locale: str | None = None,
) -> Reading[int | Decimal]:
    """Read a number; whatever was sent, this gives a reading and never raises.

    Full-width digits, every hyphen as a minus, commas between thousands and blanks are taken
    (WCAG 3.3.1, 3.3.3). ``value`` is an int where ``decimals`` is 0, else a Decimal.

    :param form: the form data.
    :param name: the name given to ``number_input``.
    :param label: what is counted or measured; printed before the error in the error summary.
    :param required: whether nothing typed is an error.
    :param minimum: the smallest number allowed.
    :param maximum: the largest number allowed.
    :param decimals: how many digits may follow the decimal point.
    :param unit: the unit given to ``number_input``; taken off where people write it, too.
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """
    typed, words = sent(form, name), words_for(locale)
    text = _plain(typed, unit)
    try:
        if text:
            value = _value(text, decimals, words)
            _check_limits(value, minimum, maximum, words)
            return Reading(name, typed, value)
        if required or without(typed, SPACES):
            raise Fault(words.gettext("Enter a number."))
    except Fault as fault:
        return Reading.wrong(name, typed, fault.message, label, words)
    return Reading(name, typed)


def _plain(typed: str, unit: str | None) -> str:
    text = without(half_width(typed), SPACES).translate(_COMMAS)
    if unit:
        text = text.removesuffix(without(half_width(unit), SPACES))
    return hyphenated(text)


def _value(text: str, decimals: int, words: Words) -> int | Decimal:
    found = _NUMBER.fullmatch(text) if len(text) < _LONGEST else None
    if found is None:
        raise Fault(words.gettext("Write the number in digits only, such as 12."))
    fraction = found[1] or ""
    if len(fraction) > decimals:
        if decimals:
            raise Fault(
                words.gettext("Round the number: up to %(number)s digits after the point.", number=decimals)
            )
        raise Fault(words.gettext("Write a whole number, without a decimal point."))
    plain = text.replace(",", "")
    return Decimal(plain) if decimals else int(plain)


def _check_limits(
    value: int | Decimal, minimum: int | Decimal | None, maximum: int | Decimal | None, words: Words
) -> None:
    if minimum is not None and value < minimum:
        raise Fault(words.gettext("Enter a number of %(number)s or more.", number=f"{minimum:,}"))
    if maximum is not None and value > maximum:
        raise Fault(words.gettext("Enter a number of %(number)s or less.", number=f"{maximum:,}"))
