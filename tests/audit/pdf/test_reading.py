"""What a PDF offers, and files that are none or not whole."""

from __future__ import annotations

import contextlib
import io
from typing import Any

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designsys.audit.pdf import Traits
from designsys.audit.pdf.reading import LOOKED, read
from designsys.errors import DesignsysError


def test_a_pdf_with_everything(make_pdf: Any) -> None:
    body = make_pdf(2, tagged=True, language="ja-JP", title="ごみの 分け方", shown=True, bookmarks=True)
    assert read(body, "a.pdf") == Traits(2, True, "ja-JP", "ごみの 分け方", True, "all", True)


def test_a_pdf_with_text_alone(make_pdf: Any) -> None:
    assert read(make_pdf(), "a.pdf") == Traits(1, False, "", "", False, "all", False)


@pytest.mark.parametrize(
    ("texts", "scans", "text"),
    [(0, 3, "none"), (1, 2, "some"), (3, 0, "all"), (LOOKED, 1, "all")],
)
def test_pages_without_text(texts: int, scans: int, text: str, make_pdf: Any) -> None:
    traits = read(make_pdf(texts, scans), "a.pdf")
    assert (traits.pages, traits.text) == (texts + scans, text)


def test_the_title_of_the_metadata_comes_first(make_pdf: Any) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf(title="無題")))
    writer.xmp_metadata = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>'
        b'<rdf:li xml:lang="x-default">Guide</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>'
    )
    assert read(_written(writer), "a.pdf").title == "Guide"


def test_tags_that_are_announced_and_not_there(make_pdf: Any) -> None:
    body = make_pdf(tagged=True).replace(b"/K ", b"/X ")
    assert not read(body, "a.pdf").tagged


def test_a_pdf_that_forbids_copying_only_is_read(make_pdf: Any) -> None:
    assert read(_locked(make_pdf(language="ja"), ""), "a.pdf").language == "ja"


@pytest.mark.parametrize(
    ("body", "en", "ja"),
    [
        (b"", "a.pdf is no PDF: see", "a.pdf はPDFではありません。"),
        (b"<!doctype html><title>x</title>", "a.pdf is no PDF: see", "a.pdf はPDFではありません。"),
        (b"%PDF-1.7\n", "a.pdf is a damaged PDF: export it anew.", "a.pdf は壊れたPDFです。"),
    ],
)
def test_what_is_no_pdf(body: bytes, en: str, ja: str) -> None:
    with pytest.raises(DesignsysError) as error:
        read(body, "a.pdf")
    assert error.value.en.startswith(en)
    assert error.value.ja.startswith(ja)


def test_a_password(make_pdf: Any) -> None:
    with pytest.raises(DesignsysError) as error:
        read(_locked(make_pdf(), "ひみつ"), "a.pdf")
    assert error.value.en.startswith("a.pdf is locked by a password")
    assert error.value.ja.startswith("a.pdf はパスワードや複製の制限で保護されていて")


def test_a_cipher_that_we_do_not_carry(make_pdf: Any) -> None:
    cipher = b"/V 4 /CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF"
    with pytest.raises(DesignsysError) as error:
        read(_locked(make_pdf(), "").replace(b"/V 2", cipher), "a.pdf")
    assert error.value.en.startswith("a.pdf is locked by a password")


def test_a_pdf_that_was_cut_off(make_pdf: Any) -> None:
    whole = make_pdf(3)
    with pytest.raises(DesignsysError) as error:
        read(whole[: len(whole) // 4], "a.pdf")
    assert error.value.en == "a.pdf is a damaged PDF: export it anew."


def test_nothing_is_said_beside_the_reason(make_pdf: Any, capfd: pytest.CaptureFixture[str]) -> None:
    with contextlib.suppress(DesignsysError):
        read(make_pdf().replace(b"startxref", b"startxxxx").replace(b"/Count 1", b"/Count 9"), "a.pdf")
    assert capfd.readouterr() == ("", "")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.lists(st.tuples(st.integers(0, 5000), st.binary(min_size=1, max_size=6)), min_size=1, max_size=8),
    end=st.integers(0, 5000) | st.none(),
)
def test_damaged_bytes_give_traits_or_a_reason(
    at: list[tuple[int, bytes]], end: int | None, make_pdf: Any
) -> None:
    body = bytearray(make_pdf(2, 1, tagged=True, language="ja", title="題", bookmarks=True))
    for start, change in at:
        start %= len(body)
        body[start : start + len(change)] = change
    with contextlib.suppress(DesignsysError):
        assert isinstance(read(bytes(body[:end]), "a.pdf"), Traits)


def _written(writer: pypdf.PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _locked(body: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(body))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    return _written(writer)
