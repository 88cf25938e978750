"""Reads files from servers in order to find pages: politely, within a bound, and never more than asked for.

Runs no script and keeps no cookie; pages are judged by a browser, not from what is read here.
"""

from __future__ import annotations

import base64
import gzip
import http.client
import io
import threading
import urllib.error
import urllib.request
import zlib
from collections.abc import Collection
from concurrent.futures import Future
from dataclasses import dataclass
from email.message import Message
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from designsys.audit.failures import too_slow, unreachable
from designsys.audit.politeness import Pace, user_agent

__all__ = ["Answer", "Fetcher", "unpacked"]

_LARGEST = 5 * 1024 * 1024
_HOPS = 5
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered.

    :param url: the address that answered.
    :param status: the HTTP status.
    :param kind: the content type, such as ``"text/html"``; empty when it says none.
    :param charset: the encoding that the server names, or None.
    :param location: where a redirect points to, absolute; empty for other answers.
    :param body: what was read; empty for kinds that were not wanted.
    """

    url: str
    status: int
    kind: str
    charset: str | None
    location: str
    body: bytes


class _Stay(urllib.request.HTTPRedirectHandler):
    """Where a redirect leads, the caller decides: it may lead to another host."""

    def redirect_request(self, *args: Any, **named: Any) -> None:
        return None


class Fetcher:
    """Asks servers.

    :param pace: shared with whatever else asks the same hosts.
    :param bound: seconds that one answer may take, its body included.
    """

    def __init__(self, pace: Pace, bound: float) -> None:
        self.pace, self._bound = pace, bound
        self._opener = urllib.request.build_opener(_Stay)

    def get(self, url: str, kinds: Collection[str] = (), largest: int = _LARGEST) -> Answer:
        """One answer; a redirect is given as it is.

        :param kinds: content types whose body is wanted; all when empty.
        :param largest: bytes of the body that are read; the rest is left.
        :raises Unjudged: there is no answer within the bound.
        """
        self.pace.wait(url)
        future: Future[Answer] = Future()

        def ask() -> None:
            try:
                future.set_result(self._ask(url, kinds, largest))
            except BaseException as fault:
                future.set_exception(fault)

        # Neither a slow name server nor an answer that drips in is bound by a socket's time-out.
        threading.Thread(target=ask, daemon=True).start()
        try:
            return future.result(timeout=self._bound)
        except TimeoutError:
            raise too_slow(url, self._bound) from None
        except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as fault:
            reason = getattr(fault, "reason", None) or fault
            raise unreachable(url, str(reason) or type(fault).__name__) from None

    def follow(self, url: str, largest: int = _LARGEST) -> Answer:
        """The answer at the end of some redirects; the last one when there are more than five.

        :raises Unjudged: there is no answer within the bound.
        """
        answer = self.get(url, largest=largest)
        for _ in range(_HOPS):
            if not answer.location:
                break
            answer = self.get(answer.location, largest=largest)
        return answer

    def _ask(self, url: str, kinds: Collection[str], largest: int) -> Answer:
        try:
            answer: Any = self._opener.open(_request(url), timeout=self._bound)
        except urllib.error.HTTPError as refusal:
            answer = refusal
        with answer:
            headers: Message = answer.headers
            kind = headers.get_content_type() if "Content-Type" in headers else ""
            wanted = not kinds or kind in kinds
            body = unpacked(answer.read(largest), largest) if wanted else b""
            return Answer(
                url, answer.status, kind, headers.get_content_charset(), _location(url, answer), body
            )


def unpacked(body: bytes, largest: int) -> bytes:
    """A body as it was before gzip, up to so many bytes; what is not packed stays as it is."""
    if not body.startswith(_GZIP):
        return body
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
            return packed.read(largest)
    except (OSError, EOFError, zlib.error):
        return b""


def _request(url: str) -> urllib.request.Request:
    """A request; a login in the address, which urllib would take for a host, goes where it belongs."""
    parts = urlsplit(url)
    if parts.scheme.lower() not in ("http", "https"):
        raise ValueError(f"{parts.scheme}: is not read")
    login, at, place = parts.netloc.rpartition("@")
    request = urllib.request.Request(
        urlunsplit((parts.scheme, place, parts.path, parts.query, "")),
        headers={"User-Agent": user_agent(), "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"},
    )
    if at:
        credentials = base64.b64encode(unquote(login).encode("utf-8")).decode("ascii")
        request.add_unredirected_header("Authorization", f"Basic {credentials}")
    return request


def _location(url: str, answer: Any) -> str:
    if answer.status not in (301, 302, 303, 307, 308):
        return ""
    target = urljoin(url, (answer.headers.get("Location") or "").strip())
    return target if urlsplit(target).scheme in ("http", "https") else ""
