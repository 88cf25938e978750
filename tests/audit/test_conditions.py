"""The conditions, as the command line names them."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.audit.conditions import BASE, CONDITIONS, NAMES, can_change, named
from designsys.errors import DesignsysError


def test_none_named_is_all() -> None:
    assert named([]) == list(CONDITIONS)


@pytest.mark.parametrize("written", ["forced-colours", "forced-colors", " Forced-Colours "])
def test_names_are_read_generously(written: str) -> None:
    assert [condition.id for condition in named([written])] == ["forced-colours"]


def test_order_and_repetition_do_not_matter() -> None:
    assert [condition.id for condition in named(["dark", "base", "dark"])] == ["base", "dark"]


def test_a_mistyped_name_gives_the_nearest() -> None:
    with pytest.raises(DesignsysError) as error:
        named(["drak"])
    assert error.value.en == "there is no condition 'drak'; did you mean 'dark'?"
    assert error.value.ja == "条件「drak」はありません。「dark」のことですか。"


@pytest.mark.parametrize(
    ("written", "identifier", "attributes"),
    [
        ("dark+320", "320+dark", {"width": 320, "height": 800, "scheme": "dark"}),
        ("375x667", "375x667", {"width": 375, "height": 667}),
        ("zoom-400", "zoom-400", {"width": 320, "height": 200, "zoom": 400}),
        ("zoom-200+1024x768", "1024x768+zoom-200", {"width": 512, "height": 384, "zoom": 200}),
        ("contrast-more", "contrast-more", {"contrast": "more"}),
        ("contrast-less", "contrast-less", {"contrast": "less"}),
        ("reduced-motion", "reduced-motion", {"reduced_motion": True}),
        ("text-spacing + 320", "320+text-spacing", {"width": 320, "text_spacing": True}),
        ("locale-en", "locale-en", {"locale": "en"}),
        ("locale-zh-hant-tw", "locale-zh-hant-tw", {"locale": "zh-Hant-TW"}),
        ("forced-colors+dark", "dark+forced-colours", {"scheme": "dark", "forced_colors": True}),
        ("javascript-off+dark+dark", "dark+javascript-off", {"scheme": "dark", "scripts": False}),
        ("1280+light+zoom-100+locale-ja", "base", {}),
        ("base+dark", "dark", {"scheme": "dark"}),
    ],
)
def test_products(written: str, identifier: str, attributes: dict[str, object]) -> None:
    (condition,) = named([written])
    assert condition.id == identifier
    bare = dataclasses.replace(condition, id=BASE.id, ja=BASE.ja, en=BASE.en)
    assert bare == dataclasses.replace(BASE, **attributes)  # type: ignore[arg-type]


def test_a_product_is_called_by_its_parts() -> None:
    (condition,) = named(["dark+320+zoom-200"])
    assert condition.ja == "幅320・200%拡大・暗い配色"
    assert condition.en == "320 wide, 200 % zoom, dark scheme"


def test_the_usual_ones_come_first_and_are_the_same() -> None:
    assert named(["zoom-400", "320+dark", "dark", "base"])[:2] == [BASE, CONDITIONS[2]]
    assert [one.id for one in named(["zoom-400", "320+dark", "base"])] == ["base", "zoom-400", "320+dark"]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_that_is_offered_works(name: str) -> None:
    assert [condition.id for condition in named([name])] == [name]


@pytest.mark.parametrize(
    ("written", "en", "ja"),
    [
        ("320+drak", "there is no condition 'drak' in '320+drak'; did you mean 'dark'?", "「320+drak」の中の条件「drak」はありません。「dark」のことですか。"),
        ("dark+light", "the condition 'dark+light' asks for 'dark' and 'light' at once: write them as two conditions.", "条件「dark+light」の「dark」と「light」は同時には成り立ちません。2つの条件に分けてください。"),
        ("320+768", "the condition '320+768' asks for '320' and '768' at once: write them as two conditions.", "条件「320+768」の「320」と「768」は同時には成り立ちません。2つの条件に分けてください。"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_product_is_said(written: str, en: str, ja: str) -> None:
    with pytest.raises(DesignsysError) as error:
        named([written])
    assert (error.value.en, error.value.ja) == (en, ja)


@pytest.mark.parametrize("written", ["", "+", "99999", "50", "zoom-9", "zoom-900", "locale-", "x320", "320x"])
def test_what_is_no_condition_is_refused(written: str) -> None:
    with pytest.raises(DesignsysError, match=r"there is no condition|はありません"):
        named([written])


@given(st.lists(st.sampled_from([name for name in NAMES if "zoom" not in name]), min_size=1, max_size=4))
def test_a_product_is_one_whatever_its_order(names: list[str]) -> None:
    def made(parts: list[str]) -> object:
        try:
            return named(["+".join(parts)])
        except DesignsysError:
            return None

    assert made(names) == made(names[::-1])


@pytest.mark.parametrize(
    ("written", "aspects", "expected"),
    [
        ("dark", {"scheme"}, True),
        ("dark", {"width"}, False),
        ("320", {"width"}, True),
        ("320x200", {"width"}, True),
        ("1280x200", {"width"}, True),
        ("1280x200", {"scheme"}, False),
        ("zoom-400", {"zoom"}, True),
        ("text-spacing", {"width"}, True),
        ("text-spacing", {"scheme", "scripts"}, False),
        ("contrast-more", {"scheme"}, True),
        ("contrast-more", {"forced_colors"}, True),
        ("contrast-more", {"width"}, False),
        ("reduced-motion", {"reduced_motion"}, True),
        ("reduced-motion", {"width", "scheme", "scripts"}, False),
        ("javascript-off", {"scripts"}, True),
        ("320+dark", {"scheme"}, True),
        ("locale-en", set(), True),
        ("base", {"width", "scheme", "locale"}, False),
    ],
)
def test_what_a_condition_can_change(written: str, aspects: set[str], expected: bool) -> None:
    (condition,) = named([written])
    assert can_change(condition, frozenset(aspects)) is expected


def test_a_verdict_may_be_known_from_another_condition_than_the_base() -> None:
    narrow, both = named(["320", "320+dark"])
    assert not can_change(both, frozenset({"width"}), narrow)
    assert can_change(both, frozenset({"width"}))
    assert can_change(both, frozenset({"scheme"}), narrow)
