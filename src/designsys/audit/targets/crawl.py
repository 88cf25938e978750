"""Finds the pages of a site by following its links, level by level from where it begins.

Keeps to the hosts that it begins at and to their robots.txt (as ``urllib.robotparser``
reads it: by the beginning of a path, without ``*`` and ``$``). What only a script links
to is not found.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from designsys.audit.failures import Unjudged
from designsys.audit.masking import mask
from designsys.audit.politeness import PRODUCT
from designsys.audit.targets.address import Address, Candidate, canonical, is_page_name
from designsys.audit.targets.fetching import Answer, Fetcher
from designsys.audit.targets.outline import outline
from designsys.errors import DesignsysError

__all__ = ["Crawled", "Limits", "crawl"]

HTML = ("text/html", "application/xhtml+xml")
_GONE = (404, 410)
_NOTHING_ALLOWED = ("User-agent: *", "Disallow: /")
_INDEX = re.compile(r"/(?:(?:index|default|home)\.\w+)?$")


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a crawl ends.

    :param pages: how many pages at most.
    :param depth: how many links from the first page at most.
    :param queries: how many query strings of one path; a calendar has them without end.
    """

    pages: int = 100
    depth: int = 5
    queries: int = 10

    @property
    def requests(self) -> int:
        """How many answers are asked for, those that are no page included."""
        return 5 * self.pages + 100


@dataclass(frozen=True, slots=True)
class Crawled:
    """What a crawl found.

    :param pages: the pages, in the order of their addresses.
    :param complete: False when a limit ended it before the site did.
    """

    pages: list[Candidate]
    complete: bool


def crawl(starts: Iterable[str], limits: Limits, fetcher: Fetcher) -> Crawled:
    """The HTML pages that links lead to.

    A page that answers an error other than 404 and 410 is one too: that it cannot be
    judged is for the run to say.

    :param starts: absolute http or https addresses; each host of theirs is crawled.
    :raises DesignsysError: a start cannot be reached, or robots.txt does not allow it.
    """
    crawler = _Crawler(limits, fetcher)
    level = [crawler.begin(start) for start in starts]
    for depth in range(limits.depth + 1):
        level = crawler.level(level, deepest=depth == limits.depth)
    return Crawled(crawler.candidates(), crawler.complete)


