"""Telling languages by script and by common words."""

from __future__ import annotations

import pytest

from designsys.audit.languages import language, names, primary

TEXTS = {
    "ja": "転入届は、引っ越した日から14日以内に出してください。",
    "en": "You have to register at the office within fourteen days of your move.",
    "zh": "请您在搬家后十四天之内到窗口办理手续，这是法律规定的。",
    "ko": "이사한 날부터 십사일 이내에 신고하십시오.",
    "nl": "U moet zich binnen veertien dagen bij het stadhuis laten inschrijven met de papieren.",
    "de": "Sie müssen sich nach dem Umzug bei der Stadt anmelden und den Pass mit sich führen.",
    "fr": "Vous devez vous présenter à la mairie dans les quatorze jours qui suivent votre arrivée.",
    "es": "Las personas que llegan a la ciudad tienen que presentarse en el ayuntamiento.",
    "pt": "As pessoas que se mudam para a cidade devem fazer o registro na prefeitura.",
    "it": "Chi arriva in città deve presentarsi al comune con il passaporto e con la carta.",
    "vi": "Người dân phải đăng ký tại tòa thị chính trong vòng mười bốn ngày.",
    "id": "Anda harus mendaftar di kantor kota dalam waktu empat belas hari dan tidak boleh terlambat.",
    "tl": "Ang mga lumipat sa lungsod ay dapat magparehistro sa tanggapan.",
    "sv": "Du måste anmäla dig till kommunen inom fjorton dagar och ha med dig ditt pass.",
    "pl": "Trzeba się zgłosić do urzędu miasta w ciągu czternastu dni i nie później.",
    "fi": "Kun olet muuttanut, sinä voit tulla ja se on myös hyvä.",
    "ru": "Вы должны зарегистрироваться в течение четырнадцати дней.",
    "ne": "तपाईंले चौध दिन भित्र दर्ता गर्नुपर्छ।",
    "th": "ท่านต้องลงทะเบียนภายในสิบสี่วัน",
}


@pytest.mark.parametrize("tag", TEXTS)
def test_a_sentence_tells_its_language(tag: str) -> None:
    found = language(TEXTS[tag])
    assert found is not None
    assert found.tags[0] == tag


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "Sakura City Office",
        "東京都",
        "Shinjuku-ku, Tokyo 160-0001",
        "https://www.city.example.jp/the/and/of/to/in",
        "転入届",
    ],
)
def test_names_and_numbers_tell_none(text: str) -> None:
    assert language(text) is None


def test_the_declared_language_is_believed_where_words_are_shared() -> None:
    found = language("Paul put dire comment on tape", "fr")
    assert found is None or found.tags == ("fr",)


@pytest.mark.parametrize(
    ("tag", "subtag"), [("en-GB", "en"), ("JA", "ja"), ("zh_Hant", "zh"), ("no", "nb"), ("fil-PH", "tl")]
)
def test_a_tag_is_known_by_its_first_subtag(tag: str, subtag: str) -> None:
    assert primary(tag) == subtag


def test_a_language_has_a_name_in_both_languages() -> None:
    assert names("pt-BR") == ("ポルトガル語", "Portuguese")
    assert names("haw") == ("haw", "haw")
