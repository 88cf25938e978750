"""The text of a page's own scripts: what stands in the page, and files of the same site.

Libraries, told by their names, and very large files are left out: what they could do says nothing of what this page
does. Module scripts that others import are not followed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from designsys.audit.failures import Unjudged
from designsys.audit.page import LoadedPage

__all__ = ["Script", "find"]

_FILES = 12
_LARGEST = 300_000
_LIBRARIES = re.compile(
    r"jquery|bootstrap|swiper|slick|splide|vue|react|angular|polyfill|modernizr|analytics|gtag|gtm", re.I
)

_SCRIPT = """probe.all('script').filter(script => !script.type || /javascript|module/.test(script.type)).map(script => ({
  url: script.src && new URL(script.src).origin === location.origin ? script.src : '',
  text: script.src ? '' : script.textContent.slice(0, 300000),
  path: probe.path(script),
})).filter(({url, text}) => url || text)"""


@dataclass(frozen=True, slots=True)
class Script:
    """A script.

    :param text: what it says.
    :param path: where its element is, as in :class:`~designsys.audit.findings.Observation`.
    """

    text: str
    path: Sequence[str | Sequence[str]]


def find(page: LoadedPage) -> list[Script]:
    """Read the scripts of the page and its frames; none where scripts do not run."""
    if page.condition is not None and not page.condition.scripts:
        return []
    seen = page.observe(_SCRIPT)
    frame = ""
    found: list[Script] = []
    for one in seen:
        text = one["text"]
        if one["url"] and len(found) < _FILES and not _LIBRARIES.search(one["url"].rpartition("/")[2]):
            frame = frame or page.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
            text = _file(page, frame, one["url"])
        if text:
            found.append(Script(text, one["path"]))
    return found


def _file(page: LoadedPage, frame: str, url: str) -> str:
    try:
        content = page.send("Page.getResourceContent", frameId=frame, url=url)
    except Unjudged:
        # It did not load, or the browser let it go.
        return ""
    text = "" if content["base64Encoded"] else str(content["content"])
    return text if len(text) < _LARGEST else ""