class _Crawler:
    def __init__(self, limits: Limits, fetcher: Fetcher) -> None:
        self.complete = True
        self._limits, self._fetcher, self._asked = limits, fetcher, 0
        self._origins: dict[str, str] = {}
        self._robots: dict[str, RobotFileParser] = {}
        self._pages: dict[str, frozenset[str]] = {}
        self._bodies: dict[tuple[str, str], str] = {}
        self._words: dict[str, set[str]] = {}
        self._known: set[str] = set()
        self._queries: Counter[str] = Counter()

    def begin(self, start: str) -> str:
        """Take a start's host in, or the one that it redirects to."""
        answer = self._fetcher.follow(start)
        if answer.status >= 400 or answer.location:
            raise DesignsysError(
                en=f"{mask(start)} answered HTTP {answer.status}, so there is nothing to crawl: check the address.",
                ja=f"{mask(start)} が HTTP {answer.status} を返したため、たどれません。アドレスを確かめてください。",
            )
        parts = urlsplit(canonical(answer.url))
        login = urlsplit(start).netloc.rpartition("@")
        place = parts.netloc if "@" in parts.netloc else "".join(login[:2]) + parts.netloc
        self._origins.setdefault(_host(answer.url), f"{parts.scheme}://{place}")
        url = self._inside(answer.url)
        if url is None or not self._allowed(url):
            raise DesignsysError(
                en=f"robots.txt does not allow {mask(answer.url)} to be crawled: ask its owner, or name the pages in a list.",
                ja=f"robots.txt が {mask(answer.url)} をたどることを許していません。持ち主に尋ねるか、ページを一覧で指定してください。",
            )
        self._known.add(url)
        return url

    def level(self, urls: Iterable[str], *, deepest: bool) -> list[str]:
        """Read the pages of one level in the order of their addresses; gives those of the next."""
        waiting, following = deque(sorted(set(urls))), list[str]()
        while waiting:
            if len(self._pages) >= self._limits.pages or self._asked >= self._limits.requests:
                self.complete = False
                return []
            url = waiting.popleft()
            self._asked += 1
            try:
                answer = self._fetcher.get(url, HTML)
            except Unjudged:
                self._pages[url] = frozenset()
                continue
            if answer.location:
                waiting += self._admitted([(answer.location, "")])
            elif answer.status >= 400 and answer.status not in _GONE:
                self._pages[url] = frozenset()
            elif answer.status < 400 and answer.kind in HTML:
                following += self._admitted(self._read(url, answer))
        if deepest and following:
            self.complete = False
        return following

    def candidates(self) -> list[Candidate]:
        """The pages that were found, in the order of their addresses."""
        return [
            Candidate(Address(url, url), frozenset(self._words.get(url, ())), parts)
            for url, parts in sorted(self._pages.items())
        ]

    def _read(self, url: str, answer: Answer) -> list[tuple[str, str]]:
        """Keep a page, unless it stands under another spelling already; gives its links."""
        content = hashlib.sha256(answer.body).hexdigest()
        twin = self._bodies.setdefault((_INDEX.sub("", url), content), url)
        if twin != url:
            self._words.setdefault(twin, set()).update(self._words.get(url, ()))
            return []
        found = outline(answer.body, url, answer.charset)
        self._pages[url] = frozenset(found.parts)
        return found.links

    def _admitted(self, links: Iterable[tuple[str, str]]) -> list[str]:
        """The addresses of links that are to be read and were not known."""
        new = []
        for link, text in links:
            url = self._inside(link)
            if url is None:
                continue
            if text:
                self._words.setdefault(url, set()).add(text)
            if url not in self._known:
                self._known.add(url)
                if self._allowed(url) and self._is_one_of_few(url):
                    new.append(url)
        return new

    def _inside(self, link: str) -> str | None:
        """A link's one spelling when it may be a page of a host that is crawled."""
        try:
            if urlsplit(link).scheme not in ("http", "https") or not is_page_name(link):
                return None
            origin = self._origins.get(_host(link))
            path, query = urlsplit(canonical(link))[2:4]
        except ValueError:
            return None
        # http and https, with and without a login, are one site.
        return None if origin is None else urlunsplit((*urlsplit(origin)[:2], path, query, ""))

    def _is_one_of_few(self, url: str) -> bool:
        path, mark, _ = url.partition("?")
        if not mark:
            return True
        self._queries[path] += 1
        if self._queries[path] <= self._limits.queries:
            return True
        self.complete = False
        return False

    def _allowed(self, url: str) -> bool:
        origin = self._origins[_host(url)]
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        return self._robots[origin].can_fetch(PRODUCT, url)

    def _read_robots(self, origin: str) -> RobotFileParser:
        """An origin's robots.txt; without one all is allowed, and nothing where it cannot be had (RFC 9309, 2.3.1)."""
        rules = RobotFileParser()
        rules.modified()
        try:
            answer = self._fetcher.follow(f"{origin}/robots.txt", 512 * 1024)
        except Unjudged:
            rules.parse(_NOTHING_ALLOWED)
            return rules
        if answer.status >= 500:
            rules.parse(_NOTHING_ALLOWED)
        elif answer.status < 400 and answer.kind not in HTML:
            rules.parse(answer.body.decode("utf-8-sig", "replace").splitlines())
        if delay := rules.crawl_delay(PRODUCT):
            self._fetcher.pace.slow_down(origin, float(delay))
        return rules


def _host(url: str) -> str:
    """Host and port as they tell sites apart, whether by http or https."""
    parts = urlsplit(canonical(url))
    return parts.netloc.rpartition("@")[2]
