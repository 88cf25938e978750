"""APCA against the test values that its author publishes (SAPC-APCA, "APCA-W3 test values")."""

from __future__ import annotations

import pytest

from designsys.tokens import Color
from designsys.tokens.apca import lightness_contrast


@pytest.mark.parametrize(
    ("text", "ground", "expected"),
    [
        ("#888888", "#ffffff", 63.056469930209424),
        ("#ffffff", "#888888", -68.54146436644962),
        ("#000000", "#aaaaaa", 58.146262578561334),
        ("#aaaaaa", "#000000", -56.24113336839742),
        ("#112233", "#ddeeff", 91.66830811481631),
        ("#ddeeff", "#112233", -93.06770049484275),
        ("#112233", "#223344", 0.0),
        ("#777777", "#777777", 0.0),
    ],
)
def test_published_values(text: str, ground: str, expected: float) -> None:
    assert lightness_contrast(Color.from_hex(text), Color.from_hex(ground)) == pytest.approx(expected)


def test_a_see_through_text_is_judged_as_it_is_seen() -> None:
    half = lightness_contrast(Color(0, 0, 0, 0.5), Color(1, 1, 1))
    assert half == lightness_contrast(Color(0.5, 0.5, 0.5), Color(1, 1, 1))
