"""Reads the code that a ``one_time_code_input`` sends: its digits, leading zeros kept.

It does not know which code was sent out, nor how many times somebody may try: the service compares.
"""

from __future__ import annotations

from designsys.forms.characters import HYPHENS, SPACES, half_width, without
from designsys.forms.parts import Fault, FormData, sent, words_for
from designsys.forms.reading import Reading
from designsys.rendering.words import Words

__all__ = ["read_one_time_code"]


def read_one_time_code(
    form: FormData,
    name: str,
    *,
    length: int = 6,
    label: str | None = None,
    locale: str | None = None,
) -> Reading[str]:
    """Read a one-time code; whatever was sent, this gives a reading and never raises.

    Full-width digits, blanks and hyphens, as messages print them, are taken (WCAG 3.3.8).
    Compare ``value`` with :func:`hmac.compare_digest`.

    :param form: the form data.
    :param name: the name given to ``one_time_code_input``.
    :param length: how many digits the code has.
    :param label: what the code is; printed before the error in the error summary.
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """
    typed, words = sent(form, name), words_for(locale)
    code = without(half_width(typed), SPACES | HYPHENS)
    try:
        _check(code, length, words)
    except Fault as fault:
        return Reading.wrong(name, typed, fault.message, label, words)
    return Reading(name, typed, code)


def _check(code: str, length: int, words: Words) -> None:
    if not code:
        raise Fault(words.gettext("Enter the code."))
    if not (code.isascii() and code.isdigit()):
        raise Fault(words.gettext("Write the code in numbers only."))
    if len(code) != length:
        raise Fault(words.gettext("Enter all %(number)s digits of the code.", number=length))
