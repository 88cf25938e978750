"""Makes the gettext catalogues of the words that macros print: collects, merges, compiles.

Building and developing need it, and Babel with it; run time reads the compiled catalogues
in :mod:`designsys.rendering.words` and never imports this.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from designsys import resources

__all__ = ["collect", "compile_all", "update"]

_DOMAIN = "designsys"
# Where words stand, below the repository: a folder, and what reads the files in it.
_SOURCES = (
    ("components", "**.jinja", "jinja2"),
    ("src/designsys", "**.py", "python"),
)


def compile_all(folder: Path) -> int:
    """Compile every ``.po`` below ``folder`` to the ``.mo`` beside it, where that is missing or older.

    :param folder: a folder of ``<language>/LC_MESSAGES/designsys.po``.
    :return: how many catalogues there are.
    """
    sources = sorted(folder.glob(f"*/LC_MESSAGES/{_DOMAIN}.po"))
    for source in sources:
        target = source.with_suffix(".mo")
        if target.is_file() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        # Renamed into place: several test processes may compile and read at once.
        with tempfile.NamedTemporaryFile(dir=source.parent, suffix=".tmp", delete=False) as file:
            write_mo(file, _read(source))
        Path(file.name).chmod(0o644)
        os.replace(file.name, target)  # noqa: PTH105
    return len(sources)


def collect(repository: Path) -> Catalog:
    """The words that stand in our templates and modules now, without translations.

    :param repository: the folder with ``components/`` and ``src/``.
    """
    words = Catalog(charset="utf-8")
    for folder, pattern, method in _SOURCES:
        found = extract_from_dir(repository / folder, [(pattern, method)], {pattern: {"silent": "false"}})
        for file, line, message, comments, context in found:
            place = (f"{folder}/{Path(file).as_posix()}", line)
            words.add(message, None, [place], auto_comments=comments, context=context)
    return words


def update(repository: Path, folder: Path) -> None:
    """Write the template of the words, and bring each language up to it; new words stand there empty.

    A file's header stays as it is: language, plural forms, and no dates that would differ each time.

    :param repository: the folder with ``components/`` and ``src/``.
    :param folder: where the catalogues are.
    """
    words = collect(repository)
    _write(words, folder / f"{_DOMAIN}.pot")
    for path in sorted(folder.glob(f"*/LC_MESSAGES/{_DOMAIN}.po")):
        catalog = _read(path)
        # No guesses: a nearly right word would be printed to residents.
        catalog.update(words, no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        _write(catalog, path)


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def _write(catalog: Catalog, path: Path) -> None:
    header = path.read_text(encoding="utf-8").partition("\n\n")[0]
    words = io.BytesIO()
    # Without line numbers, a change elsewhere in a template leaves the catalogues alone.
    write_po(words, catalog, width=0, omit_header=True, sort_output=True, include_lineno=False)
    path.write_text(f"{header}\n\n{words.getvalue().decode()}", encoding="utf-8", newline="\n")


def _main(arguments: list[str]) -> int:
    if arguments not in ([], ["update"]):
        print("usage: python -m designsys.catalogues [update]", file=sys.stderr)
        return 2
    folder = Path(resources.locales())
    if arguments:
        update(Path(resources.components()).parent, folder)
    compile_all(folder)
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
