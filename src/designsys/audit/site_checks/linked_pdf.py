"""Which PDFs the pages link to, for the list that ``--pdf`` gives (:mod:`designsys.audit.pdf`); finds no fault itself.

A PDF is told by its address, which ends in ``.pdf``. One that only a query names (``?id=5``) is not known, since
queries may open a session and are kept nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from designsys.audit.findings import Observation, PageResult
from designsys.audit.masking import mask
from designsys.audit.site_checks import Gathered
from designsys.audit.targets.address import Address

__all__ = ["CRITERIA", "GATHER", "ID", "Link", "judge", "links"]

ID = "linked-pdf"
CRITERIA: tuple[str, ...] = ()

# Addresses on the page's own host are kept without it: a folder is served on another port in every run.
GATHER = r"""(() => {
  const address = link => URL.canParse(link.href) ? new URL(link.href) : null;
  const pdfs = probe.all('a[href], area[href]').map(address)
    .filter(url => url && /^(https?|file):$/.test(url.protocol) && /\.pdf$/i.test(url.pathname));
  return [...new Set(pdfs.map(url => (url.origin === location.origin ? '' : url.origin) + url.pathname))];
})()"""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a PDF is.

    :param url: what a server is asked for.
    :param shown: what reports call it; the same in every run.
    """

    url: str
    shown: str


def judge(pages: Sequence[Gathered]) -> Iterator[tuple[Gathered, Observation]]:
    """Nothing: what the PDFs are like, no page tells."""
    return iter(())


def links(pages: Iterable[PageResult]) -> dict[Link, list[str]]:
    """Each PDF once, in the order of the pages, with the pages that link to it."""
    found: dict[Link, list[str]] = {}
    for page in pages:
        for href in page.facts.get("linked_pdf", ()):
            holders = found.setdefault(_link(href, page.job.address), [])
            if page.url not in holders:
                holders.append(page.url)
    return found


def _link(href: str, page: Address) -> Link:
    url = urljoin(page.url, href)
    path = unquote(urlsplit(page.url).path)
    if page.shown == page.url or not href.startswith("/") or not page.shown.endswith(path.lstrip("/")):
        return Link(url, mask(url))
    folder = page.shown.removesuffix(path.lstrip("/"))
    return Link(url, folder + unquote(href).lstrip("/"))
