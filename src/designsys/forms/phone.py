"""Reads the telephone number that a ``phone_input`` sends, however people write it.

It cannot know whether anybody answers there: Japanese numbers are checked by their length, those of
other countries by the limits of ITU-T E.164.
"""

from __future__ import annotations

from designsys.forms.characters import HYPHENS, SPACES, half_width, without
from designsys.forms.parts import Fault, FormData, sent, words_for
from designsys.forms.reading import Reading
from designsys.rendering.words import Words

__all__ = ["read_phone"]

# Brackets stand around area codes, dots between groups.
_BETWEEN = SPACES | HYPHENS | frozenset("().・/")
_SHORTEST_ABROAD, _LONGEST_ABROAD = 7, 15


def read_phone(
    form: FormData,
    name: str,
    *,
    label: str | None = None,
    required: bool = False,
    locale: str | None = None,
) -> Reading[str]:
    """Read a telephone number; whatever was sent, this gives a reading and never raises.

    Full-width digits, hyphens and blanks of every kind and brackets are taken (WCAG 3.3.1, 3.3.3).
    ``value`` is digits alone, ``"0312345678"``, or ``"+"`` and digits for a number of another
    country; +81 becomes the 0 that is dialled in Japan.

    :param form: the form data.
    :param name: the name given to ``phone_input``.
    :param label: whose number it is; printed before the error in the error summary.
    :param required: whether nothing typed is an error.
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """
    typed, words = sent(form, name), words_for(locale)
    number = without(half_width(typed), _BETWEEN)
    try:
        if number:
            return Reading(name, typed, _number(number, words))
        # Hyphens alone are no answer, yet something was typed.
        if required or without(typed, SPACES):
            raise Fault(words.gettext("Enter the telephone number."))
    except Fault as fault:
        return Reading.wrong(name, typed, fault.message, label, words)
    return Reading(name, typed)


def _number(number: str, words: Words) -> str:
    digits = number.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        raise Fault(words.gettext("Write the telephone number in numbers only. Hyphens do no harm."))
    if number.startswith("+81"):
        number = digits = "0" + digits.removeprefix("81").removeprefix("0")
    if number.startswith("+"):
        if not _SHORTEST_ABROAD <= len(digits) <= _LONGEST_ABROAD:
            raise Fault(
                words.gettext("Write the number with its country code, in 7 to 15 digits after the “+”.")
            )
    elif not (number.startswith("0") and len(digits) in (10, 11)):
        raise Fault(
            words.gettext("Telephone numbers begin with 0 and have 10 or 11 digits. Write the area code too.")
        )
    return number
