"""Writes the token files that visitors may take away: one for every output that the tokens can be built to.

Which outputs there are is found, not listed; an output that cannot say the tokens stops the build.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from designsys.tokens import TokenSystem, build, outputs

__all__ = ["FOLDER", "Download", "download_name", "write_downloads"]

FOLDER = "downloads"
"""Where the files lie, from the site's root."""

# Languages whose files do not end as the output is called.
_SUFFIXES = {"python": "py", "tailwind": "css", "figma": "json"}


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away.

    :param output: the output that wrote it.
    :param path: where it lies, from the site's root.
    :param size: in bytes.
    """

    output: str
    path: str
    size: int

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.rpartition("/")[2]

    @property
    def shown_size(self) -> str:
        """Its size as people read it: ``24 KB``."""
        return f"{max(1, round(self.size / 1024))} KB"


def download_name(output: str) -> str:
    """The name of an output's file: ``tokens.css``, ``tokens.figma.json``."""
    suffix = _SUFFIXES.get(output, output)
    return f"tokens.{suffix}" if suffix in (output, "py") else f"tokens.{output}.{suffix}"


def write_downloads(system: TokenSystem, out: Path) -> list[Download]:
    """Write the tokens in every language.

    :param system: the tokens.
    :param out: the site's folder.
    :raises TokenError: when a pair misses its contrast, or an output cannot say a token.
    """
    (out / FOLDER).mkdir(parents=True, exist_ok=True)
    return [_write(system, output, out) for output in outputs()]


def _write(system: TokenSystem, output: str, out: Path) -> Download:
    path = f"{FOLDER}/{download_name(output)}"
    text = build(system, output)
    (out / path).write_text(text, encoding="utf-8", newline="\n")
    return Download(output, path, len(text.encode("utf-8")))
