"""The words that macros print: every language has every one, with the same placeholders and its own plural forms."""

from __future__ import annotations

import gettext
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from designsys import resources
from designsys.catalogues import collect, compile_all, update

LOCALES = Path(resources.locales())
PLACEHOLDER = re.compile(r"%\(\w+\)|\{\w+\}")
PUBLISHED = [
    "ja",
    "en",
    "ja_x_easy",
    "zh_Hans",
    "zh_Hant",
    "ko",
    "vi",
    "ne",
    "id",
    "fil",
    "pt_BR",
    "es",
    "th",
    "my",
]
LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())


def po(language: str, folder: Path = LOCALES) -> Catalog:
    with (folder / language / "LC_MESSAGES" / "designsys.po").open("rb") as file:
        return read_po(file)


def ids(catalog: Catalog) -> list[object]:
    return [message.id for message in catalog if message.id]


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


@pytest.fixture(scope="module")
def collected(repository: Path) -> Catalog:
    """The words that stand in templates and modules now."""
    return collect(repository)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A repository with one template, and a catalogue that is behind it."""
    for folder in ("components/box", "src/designsys", "locales/ko/LC_MESSAGES"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "components/box/box.jinja").write_text(
        '{% macro box() %}{{ _("Old") }}{{ _("New") }}{{ ngettext("%(number)s box", "%(number)s boxes", 2) }}{% endmacro %}',
        encoding="utf-8",
    )
    header = '# A header.\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    plural = '"Plural-Forms: nplurals=1; plural=0;\\n"\n'
    (tmp_path / "locales/designsys.pot").write_text(header, encoding="utf-8")
    (tmp_path / "locales/ko/LC_MESSAGES/designsys.po").write_text(
        f'{header}{plural}\nmsgid "Old"\nmsgstr "옛"\n\nmsgid "Gone"\nmsgstr "없음"\n', encoding="utf-8"
    )
    return tmp_path


def test_the_languages_that_municipalities_publish_are_there() -> None:
    assert sorted(PUBLISHED) == LANGUAGES


def test_the_template_of_words_is_up_to_date(collected: Catalog) -> None:
    with (LOCALES / "designsys.pot").open("rb") as file:
        written = ids(read_po(file))
    assert sorted(written, key=str) == sorted(ids(collected), key=str), (
        "run: python -m designsys.catalogues update"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated(language: str, collected: Catalog) -> None:
    catalog = po(language)
    assert sorted(ids(catalog), key=str) == sorted(ids(collected), key=str)
    assert [message.id for message in catalog if message.id and not all(forms(message.string))] == []
    assert [message.id for message in catalog if message.id and message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_word(language: str) -> None:
    wrong = [
        message.id
        for message in po(language)
        if message.id
        for text in forms(message.string)
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(forms(message.id)[-1]))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_well_formed(language: str) -> None:
    assert [(message.id, errors) for message, errors in po(language).check()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_tell_apart_what_the_language_does(language: str) -> None:
    """CLDR's rules, which know more counts (Spanish millions) than gettext's: those of 0 to 10 must agree."""
    try:
        rule = Locale.parse(language).plural_form
    except (ValueError, UnknownLocaleError):
        rule = Locale("ja").plural_form
    catalog = po(language)
    choose = gettext.c2py(catalog.plural_expr)
    assert catalog.num_plurals in {1, 2}
    assert {choose(count) for count in range(1000)} == set(range(catalog.num_plurals))
    # CLDR's Filipino rule is about how a numeral is linked to its noun, which our words do not do.
    if catalog.num_plurals == 2 and language != "fil":
        assert [choose(count) == choose(1) for count in range(11)] == [
            rule(count) == rule(1) for count in range(11)
        ]


def test_collects_words_of_templates_with_their_plural(small: Path) -> None:
    assert ids(collect(small)) == ["Old", "New", ("%(number)s box", "%(number)s boxes")]


def test_update_keeps_what_is_translated_and_drops_what_is_gone(small: Path) -> None:
    update(small, small / "locales")
    catalog = po("ko", small / "locales")
    assert {message.id: message.string for message in catalog if message.id} == {
        "Old": "옛",
        "New": "",
        ("%(number)s box", "%(number)s boxes"): ("",),
    }
    text = (small / "locales/ko/LC_MESSAGES/designsys.po").read_text(encoding="utf-8")
    assert text.startswith("# A header.\n") and "Gone" not in text


def test_update_twice_changes_nothing(small: Path) -> None:
    path = small / "locales/ko/LC_MESSAGES/designsys.po"
    update(small, small / "locales")
    first = path.read_bytes()
    update(small, small / "locales")
    assert path.read_bytes() == first


def test_compiles_what_gettext_reads(small: Path) -> None:
    assert compile_all(small / "locales") == 1
    assert gettext.translation("designsys", small / "locales", ["ko"]).gettext("Old") == "옛"
    assert [path.name for path in (small / "locales/ko/LC_MESSAGES").iterdir() if path.suffix == ".tmp"] == []


def test_compiles_again_only_what_has_changed(small: Path) -> None:
    source, target = (small / f"locales/ko/LC_MESSAGES/designsys.{suffix}" for suffix in ("po", "mo"))
    target.write_bytes(b"kept")
    os.utime(source, (1, 1))
    compile_all(small / "locales")
    assert target.read_bytes() == b"kept"
    os.utime(target, (0, 0))
    compile_all(small / "locales")
    assert target.read_bytes() != b"kept"


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["updaet"], 2)], ids=["compile", "mistyped"])
def test_runs_as_a_module(arguments: list[str], code: int) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "designsys.catalogues", *arguments], capture_output=True, check=False
    )
    assert run.returncode == code
