"""Reads a sitemap (sitemaps.org 0.9): a set of addresses, or an index of such sets, also packed by gzip.

Document types and entities are refused, so that no sitemap grows in memory or reads a
file. Whether an address still answers is not asked here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from xml.parsers import expat

from designsys.audit.masking import mask
from designsys.audit.targets.address import canonical, is_page_name
from designsys.audit.targets.fetching import Fetcher, unpacked
from designsys.errors import DesignsysError

__all__ = ["Tell", "is_sitemap_name", "read_sitemap"]

# The protocol's own limits are 50 MB and 50,000 addresses a file.
_LARGEST = 50 * 1024 * 1024
_MOST_SETS = 1_000
_LOC: dict[tuple[str, ...], str] = {
    ("urlset", "url", "loc"): "pages",
    ("sitemapindex", "sitemap", "loc"): "sets",
}

Tell = Callable[[str, str], None]
"""Takes a sentence, in English and in Japanese, while the work goes on."""


def is_sitemap_name(target: str) -> bool:
    """Whether an address or a path is a sitemap's: its name ends with ``.xml`` or ``.xml.gz``."""
    name = urlsplit(target).path if "://" in target else target
    return name.lower().endswith((".xml", ".xml.gz"))


def read_sitemap(place: str, fetcher: Fetcher, tell: Tell) -> list[str]:
    """The pages of a sitemap and of those it refers to, each once and in its order; other files are left out.

    :param place: its address, or its path on this machine.
    :param tell: takes what is wrong with single sets of an index.
    :raises DesignsysError: it cannot be read, is no sitemap, or names no page.
    """
    found: dict[str, str] = {}
    waiting, read, faults = [place], set[str](), list[DesignsysError]()
    while waiting and len(read) < _MOST_SETS:
        at = waiting.pop(0)
        if at in read:
            continue
        read.add(at)
        try:
            content = _parsed(_body(at, fetcher), at)
        except DesignsysError as fault:
            faults.append(fault)
            continue
        waiting += content.sets
        for url in filter(is_page_name, content.pages):
            found.setdefault(_key(url), url)
    if not found:
        raise faults[0] if faults else _no_page(place)
    for missing in faults:
        tell(missing.en, missing.ja)
    return list(found.values())


@dataclass(slots=True)
class _Content:
    pages: list[str] = field(default_factory=list)
    sets: list[str] = field(default_factory=list)


def _body(place: str, fetcher: Fetcher) -> bytes:
    if "://" in place:
        answer = fetcher.follow(place, _LARGEST + 1)
        if answer.status >= 400 or answer.location:
            raise DesignsysError(
                en=f"the sitemap {mask(place)} answered HTTP {answer.status}: check its address.",
                ja=f"サイトマップ {mask(place)} が HTTP {answer.status} を返しました。アドレスを確かめてください。",
            )
        body = answer.body
    else:
        try:
            body = unpacked(Path(place).read_bytes(), _LARGEST + 1)
        except OSError:
            raise DesignsysError(
                en=f"the sitemap '{place}' cannot be read: check its path.",
                ja=f"サイトマップ「{place}」を読めません。パスを確かめてください。",
            ) from None
    if len(body) > _LARGEST:
        raise DesignsysError(
            en=f"the sitemap {mask(place)} is larger than 50 MB: split it, as sitemaps.org has it.",
            ja=f"サイトマップ {mask(place)} が50MBを超えています。sitemaps.org の決まりのとおり、分けてください。",
        )
    return body


def _parsed(body: bytes, place: str) -> _Content:
    content, path, text = _Content(), list[str](), list[str]()
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, attributes: dict[str, str]) -> None:
        path.append(name.rpartition(" ")[2])
        text.clear()

    def end(name: str) -> None:
        if kind := _LOC.get(tuple(path)):
            url = "".join(text).strip()
            if urlsplit(url).scheme in ("http", "https"):
                getattr(content, kind).append(url)
        path.pop()

    def refuse(name: str, *_: object) -> None:
        if name.lower() == "html":
            raise _no_sitemap(place, "HTML")
        raise DesignsysError(
            en=f"the sitemap {mask(place)} has a document type, which may hide entities: remove its <!DOCTYPE>.",
            ja=f"サイトマップ {mask(place)} に文書型宣言があります。実体が隠れていることがあるため読みません。<!DOCTYPE> を消してください。",
        )

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text.append
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError) as fault:
        raise _no_sitemap(place, str(fault)) from None
    return content


def _key(url: str) -> str:
    try:
        return canonical(url)
    except ValueError:
        return url


def _no_sitemap(place: str, reason: str) -> DesignsysError:
    return DesignsysError(
        en=f"{mask(place)} is no sitemap ({reason}): give the address of an XML sitemap.",
        ja=f"{mask(place)} はサイトマップではありません（{reason}）。XMLのサイトマップのアドレスを指定してください。",
    )


def _no_page(place: str) -> DesignsysError:
    return DesignsysError(
        en=f"the sitemap {mask(place)} names no page: it needs <urlset> or <sitemapindex> with a <loc> for each page.",
        ja=f"サイトマップ {mask(place)} にページがありません。<urlset> か <sitemapindex> の中に、ページごとの <loc> が要ります。",
    )
