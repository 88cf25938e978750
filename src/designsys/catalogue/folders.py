"""Finds the components: a folder with a contract is one, and being there is being registered.

A contract is read when its component is first asked for; listing names reads nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path

from designsys import resources
from designsys.catalogue.component import Component
from designsys.catalogue.contract import CatalogueError
from designsys.catalogue.schema import GROUPS
from designsys.errors import nearest

__all__ = ["Catalogue", "load"]


class Catalogue:
    """The components of one or more folders, by name.

    :param folders: component folders by name, as :func:`load` finds them.
    """

    def __init__(self, folders: dict[str, Path]) -> None:
        self._folders = folders
        self._read: dict[str, Component] = {}

    def names(self) -> list[str]:
        """Every component's name, in alphabetical order."""
        return sorted(self._folders)

    def folder(self, name: str) -> Path:
        """Where the component's files are, without reading its contract.

        :raises CatalogueError: when there is no such component; gives the nearest name.
        """
        if name not in self._folders:
            near = nearest(name, self._folders)
            raise CatalogueError(
                en=f"there is no component '{name}'" + (f"; did you mean '{near}'?" if near else "."),
                ja=f"「{name}」というコンポーネントはありません。"
                + (f"「{near}」のことですか。" if near else ""),
            )
        return self._folders[name]

    def __getitem__(self, name: str) -> Component:
        if name not in self._read:
            self._read[name] = Component.from_folder(self.folder(name))
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._folders

    def __len__(self) -> int:
        return len(self._folders)

    def __iter__(self) -> Iterator[Component]:
        """The components in the order of the documentation: by group, order, then name."""
        components = [self[name] for name in self.names()]
        return iter(sorted(components, key=lambda c: (GROUPS.index(c.group), c.order, c.name)))


def load(extra: Iterable[str | Path] = ()) -> Catalogue:
    """The catalogue of our components and those in folders of a service's own.

    :param extra: folders whose sub-folders are components. Packages add theirs by the
        entry point group ``designsys.components``, whose value is such a folder's path.
    :raises CatalogueError: when a folder is missing or two components have one name.
    """
    found: dict[str, Path] = {}
    for root in (Path(resources.components()), *_installed(), *(Path(folder) for folder in extra)):
        if not root.is_dir():
            raise CatalogueError(
                en=f"{root} is not a folder of components.",
                ja=f"{root} というコンポーネントのフォルダーがありません。",
            )
        for folder in sorted(root.iterdir()):
            if not any((folder / f"{folder.name}.{suffix}").is_file() for suffix in ("toml", "jinja")):
                continue
            if folder.name in found:
                raise CatalogueError(
                    en=f"two components are named '{folder.name}': {found[folder.name]} and {folder}; rename one.",
                    ja=f"「{folder.name}」が2つあります：{found[folder.name]} と {folder}。どちらかの名前を変えてください。",
                )
            found[folder.name] = folder
    return Catalogue(found)


def _installed() -> tuple[Path, ...]:
    return tuple(Path(str(point.load())) for point in entry_points(group="designsys.components"))
