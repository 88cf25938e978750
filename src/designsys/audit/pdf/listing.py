"""Fetches every PDF that the judged pages link to, each once, and lists what it offers.

As polite as the search for pages: the pace of its host, our own User-Agent, a bound on time and size. No cookie is
sent, so a PDF behind a login is named as what the server answers instead.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future

from designsys.audit.failures import Unjudged, too_slow
from designsys.audit.pdf import LinkedPdf, Traits
from designsys.audit.pdf.reading import read
from designsys.audit.site_checks.linked_pdf import Link
from designsys.audit.targets.fetching import Fetcher
from designsys.errors import DesignsysError

__all__ = ["LARGEST", "list_pdfs"]

LARGEST = 30 * 1024 * 1024
"""Bytes of the largest PDF that is fetched."""


def list_pdfs(
    links: Mapping[Link, Sequence[str]],
    fetcher: Fetcher,
    bound: float,
    largest: int = LARGEST,
    done: Callable[[Link], None] | None = None,
) -> list[LinkedPdf]:
    """What each PDF offers, or why that cannot be told.

    :param links: the pages that link to each, as reports call them.
    :param fetcher: asks for them.
    :param bound: seconds that reading one file may take.
    :param largest: bytes; a larger file is named and left.
    :param done: called after each PDF.
    """
    found = []
    for link, pages in links.items():
        try:
            traits = _read(_fetch(link, fetcher, largest), link.shown, bound)
            found.append(LinkedPdf(link.shown, tuple(pages), traits))
        except DesignsysError as reason:
            found.append(LinkedPdf(link.shown, tuple(pages), reason=reason))
        if done:
            done(link)
    return found


def _fetch(link: Link, fetcher: Fetcher, largest: int) -> bytes:
    try:
        answer = fetcher.follow(link.url, largest=largest + 1)
    except Unjudged as reason:
        raise DesignsysError(
            en=reason.en.replace(link.url, link.shown), ja=reason.ja.replace(link.url, link.shown)
        ) from None
    if answer.status >= 300:
        raise DesignsysError(
            en=f"{link.shown} answered HTTP {answer.status}: mend the link, or put the file back.",
            ja=f"{link.shown} が HTTP {answer.status} を返しました。リンクを直すか、ファイルを戻してください。",
        )
    if len(answer.body) > largest:
        size = largest // (1024 * 1024)
        raise DesignsysError(
            en=f"{link.shown} is larger than {size} MB, so it was not read; nobody can open it on a phone. Divide it.",
            ja=f"{link.shown} は {size} メガバイトより大きいため、調べませんでした。携帯電話では開けません。分けて載せてください。",
        )
    return answer.body


def _read(body: bytes, shown: str, bound: float) -> Traits:
    """What the file offers, within the bound: a damaged one can send its reader round in circles."""
    future: Future[Traits] = Future()

    def work() -> None:
        try:
            future.set_result(read(body, shown))
        except BaseException as fault:
            future.set_exception(fault)

    threading.Thread(target=work, daemon=True).start()
    try:
        return future.result(timeout=bound)
    except TimeoutError:
        raise too_slow(shown, bound) from None
