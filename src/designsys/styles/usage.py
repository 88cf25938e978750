"""Finds the components that templates use, by reading their syntax trees.

It follows extends, include, import and from-import from the given templates, and from
our components to those that they are made of. Where a name is decided only when the
page is made, every component counts as used, and :class:`Usage` says why. Nothing is run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from designsys.catalogue import Catalogue
from designsys.errors import DesignsysError
from designsys.styles.references import Delimiters, References, read_references

__all__ = ["Usage", "used_components"]

_ALL = "designsys.jinja"
_OURS = "designsys/"
_SUFFIXES = {".html", ".htm", ".xhtml", ".jinja", ".jinja2", ".j2"}


@dataclass
class Usage:
    """The components used.

    :param names: their names, with those that they are made of.
    :param unsure: why all of them count, one sentence in English and Japanese each; empty when the names are sure.
    """

    names: set[str]
    unsure: list[tuple[str, str]] = field(default_factory=list)


def used_components(
    catalogue: Catalogue, paths: Iterable[Path], delimiters: Delimiters | None = None
) -> Usage:
    """The components that the templates under ``paths`` use.

    :param paths: templates, or folders whose every template counts.
    :param delimiters: those of the service's environment; None for Jinja's own.
    :raises DesignsysError: when a template cannot be read, or none of them uses a component.
    """
    templates = _Templates(delimiters or Delimiters())
    for path in paths:
        templates.add(path)
    usage = Usage(set(), [])
    for path, references in templates.read.items():
        _collect(path, references, templates.aliases, catalogue, usage)
    usage.unsure += templates.unsure
    if usage.unsure:
        usage.names = set(catalogue.names())
    elif not usage.names:
        raise DesignsysError(
            en="--used-in: no template there uses a component; give the folder of your templates, "
            "and --delimiters if they are not Jinja's own.",
            ja="--used-in：コンポーネントを使うテンプレートがありません。テンプレートのフォルダーを指定してください。"
            "区切り記号を変えているときは --delimiters も要ります。",
        )
    usage.names = _with_parts(usage.names, catalogue)
    return usage


class _Templates:
    """The service's templates: those given and those that they lead to."""

    def __init__(self, delimiters: Delimiters) -> None:
        self.read: dict[Path, References] = {}
        self.unsure: list[tuple[str, str]] = []
        self._delimiters = delimiters

    @property
    def aliases(self) -> set[str]:
        """The names that all components were imported under, in any template: an included one sees them too."""
        return {alias for references in self.read.values() for alias in references.aliases(_ALL)}

    def add(self, path: Path) -> None:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                inside = file.relative_to(path).parts
                if file.suffix in _SUFFIXES and file.is_file() and not any(map(_is_foreign, inside)):
                    self._follow(file)
        else:
            self._follow(path)

    def _follow(self, path: Path) -> None:
        pending = [path.resolve()]
        while pending:
            file = pending.pop()
            if file not in self.read:
                references = self.read[file] = read_references(file, self._delimiters)
                for name in references.templates:
                    if name != _ALL and not name.startswith(_OURS):
                        pending += self._find(name, file, references)

    def _find(self, name: str, file: Path, references: References) -> list[Path]:
        # The root of the names is not known: whatever fits, above this file, is read.
        found = [folder / name for folder in file.parents if (folder / name).is_file()]
        if not found and name not in references.ignorable:
            self.unsure.append(
                (
                    f"{file}: '{name}' is not found, so everything is included; give its folder to --used-in too.",
                    f"{file}：「{name}」が見つからないため、すべてを含めます。そのフォルダーも --used-in に指定してください。",
                )
            )
        return [found_file.resolve() for found_file in found]


def _is_foreign(folder: str) -> bool:
    """Whether a folder holds other people's templates, as in ``--used-in .`` with ``.venv`` there."""
    return folder.startswith(".") or folder in ("node_modules", "site-packages")


def _collect(
    path: Path, references: References, aliases: set[str], catalogue: Catalogue, usage: Usage
) -> None:
    for name in references.templates:
        if name.startswith(_OURS):
            usage.names.add(
                _known(name.removeprefix(_OURS).split("/")[0].removesuffix(".jinja"), path, catalogue)
            )
    for name in references.imported(_ALL):
        usage.names.add(_known(name, path, catalogue))
    for name in references.attributes(aliases):
        usage.names.add(_known(name, path, catalogue))
    for line, what in references.dynamic(aliases):
        usage.unsure.append(
            (
                f"{path}:{line}: {what} is known only when the page is made, so everything is included.",
                f"{path}:{line}：{what} は表示のときまで決まらないため、すべてを含めます。",
            )
        )


def _known(name: str, path: Path, catalogue: Catalogue) -> str:
    if name not in catalogue:
        try:
            catalogue.folder(name)
        except DesignsysError as error:
            raise DesignsysError(en=f"{path}: {error.en}", ja=f"{path}：{error.ja}") from None
    return name


def _with_parts(names: set[str], catalogue: Catalogue) -> set[str]:
    """The components and those that their templates import, to the last."""
    found: set[str] = set()
    pending = list(names)
    while pending:
        name = pending.pop()
        if name in found:
            continue
        found.add(name)
        for template in sorted(catalogue.folder(name).glob("*.jinja")):
            for used in read_references(template, Delimiters()).templates:
                pending.append(used.removeprefix(_OURS).split("/")[0].removesuffix(".jinja"))
    return found
