"""A finding's identity."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from designsys.audit.fingerprint import fingerprint

PART = st.text(st.characters(exclude_characters="\x1f", exclude_categories=["Cs"]))
PARTS = st.tuples(PART, PART, PART, PART)


@given(PARTS)
def test_same_parts_same_fingerprint(parts: tuple[str, str, str, str]) -> None:
    assert fingerprint(*parts) == fingerprint(*parts)
    assert len(fingerprint(*parts)) == 16


@given(PARTS, st.sampled_from([" ", "\n", "\u3000", "\t "]))
def test_white_space_around_does_not_count(parts: tuple[str, str, str, str], space: str) -> None:
    rule, role, name, landmarks = parts
    assert fingerprint(rule, role, space + name + space, landmarks) == fingerprint(*parts)


@given(
    st.lists(st.text("abc[]> ", max_size=4).map(str.split).map(" ".join), min_size=4, max_size=4),
    st.integers(0, 3),
)
def test_each_part_counts(parts: list[str], place: int) -> None:
    other = [*parts]
    other[place] += "z"
    assert fingerprint(*other) != fingerprint(*parts)


@given(st.text("ab", max_size=3), st.text("ab", max_size=3), st.text("ab", max_size=3))
def test_parts_do_not_run_together(first: str, second: str, third: str) -> None:
    assume((first, second + third) != (first + second, third))
    assert fingerprint("", first, second + third, "") != fingerprint("", first + second, third, "")


def test_width_variants_are_one() -> None:
    assert fingerprint("label", "textbox", "ＴＥＬ", "main[]") == fingerprint(
        "label", "textbox", "TEL", "main[]"
    )
