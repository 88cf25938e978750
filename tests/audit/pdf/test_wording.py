"""The list of PDFs in words."""

from __future__ import annotations

from designsys.audit.pdf import LinkedPdf, Traits
from designsys.audit.pdf.wording import lines
from designsys.errors import DesignsysError

_PDFS = [
    LinkedPdf("a.pdf", ("x", "y", "z"), Traits(12, False, "", "案内", False, "none", False)),
    LinkedPdf("b.pdf", ("x",), Traits(1, True, "ja", "案内", True, "all", False)),
    LinkedPdf("c.pdf", ("y",), reason=DesignsysError(en="c.pdf is gone.", ja="c.pdf がありません。")),
]


def test_japanese() -> None:
    told = lines(_PDFS, "ja")
    assert told[:10] == [
        "PDF 3件（一覧。合否には数えません）",
        "  a.pdf",
        "    12ページ、タグ なし、言語 なし、題名 案内（表示されない設定）、文字 なし、しおり なし",
        "    リンク元: x、y ほか1ページ",
        "  b.pdf",
        "    1ページ、タグ あり、言語 ja、題名 案内、文字 あり、しおり なし",
        "    リンク元: x",
        "  c.pdf",
        "    c.pdf がありません。",
        "    リンク元: y",
    ]
    assert [line[: line.index("ない")] for line in told[10:]] == [
        "  → 1件: 文字の",
        "  → 1件: タグの",
        "  → 1件: 言語の",
        "  → 1件: 題名が示され",
        "  → 1件: 長いPDFにしおりが",
    ]


def test_english() -> None:
    told = lines(_PDFS, "en")
    assert told[0] == "PDFs: 3 (a list; it fails nothing)"
    assert told[2:4] == [
        "    12 pages; tags: no; language: no; title: 案内 (not displayed); text: none; bookmarks: no",
        "    linked from: x, y and 1 more",
    ]
    assert told[8] == "    c.pdf is gone."
    assert told[10].startswith("  → 1: A PDF without text")


def test_no_pdf_is_said_too() -> None:
    assert lines([], "ja") == ["PDFへのリンクはありません。"]
    assert lines([], "en") == ["No PDF is linked."]
