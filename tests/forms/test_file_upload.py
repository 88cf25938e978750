"""Reading files back: each limit told by the file's name, and nothing kept is lost or belongs to somebody else."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import FormData, UploadFile
from werkzeug.datastructures import FileStorage, MultiDict

import designsys
from designsys.forms import FileUploadReading, file_upload_names, read_file_upload
from designsys.rendering.examples import example_environment

MEGABYTE = 1024 * 1024
KEPT = [
    {"key": "a", "name": "表.jpg", "size": 10},
    {"key": "b", "name": "裏.jpg", "size": 20},
]


@dataclass
class Upload:
    """A file as a framework hands it over."""

    filename: str
    size: int = 100


def read(*uploads: Any, form: Any = None, **options: Any) -> FileUploadReading:
    return read_file_upload(
        MultiDict(form or {}),
        MultiDict([("proof", file) for file in uploads]),
        "proof",
        locale="ja",
        **options,
    )


ALLOWED = [".jpg", ".pdf"]
WRONG = {
    "kind": (Upload("図面.dwg"), "「図面.dwg」は受け取れない種類です。JPG, PDFのファイルを選んでください。"),
    "no_extension": (Upload("図面"), "「図面」は受け取れない種類です。JPG, PDFのファイルを選んでください。"),
    "empty": (Upload("a.jpg", 0), "「a.jpg」は中身が空です。別のファイルを選んでください。"),
    "large": (
        Upload("a.jpg", 2 * MEGABYTE + 1),
        "「a.jpg」は2 MBを超えています。小さくして選び直してください。",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_tells_by_name_what_is_wrong_with_a_file(wrong: str) -> None:
    upload, error = WRONG[wrong]
    reading = read(Upload("b.pdf"), upload, accept=ALLOWED, max_files=2, max_megabytes=2, label="領収書")
    assert reading.errors == (error,)
    assert [file.name for file in reading.files] == ["b.pdf"]
    assert reading.as_error_items() == [{"text": f"領収書：{error}", "href": "#proof"}]


@pytest.mark.parametrize(
    "name", ["a.jpg", "A.JPG", "a.jpeg", "a.b.PDF", "C:\\photos\\a.jpg", "/photos/a.jpg"]
)
def test_takes_what_is_within_the_limits(name: str) -> None:
    reading = read(Upload(name, 2 * MEGABYTE), accept=ALLOWED, max_megabytes=2)
    assert reading.errors == ()
    assert reading.files[0].name == name.replace("\\", "/").rpartition("/")[2]


def test_more_than_allowed_are_refused_and_the_first_ones_taken() -> None:
    reading = read(*(Upload(f"{number}.jpg") for number in range(4)), max_files=2)
    assert [file.name for file in reading.files] == ["0.jpg", "1.jpg"]
    assert reading.errors == ("送れるファイルは2個までです。先に1つ取り消してください。",)


def test_files_kept_count_too() -> None:
    reading = read(Upload("c.jpg"), form=[("proof-kept", "a"), ("proof-kept", "b")], kept=KEPT, max_files=2)
    assert (reading.kept, reading.files, len(reading.errors)) == (tuple(KEPT), (), 1)


def test_a_new_file_takes_the_place_of_the_only_one() -> None:
    reading = read(Upload("c.jpg"), form=[("proof-kept", "a")], kept=KEPT)
    assert (reading.kept, [file.name for file in reading.files], reading.errors) == ((), ["c.jpg"], ())


def test_a_file_removed_is_gone_and_the_page_comes_back() -> None:
    form = [("proof-kept", "a"), ("proof-kept", "b"), ("proof-remove", "a")]
    reading = read(form=form, kept=KEPT, max_files=2, required=True)
    assert (reading.kept, reading.stays, reading.errors) == ((KEPT[1],), True, ())


def test_adding_takes_the_file_and_the_page_comes_back() -> None:
    reading = read(Upload("c.jpg"), form=[("proof-kept", "a"), ("proof-add", "1")], kept=KEPT, max_files=3)
    assert (reading.kept, reading.stays, len(reading.files)) == ((KEPT[0],), True, 1)


def test_the_files_of_others_cannot_be_reached() -> None:
    assert read(form=[("proof-kept", "theirs")], kept=KEPT).kept == ()


@pytest.mark.parametrize(
    ("form", "errors"),
    [([], ("ファイルを選んでください。",)), ([("proof-kept", "a")], ())],
    ids=["nothing", "kept"],
)
def test_required_means_new_or_kept(form: Any, errors: tuple[str, ...]) -> None:
    assert read(form=form, kept=KEPT, required=True).errors == errors
    assert read(form=form, kept=KEPT).errors == ()


def _django(name: str, content: bytes) -> SimpleUploadedFile:
    if not settings.configured:
        settings.configure(DEFAULT_CHARSET="utf-8")
    return SimpleUploadedFile(name, content)


FRAMEWORKS: dict[str, Callable[[str, bytes], Any]] = {
    "werkzeug": lambda name, content: FileStorage(io.BytesIO(content), filename=name, name="proof"),
    "starlette": lambda name, content: UploadFile(io.BytesIO(content), filename=name),
    "django": _django,
}


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_reads_the_files_of_any_framework(framework: str) -> None:
    upload = FRAMEWORKS[framework]("写し.pdf", b"12345")
    (file,) = read(upload).files
    assert (file.name, file.size, file.upload) == ("写し.pdf", 5, upload)


@pytest.mark.parametrize("framework", ["werkzeug", "starlette"])
def test_an_empty_input_is_no_file(framework: str) -> None:
    assert read(FRAMEWORKS[framework]("", b"")) == FileUploadReading("proof")


def test_starlette_has_files_and_texts_in_one_form() -> None:
    form = FormData([("proof", UploadFile(io.BytesIO(b"1"), filename="a.jpg")), ("proof-kept", "b")])
    reading = read_file_upload(form, form, "proof", kept=KEPT, max_files=2)
    assert ([file.name for file in reading.files], reading.kept) == (["a.jpg"], (KEPT[1],))


@given(
    name=st.text(max_size=60),
    size=st.one_of(st.integers(0, 10**12), st.none()),
    kept=st.lists(st.text(max_size=5), max_size=4),
    most=st.integers(1, 3),
)
def test_gives_files_or_errors_for_anything(name: str, size: Any, kept: list[str], most: int) -> None:
    form = [("proof-kept", key) for key in kept]
    reading = read(Upload(name, size), form=form, kept=KEPT, accept=ALLOWED, max_files=most, max_megabytes=1)
    assert len(reading.files) + len(reading.kept) <= max(most, len(KEPT))
    assert bool(reading.files) + bool(reading.errors) <= 1


@pytest.mark.parametrize("value", [object(), b"a", "text", 4, None], ids=lambda value: type(value).__name__)
def test_what_is_no_file_counts_as_none(value: object) -> None:
    assert read(value) == FileUploadReading("proof")


def test_a_long_name_is_shortened_in_the_message() -> None:
    assert len(read(Upload("あ" * 10_000), accept=ALLOWED).errors[0]) < 150


@pytest.mark.parametrize("name", ["proof", "person[0][proof]"])
def test_the_reading_goes_straight_into_the_macro(name: str) -> None:
    form = {file_upload_names(name)["kept"]: "a"}
    reading = read_file_upload(form, {name: Upload("<x>.dwg")}, name, kept=KEPT, accept=ALLOWED, max_files=3)
    source = (
        '{% from "designsys/file_upload.jinja" import file_upload %}'
        '{{ file_upload(name, "領収書", max_files=3, **arguments) }}'
    )
    arguments = reading.as_arguments([{"key": "n", "name": "新.jpg", "size": 3 * MEGABYTE}])
    html = example_environment().from_string(source).render(name=name, arguments=arguments)
    for part in ("kept", "remove"):
        assert f'name="{file_upload_names(name)[part]}" value="n"' in html
    assert "3.0 MB" in html
    assert "「&lt;x&gt;.dwg」" in html


def test_messages_follow_the_locale_of_the_request() -> None:
    with designsys.use_locale("en"):
        assert read_file_upload({}, {}, "proof", required=True).errors == ("Choose a file.",)
