"""From what a person names - addresses, folders, sitemaps, lists - to addresses that a browser can open.

Each way of finding pages is a module here. No page is opened in a browser, and none is judged.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from designsys.audit.masking import mask
from designsys.audit.politeness import Pace
from designsys.audit.targets.address import Address, Candidate
from designsys.audit.targets.crawl import Limits, crawl
from designsys.audit.targets.fetching import Fetcher
from designsys.audit.targets.folder import LocalServer, pages_of, serve
from designsys.audit.targets.listing import listed
from designsys.audit.targets.sampling import Sample, sample
from designsys.audit.targets.sitemap import Tell, is_sitemap_name, read_sitemap
from designsys.errors import DesignsysError

__all__ = ["Address", "LocalServer", "Search", "Tell", "addresses", "web_address"]


@dataclass(frozen=True, slots=True)
class Search:
    """How pages are looked for.

    :param crawl: where to end following the links of web addresses; None to follow none.
    :param sample: how many pages to choose of those found; None for all.
    :param seed: what the choice is made with.
    :param bound: seconds that one answer of a server may take.
    :param pace: how often a server may be asked; shared with the engine that opens the pages.
    """

    crawl: Limits | None = None
    sample: int | None = None
    seed: int = 0
    bound: float = 30.0
    pace: Pace = field(default_factory=Pace)


def _silent(en: str, ja: str) -> None:
    """Nobody listens."""


@contextlib.contextmanager
def addresses(
    targets: Iterable[str], search: Search | None = None, tell: Tell = _silent
) -> Iterator[list[Address]]:
    """The pages of all targets, each once; folders are served while the context lasts.

    :param targets: http, https or file URLs, folders, single HTML files, sitemaps (``….xml``,
        ``….xml.gz``) and lists (``@FILE``).
    :param search: how pages are looked for; without it no link is followed, and all are taken.
    :param tell: takes a sentence, in English and in Japanese, on what was left out or chosen.
    :raises DesignsysError: a target is none of these, or holds no page.
    """
    how = search or Search()
    fetcher = Fetcher(how.pace, how.bound)
    with contextlib.ExitStack() as stack:
        found: dict[str, Candidate] = {}
        starts = []
        for target in _unlisted(targets):
            if how.crawl and _is_web(target) and not is_sitemap_name(target):
                starts.append(target)
                continue
            for candidate in _of(target, fetcher, tell, stack):
                found.setdefault(candidate.address.shown, candidate)
        if how.crawl and starts:
            for candidate in _crawled(starts, how.crawl, fetcher, tell):
                found.setdefault(candidate.address.shown, candidate)
        yield _chosen(list(found.values()), how, tell)


def web_address(targets: Iterable[str]) -> str | None:
    """The first http or https address among the targets and in their lists.

    :raises DesignsysError: a list cannot be read.
    """
    return next(filter(_is_web, _unlisted(targets)), None)


def _unlisted(targets: Iterable[str]) -> Iterator[str]:
    for target in targets:
        if target.startswith("@"):
            yield from listed(Path(target[1:]))
        else:
            yield target


def _is_web(target: str) -> bool:
    try:
        parts = urlsplit(target)
        return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _of(target: str, fetcher: Fetcher, tell: Tell, stack: contextlib.ExitStack) -> list[Candidate]:
    if _is_web(target) and not is_sitemap_name(target):
        return [Candidate(Address(target, target))]
    path = _path(target)
    if _is_web(target) or (path.is_file() and is_sitemap_name(path.name)):
        place = target if _is_web(target) else str(path)
        return [Candidate(Address(url, url)) for url in read_sitemap(place, fetcher, tell)]
    if not target or ("://" in target and not target.lower().startswith("file:")):
        raise _unknown(target)
    if path.is_file() and target.lower().startswith("file:"):
        return [Candidate(Address(target, target))]
    if path.is_file() and path.suffix.lower() in (".html", ".htm", ".xhtml"):
        return [Candidate(address) for address in serve(path.parent, [path], stack)]
    if path.is_dir():
        return [Candidate(address) for address in serve(path, pages_of(path), stack)]
    raise _unknown(target)


def _path(target: str) -> Path:
    return Path(url2pathname(urlsplit(target).path)) if target.lower().startswith("file:") else Path(target)


def _crawled(starts: list[str], limits: Limits, fetcher: Fetcher, tell: Tell) -> list[Candidate]:
    crawled = crawl(starts, limits, fetcher)
    if not crawled.complete:
        tell(
            f"the site has more pages than the {len(crawled.pages)} that were found within the limits: give more with --max-pages or --max-depth.",
            f"上限までに見つけた{len(crawled.pages)}ページのほかにも、ページがあります。--max-pages か --max-depth で増やせます。",
        )
    return crawled.pages


def _chosen(found: list[Candidate], how: Search, tell: Tell) -> list[Address]:
    if how.sample is None:
        return [candidate.address for candidate in found]
    chosen: Sample = sample(found, how.sample, how.seed)
    kinds, others = len(chosen.representative), len(chosen.random)
    tell(
        f"chose {kinds + others} of {chosen.total} pages: {kinds} representative, {others} random (--seed {how.seed} chooses them again).",
        f"{chosen.total}ページから{kinds + others}ページを選びました（代表 {kinds}、無作為 {others}。--seed {how.seed} で同じページを選べます）。",
    )
    return chosen.addresses


def _unknown(target: str) -> DesignsysError:
    return DesignsysError(
        en=f"'{mask(target)}' is neither an address nor a folder: write https://… or the path of a folder with HTML pages.",
        ja=f"「{mask(target)}」はアドレスでもフォルダーでもありません。https://… か、HTMLのあるフォルダーのパスを書いてください。",
    )
