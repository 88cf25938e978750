"""Reads the mail address that an ``email_input`` sends, put right where only the keyboard was at fault.

It cannot know whether mail arrives: only a message sent to the address shows that. Old addresses of
Japanese mobile carriers, with two dots or one before the "@", break RFC 5321 and are taken.
"""

from __future__ import annotations

from designsys.forms.characters import SPACES, half_width, hyphenated, without
from designsys.forms.parts import Fault, FormData, sent, words_for
from designsys.forms.reading import Reading
from designsys.rendering.words import Words

__all__ = ["read_email"]

# RFC 5321 § 4.5.3.1.3, without the brackets around a path.
_LONGEST = 254
_DOTS = str.maketrans({"。": ".", "｡": "."})
_NEVER = frozenset('()<>[]{},;:\\"、，；：') | {chr(code) for code in (*range(0x20), 0x7F)}


def read_email(
    form: FormData,
    name: str,
    *,
    label: str | None = None,
    required: bool = False,
    locale: str | None = None,
) -> Reading[str]:
    """Read a mail address; whatever was sent, this gives a reading and never raises.

    Full-width letters, "＠", "。" for a dot, and blanks are put right (WCAG 3.3.1, 3.3.3).

    :param form: the form data.
    :param name: the name given to ``email_input``.
    :param label: whose address it is; printed before the error in the error summary.
    :param required: whether nothing typed is an error.
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """
    typed, words = sent(form, name), words_for(locale)
    address = _plain(typed)
    try:
        if address:
            _check(address, words)
            return Reading(name, typed, address)
        if required:
            raise Fault(words.gettext("Enter the email address."))
    except Fault as fault:
        return Reading.wrong(name, typed, fault.message, label, words)
    return Reading(name, typed)


def _plain(typed: str) -> str:
    address = without(half_width(typed), SPACES).translate(_DOTS)
    # 「ー」 is a letter in the name of a Japanese domain, and a slip of the keyboard in any other.
    ascii_only = hyphenated(address)
    return ascii_only if ascii_only.isascii() else address


def _check(address: str, words: Words) -> None:
    local, at, domain = address.partition("@")
    if not (local and at and domain) or "@" in domain:
        raise Fault(words.gettext("Write the email address with one “@” in it, such as name@example.jp."))
    stray = next((character for character in address if character in _NEVER), None)
    if stray is not None:
        raise Fault(words.gettext("Take “%(character)s” out of the email address.", character=stray))
    if "." not in domain or not all(domain.split(".")):
        raise Fault(words.gettext("Write all that follows the “@”, such as example.jp."))
    if len(address) > _LONGEST:
        raise Fault(words.gettext("Write the email address in up to %(number)s characters.", number=_LONGEST))
