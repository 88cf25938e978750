"""Fields of personal data that browsers cannot fill in, or fill in wrongly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.audit.checks.input_purpose import judge
from designsys.audit.page import LoadedPage


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("input-purpose", which)
    assert found == expected
    assert bool(expected[0]) == (which == "fails")
    assert bool(expected[1]) == (which == "fails")


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("氏名", "name"),
        ("申請者の氏名", "name"),
        ("【必須】お名前", "name"),
        ("氏　名", "name"),
        ("苗字", "family-name"),
        ("電話", "tel"),
        ("日中に連絡のとれる電話番号", "tel"),
        ("Ｅメールアドレス", "email"),
        ("郵便番号*", "postal-code"),
        ("ご住所", "street-address"),
        ("生年月日：", "bday"),
        ("Email address (required)", "email"),
        ("Mobile phone number", "tel"),
        ("Postcode", "postal-code"),
        ("Date of birth", "bday"),
        ("Surname", "family-name"),
    ],
)
def test_what_a_label_asks_for(label: str, wanted: str, load_html: Callable[..., LoadedPage]) -> None:
    (told,) = judge(
        load_html(f'<form method="post"><label>{label} <input></label><button>送る</button></form>')
    )
    assert f'autocomplete="{wanted}"' in told.ja
    assert f'autocomplete="{wanted}"' in told.en


@pytest.mark.parametrize(
    "label",
    [
        "氏名またはニックネーム", "施設の名前", "会社名", "件名", "ユーザー名", "ふりがな", "電話での連絡を希望", "メールの件名",
        "住所の証明", "番号", "Username", "Name of the event", "Web address", "Email subject", "Company name",
    ],
)  # fmt: skip
def test_labels_that_ask_for_something_else(label: str, load_html: Callable[..., LoadedPage]) -> None:
    assert (
        judge(load_html(f'<form method="post"><label>{label} <input></label><button>送る</button></form>'))
        == []
    )
