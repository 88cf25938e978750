"""The macros' words follow the locale that a service resolves, whatever it is given as."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from jinja2 import Environment

from designsys import install, use_locale
from designsys.rendering.words import Words, current_locale

REQUIRED = {"ja": "※必須", "en": "Required", "ja-x-easy": "※かならず こたえてください", "ko": "필수"}


@pytest.fixture
def render(tmp_path: Path) -> Callable[..., str]:
    """Renders a component of the test's own, which prints its locale and one word, in the locale given."""
    folder = tmp_path / "word_printer"
    folder.mkdir()
    text = '{ ja = "言葉", en = "Words" }'
    (folder / "word_printer.jinja").write_text(
        '{% macro word_printer() %}{{ locale() }} {{ _("Required") }}{% endmacro %}', encoding="utf-8"
    )
    (folder / "word_printer.toml").write_text(
        f'since = "0.1.0"\ngroup = "display"\ntitle = {text}\nsummary = {text}\ncriteria = []\nexamples = []\n',
        encoding="utf-8",
    )

    def run(locale: Any = None) -> str:
        environment = Environment(autoescape=True)
        install(environment, locale=locale, components=[tmp_path])
        source = '{% from "designsys/word_printer.jinja" import word_printer %}{{ word_printer() }}'
        return environment.from_string(source).render()

    return run


@pytest.mark.parametrize(("locale", "word"), REQUIRED.items(), ids=REQUIRED)
def test_a_string_names_the_language(render: Callable[..., str], locale: str, word: str) -> None:
    assert render(locale) == f"{locale} {word}"


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        pytest.param(Locale("ko"), "ko 필수", id="babel"),
        pytest.param(Locale("zh", "TW", script="Hant"), "zh-Hant-TW 必填", id="babel-script"),
        pytest.param("ja_JP", "ja-JP ※必須", id="underscore"),
        pytest.param(None, "ja ※必須", id="none"),
        pytest.param("", "ja ※必須", id="empty"),
    ],
)
def test_a_callable_gives_whatever_prints_as_a_tag(
    render: Callable[..., str], given: object, printed: str
) -> None:
    assert render(lambda: given) == printed


def test_a_callable_is_asked_at_each_word() -> None:
    asked = iter(["en", "en", "ko", "ko"])
    words = Words(lambda: next(asked))
    assert [words.gettext("Required"), words.gettext("Required")] == ["Required", "필수"]


def test_without_a_locale_it_is_japanese(render: Callable[..., str]) -> None:
    assert render() == "ja ※必須"


def test_use_locale_holds_inside_its_block_only(render: Callable[..., str]) -> None:
    with use_locale("en"):
        with use_locale("ko"):
            inner = render()
        outer = render()
    assert (inner, outer, render()) == ("ko 필수", "en Required", "ja ※必須")


def test_use_locale_ends_with_an_exception() -> None:
    with pytest.raises(ValueError, match="broken"), use_locale("en"):
        raise ValueError("broken")
    assert current_locale.get() == "ja"


def test_use_locale_is_of_its_own_thread(render: Callable[..., str]) -> None:
    seen: list[str] = []
    with use_locale("en"):
        thread = threading.Thread(target=lambda: seen.append(render()))
        thread.start()
        thread.join()
    assert seen == ["ja ※必須"]


@pytest.mark.parametrize(
    ("locale", "word"),
    [
        pytest.param("en-GB", "Optional", id="region"),
        pytest.param("ja-Hira", "任意", id="script-we-lack"),
        pytest.param("JA-X-EASY", "こたえなくても いいです", id="upper-case"),
        pytest.param("zh-hans", "选填", id="django-simplified"),
        pytest.param("zh-hant", "選填", id="django-traditional"),
        pytest.param("zh-CN", "选填", id="china"),
        pytest.param("zh-TW", "選填", id="taiwan"),
        pytest.param("zh-HK", "選填", id="hong-kong"),
        pytest.param("zh-Hans-HK", "选填", id="script-before-region"),
        pytest.param("zh", "选填", id="chinese"),
        pytest.param("pt-br", "Opcional", id="django-portuguese"),
        pytest.param("pt", "Opcional", id="portuguese"),
        pytest.param("tl", "Opsyonal", id="tagalog"),
        pytest.param("es-PE", "Opcional", id="peru"),
        pytest.param("de", "任意", id="language-we-lack"),
        pytest.param("../../en", "任意", id="path"),
        pytest.param("\0", "任意", id="nul"),
    ],
)
def test_finds_the_nearest_catalogue(locale: str, word: str) -> None:
    assert Words(lambda: locale).gettext("Optional") == word


def test_a_word_that_no_catalogue_has_is_itself() -> None:
    assert (
        Words(lambda: "ko").gettext("A word of a service's own component")
        == "A word of a service's own component"
    )


def test_values_fill_their_places() -> None:
    words = Words(lambda: "ja")
    assert (
        words.gettext("Enter a date of %(date)s or later.", date="4月1日")
        == "4月1日以降の日付を入れてください。"
    )


@pytest.mark.parametrize(
    ("locale", "number", "text"),
    [
        ("en", 1, "1 thing to correct"),
        ("en", 2, "2 things to correct"),
        ("ja", 1, "1か所、直してください"),
        ("pt-BR", 0, "0 item para corrigir"),
        ("es", 0, "Hay 0 cosas que corregir"),
    ],
)
def test_counts_take_the_language_s_own_plural(locale: str, number: int, text: str) -> None:
    words = Words(lambda: locale)
    assert words.ngettext("%(number)s thing to correct", "%(number)s things to correct", number) == text


def test_a_locale_that_visitors_choose_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("designsys.rendering.words._MOST_KNOWN", 3)
    chosen = "en"
    words = Words(lambda: chosen)
    for number in range(20):
        chosen = f"en-x-{number}"
        words.gettext("Required")
    assert len(words._known) <= 3
