"""What a page's HTML says before any script has run: where it links to, and what kind of parts it has.

Links and parts that a script makes are not seen; such pages are named one by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

__all__ = ["Outline", "outline"]

_META_CHARSET = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 2048
_WORDS = 100
_MOST_LINKS = 10_000
_NO_FIELD = {"hidden", "submit", "search", "image", "button", "reset"}
_REFRESH = re.compile(r"\s*\d*\s*[;,]\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)


@dataclass(slots=True)
class Outline:
    """A page as it can be told from its HTML.

    :param links: the address and the text of every link, in their order.
    :param parts: what stands in it, of ``"form"``, ``"table"`` and ``"media"``.
    """

    links: list[tuple[str, str]] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)


def outline(body: bytes, url: str, charset: str | None = None) -> Outline:
    """The outline of a page.

    :param body: its HTML.
    :param url: its address, which links are relative to.
    :param charset: the encoding that the server named, if any.
    """
    reader = _Reader(url)
    reader.feed(_decoded(body, charset))
    reader.close()
    reader.end_link()
    return reader.found


def _decoded(body: bytes, charset: str | None) -> str:
    named = _META_CHARSET.search(body[:_HEAD])
    name = charset or (named[1].decode("ascii", "replace") if named else "utf-8")
    # Browsers read what is called Shift_JIS as Windows-31J (Encoding Standard, 4.2).
    name = "cp932" if name.lower() in ("shift_jis", "shift-jis", "sjis", "x-sjis") else name
    try:
        return body.decode(name, "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__()
        self.found = Outline()
        self._base = self._url = url
        self._href: str | None = None
        self._text: list[str] = []
        self._fields = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        match tag:
            case "base" if "href" in given and self._base == self._url:
                self._base = _joined(self._url, given["href"])
            case "a" | "area" if "href" in given:
                self.end_link()
                self._href, self._text = given["href"], [given.get("aria-label", ""), given.get("title", "")]
                if tag == "area":
                    self._text.append(given.get("alt", ""))
                    self.end_link()
            case "img" if self._href is not None:
                self._text.append(given.get("alt", ""))
            case "meta" if given.get("http-equiv", "").lower() == "refresh":
                if onward := _REFRESH.match(given.get("content", "")):
                    self._link(onward[1], "")
            case _:
                self._part(tag, given)

    def _part(self, tag: str, given: dict[str, str]) -> None:
        if tag in ("select", "textarea") or (
            tag == "input" and given.get("type", "").lower() not in _NO_FIELD
        ):
            self._fields += 1
        # One field alone is the search box that stands on every page.
        if tag == "textarea" or self._fields > 1:
            self.found.parts.add("form")
        if tag == "th":
            self.found.parts.add("table")
        if tag in ("video", "audio"):
            self.found.parts.add("media")

    def handle_data(self, data: str) -> None:
        if self._href is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.end_link()

    def end_link(self) -> None:
        """The link that is open, if there is one, ends here."""
        if self._href is not None:
            self._link(self._href, " ".join(" ".join(self._text).split())[:_WORDS])
            self._href = None

    def _link(self, href: str, text: str) -> None:
        if len(self.found.links) < _MOST_LINKS:
            self.found.links.append((_joined(self._base, href), text))


def _joined(base: str, href: str) -> str:
    # Browsers drop line breaks and tabs inside an address (URL Standard, 4.4).
    try:
        return urljoin(base, re.sub(r"[\t\r\n]", "", href.strip()))
    except ValueError:
        return ""
