"""What one page is called, and how two addresses of it are told to be one.

Goes by the address alone: that two pages say the same cannot be known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit, urlunsplit

__all__ = ["Address", "Candidate", "canonical", "is_page_name"]


@dataclass(frozen=True, slots=True)
class Address:
    """One page.

    :param url: what the browser opens.
    :param shown: what reports call it; the same in every run, which a server's port is not.
    """

    url: str
    shown: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page that may be chosen, with what is known of it.

    :param address: where it is.
    :param words: the texts of the links that lead to it.
    :param parts: what stands in it, of ``"form"``, ``"table"`` and ``"media"``.
    """

    address: Address
    words: frozenset[str] = field(default=frozenset())
    parts: frozenset[str] = field(default=frozenset())


_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_SAFE = "%/:@!$&'()*+,;=~-._"

# Session ids as servers put them in addresses: Java, ASP.NET, and by name in the query.
_SESSION_PATH = re.compile(r";jsessionid=[^/;]*|/\(S\([A-Za-z0-9]+\)\)", re.IGNORECASE)
_SESSION_NAME = re.compile(
    r"phpsessid|jsessionid|session_?id|aspsessionid\w*|cfid|cftoken|fbclid|gclid|utm_\w+", re.IGNORECASE
)
# Short values of these are numbers of pages and sections, long ones are sessions.
_SHORT_SESSION_NAME = re.compile(r"sid|sess|session", re.IGNORECASE)
_LONG = 16

_OTHER_FILES = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|tsv|txt|zip|lzh|gz|tgz|7z|exe|msi|dmg|apk|jpe?g|png|gif|webp|avif|"
    r"svg|ico|bmp|tiff?|mp3|m4a|wav|ogg|mp4|m4v|mov|avi|wmv|webm|css|m?js|json|xml|rss|atom|ics|vcf|woff2?|ttf|otf|"
    r"kml|kmz|dwg|dxf|jtd|epub)",
    re.IGNORECASE,
)


def canonical(url: str) -> str:
    """The one spelling of an address: no fragment, session or default port, escapes and dots resolved (RFC 3986, 6.2).

    :param url: an absolute http or https address.
    :raises ValueError: it is no address, such as one with a port that is no number.
    """
    scheme, place, path, query, _ = urlsplit(url)
    login, at, _ = place.rpartition("@")
    scheme, host, port = scheme.lower(), _host(url), urlsplit(url).port
    place = login + at + (host if port in (None, _PORTS.get(scheme)) else f"{host}:{port}")
    path = _undotted(_escaped(_SESSION_PATH.sub("", path))) or "/"
    kept = [pair for pair in query.split("&") if pair and not _is_session(pair)]
    return urlunsplit((scheme, place, path, _escaped("&".join(kept), "?"), ""))


def is_page_name(url: str) -> bool:
    """Whether an address may be a page's: False for ``.pdf``, ``.jpg`` and other files by name."""
    name = urlsplit(url).path.rpartition("/")[2]
    return not _OTHER_FILES.fullmatch(name[name.rfind(".") :] if "." in name else "")


def _host(url: str) -> str:
    host = (urlsplit(url).hostname or "").rstrip(".")
    if not host:
        raise ValueError(url)
    if ":" in host:
        return f"[{host}]"
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _is_session(pair: str) -> bool:
    name, _, value = pair.partition("=")
    return bool(
        _SESSION_NAME.fullmatch(name) or (_SHORT_SESSION_NAME.fullmatch(name) and len(value) >= _LONG)
    )


def _escaped(text: str, more: str = "") -> str:
    def one(match: re.Match[str]) -> str:
        character = chr(int(match[0][1:], 16))
        return character if _UNRESERVED.fullmatch(character) else match[0].upper()

    return quote(_ESCAPE.sub(one, re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)), safe=_SAFE + more)


def _undotted(path: str) -> str:
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            if len(steps) > 1:
                steps.pop()
        elif step != ".":
            steps.append(step)
    if path.endswith(("/.", "/..")):
        steps.append("")
    return "/".join(steps)
