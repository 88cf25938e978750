"""Keeps what was found on a page, so that a run over an unchanged site judges only what changed.

A page is the same when its DOM at rest and every file that it loaded are the same to the byte, in the same state and
condition, for the same checks. The page is still opened: whether it changed cannot be known otherwise.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from designsys.audit.axe_core import script
from designsys.audit.content.word_list import own_words
from designsys.audit.failures import Unjudged
from designsys.audit.journal import Entry, read, written
from designsys.audit.page import LoadedPage
from designsys.audit.plan import Job

__all__ = ["Cache"]

# What shadow trees hold is in no outerHTML.
_DOM = """(() => {
  const written = root => root.innerHTML + [...root.querySelectorAll('*')]
    .filter(element => element.shadowRoot).map(element => written(element.shadowRoot)).join('');
  return [document.documentElement.getAttributeNames(), written(document.documentElement)];
})()"""


class Cache:
    """A folder of results, one file a page, state and condition.

    :param folder: made when something is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def key(self, page: LoadedPage, job: Job, wanted: Iterable[str]) -> str:
        """What a page at rest is, in one line.

        :param wanted: the names of the checks that are to judge it.
        :raises Unjudged: the page is gone.
        """
        # A folder is served on another port in every run, and files arrive in any order: neither changes the page.
        origin = page.evaluate("location.origin")
        parts = [
            _versions(script()),
            repr(own_words()),
            repr(job.condition),
            job.state,
            job.address.shown,
            *wanted,
        ]
        parts.append(json.dumps(page.everywhere(_DOM)).replace(origin, ""))
        parts += [
            part for url, content in sorted(_files(page)) for part in (url.removeprefix(origin), content)
        ]
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def get(self, key: str, job: Job) -> Entry | None:
        """What was found when the page was the same; None when it never was."""
        try:
            return read(json.loads(self._path(key).read_text(encoding="utf-8")), job)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, key: str, entry: Entry) -> None:
        """Keep what was found; a folder that cannot be written keeps nothing."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            # First beside its place: a run that is killed leaves no half file under the key.
            part = self._path(key).with_suffix(".part")
            part.write_text(json.dumps(written(entry), ensure_ascii=False), encoding="utf-8")
            part.replace(self._path(key))

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"


def _files(page: LoadedPage) -> Iterator[tuple[str, str]]:
    """Every file that the page and its frames loaded, with its content."""
    tree = page.send("Page.getResourceTree")["frameTree"]
    for frame in _frames(tree):
        for resource in [{"url": frame["frame"]["url"]}, *frame.get("resources", ())]:
            url = resource["url"]
            if url.startswith("data:"):
                continue
            try:
                yield (
                    url,
                    page.send("Page.getResourceContent", frameId=frame["frame"]["id"], url=url)["content"],
                )
            except Unjudged as reason:
                if reason.again:
                    raise
                # A file that was refused or is no longer held: that it is so is all that is known.
                yield url, ""


def _frames(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield tree
    for child in tree.get("childFrames", ()):
        yield from _frames(child)


@lru_cache(maxsize=1)
def _versions(axe: Path) -> str:
    """The gate itself: another check, or another axe-core, may find something else."""
    known = hashlib.sha256(axe.read_bytes())
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".js", ".toml", ".tsv"):
            known.update(path.read_bytes())
    return known.hexdigest()
