"""The list of PDFs in words, for the console: one line a trait, and how to mend what is missing.

What a machine reads is the JSON report's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from designsys.audit.pdf import LinkedPdf, Traits

__all__ = ["lines"]

_NAMED = 2
_BOOKMARKS_FROM = 10
"""Fewer pages are found without bookmarks (technique PDF2 speaks of long documents)."""

_YES = {"ja": ("あり", "なし"), "en": ("yes", "no")}
_TEXT = {
    "ja": {"all": "あり", "some": "一部のページだけ", "none": "なし"},
    "en": {"all": "yes", "some": "on some pages only", "none": "none"},
}
_MEND = {
    "ja": {
        "text": "文字のないPDFは、読み上げも検索も拡大もできません。元の文書から書き出すか、文字認識をかけてください。",
        "tags": "タグのないPDFは、読み上げの順も見出しも表も伝わりません。元の文書を「タグ付きPDF」で書き出してください。同じ内容のHTMLがあれば、なお確かです。",
        "language": "言語のないPDFは、違う言語の声で読まれることがあります。文書の設定で言語を日本語にしてください。",
        "title": "題名が示されないPDFは、ファイル名で読まれます。題名を書き、「文書のタイトルを表示」にしてください。",
        "bookmarks": "長いPDFにしおりがないと、読みたい所へ移れません。見出しからしおりを作って書き出してください。",
    },
    "en": {
        "text": "A PDF without text can be neither read out, nor searched, nor enlarged. Export it from its source, or run text recognition.",
        "tags": "A PDF without tags tells no reading order, headings or tables to screen readers. Export it as tagged PDF; the same content as HTML is surer.",
        "language": "A PDF without a language may be read out in the wrong voice. Set the language of the document.",
        "title": "A PDF that shows no title is called by its file name. Write a title, and have it displayed.",
        "bookmarks": "In a long PDF without bookmarks nobody gets to the part they need. Export bookmarks from its headings.",
    },
}


def lines(pdfs: Sequence[LinkedPdf], language: str) -> list[str]:
    """The list, and then each thing that some of them lack, with the way to mend it.

    :param language: ``"ja"`` or ``"en"``.
    """
    ja = language == "ja"
    if not pdfs:
        return ["PDFへのリンクはありません。" if ja else "No PDF is linked."]
    told = [
        f"PDF {len(pdfs)}件（一覧。合否には数えません）"
        if ja
        else f"PDFs: {len(pdfs)} (a list; it fails nothing)"
    ]
    for pdf in pdfs:
        told += [f"  {pdf.shown}", f"    {_traits(pdf, language)}", f"    {_linked(pdf, language)}"]
    missing = [kind for pdf in pdfs if pdf.traits for kind in _missing(pdf.traits)]
    for kind, mend in _MEND[language].items():
        if number := missing.count(kind):
            told.append(f"  → {number}件: {mend}" if ja else f"  → {number}: {mend}")
    return told


def _traits(pdf: LinkedPdf, language: str) -> str:
    if pdf.traits is None:
        reason = pdf.reason
        return "" if reason is None else reason.ja if language == "ja" else reason.en
    traits = pdf.traits
    yes, no = _YES[language]
    title = traits.title or no
    bookmarks = yes if traits.bookmarks else no
    tags = yes if traits.tagged else no
    if language == "ja":
        hidden = "（表示されない設定）" if traits.title and not traits.shows_title else ""
        return (
            f"{traits.pages}ページ、タグ {tags}、言語 {traits.language or no}、題名 {title}{hidden}、"
            f"文字 {_TEXT['ja'][traits.text]}、しおり {bookmarks}"
        )
    hidden = " (not displayed)" if traits.title and not traits.shows_title else ""
    return (
        f"{traits.pages} pages; tags: {tags}; language: {traits.language or no}; title: {title}{hidden}; "
        f"text: {_TEXT['en'][traits.text]}; bookmarks: {bookmarks}"
    )


def _linked(pdf: LinkedPdf, language: str) -> str:
    named, more = pdf.linked_from[:_NAMED], len(pdf.linked_from) - _NAMED
    if language == "ja":
        return "リンク元: " + "、".join(named) + (f" ほか{more}ページ" if more > 0 else "")
    return "linked from: " + ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _missing(traits: Traits) -> Iterator[str]:
    if traits.text != "all":
        yield "text"
    if not traits.tagged:
        yield "tags"
    if not traits.language:
        yield "language"
    if not traits.title or not traits.shows_title:
        yield "title"
    if not traits.bookmarks and traits.pages >= _BOOKMARKS_FROM:
        yield "bookmarks"
