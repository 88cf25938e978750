"""The language that most of a document is in."""

from __future__ import annotations

import pytest

from designsys.audit.facts.spoken import spoken
from designsys.audit.facts.texts import Frame, Text

JAPANESE = "引っ越した人は、14日以内に市役所へ届け出てください。"
ENGLISH = "If you move to the city, you have to tell us within fourteen days."


def _frame(lang: str, *texts: str) -> Frame:
    return Frame("0.5", lang, tuple(Text(place, text, lang, True) for place, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("lang", "texts", "tag"),
    [
        ("ja", [JAPANESE], "ja"),
        ("en", [JAPANESE, JAPANESE], "ja"),
        ("ja", [ENGLISH], "en"),
        ("ja", [JAPANESE, ENGLISH], None),
        ("ja", ["Sakura"], None),
        ("", [JAPANESE], None),
    ],
)
def test_most_of_the_letters_decide(lang: str, texts: list[str], tag: str | None) -> None:
    found = spoken(_frame(lang, *texts))
    assert (found.tags[0] if found else None) == tag
