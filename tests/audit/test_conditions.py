"""The conditions, as the command line names them."""

from __future__ import annotations

import pytest

from designsys.audit.conditions import CONDITIONS, named
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
