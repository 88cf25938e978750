"""Every reason is one sentence in each language, and tells no secret."""

from __future__ import annotations

import pytest

from designsys.audit import failures
from designsys.errors import DesignsysError

URL = "https://user:ひみつ@city.example.jp/a?pin=ひみつ"
REASONS = [
    failures.unreachable(URL, "ERR_X"),
    failures.bad_status(URL, 500),
    failures.not_web_page(URL, "application/pdf"),
    failures.too_slow(URL, 2.5),
    failures.moved(URL),
    failures.locked(URL),
    failures.overran(URL, 2.5),
    failures.broken(URL, "TypeError: ひみつ".replace("ひみつ", "x")),
    failures.not_taken(URL, "dark"),
    failures.missing_glyphs(),
]


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.en[-40:])
def test_reasons(reason: DesignsysError) -> None:
    assert reason.en.endswith(".")
    assert reason.ja.endswith("。")
    assert "\n" not in reason.en + reason.ja
    assert "ひみつ" not in reason.en + reason.ja


def test_only_a_page_that_moved_is_tried_again() -> None:
    assert [reason.again for reason in REASONS if isinstance(reason, failures.Unjudged)].count(True) == 1
    assert failures.moved(URL).again
