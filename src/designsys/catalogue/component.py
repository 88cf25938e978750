"""What a component promises: its parameters, keyboard, criteria and examples, as typed values.

A component knows its folder, but not how it is rendered nor how it looks.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from designsys.catalogue.contract import CatalogueError, read
from designsys.catalogue.example import Example, Words

__all__ = ["Block", "Component", "Key", "Keyboard", "Parameter"]

K = TypeVar("K", bound="Key")


@dataclass(frozen=True, kw_only=True)
class Key:
    """A value that a call may give: a parameter, or a key of an item.

    ``type`` is one of :data:`designsys.catalogue.schema.TYPES`; ``values`` are the allowed ones
    where the set is closed; ``keys`` describe what the items of a list or the parts of a mapping hold.
    """

    name: str
    type: str
    since: str
    ja: str
    en: str
    required: bool = False
    values: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    default: Any = None
    keys: tuple[Key, ...] = ()
    deprecated: str | None = None
    replaced_by: str | None = None

    @cached_property
    def keys_by_name(self) -> dict[str, Key]:
        """What an item holds, by name."""
        return {key.name: key for key in self.keys}

    def description(self, locale: str) -> str:
        """What it is for, in Japanese or else in English."""
        return self.ja if locale.startswith("ja") else self.en


@dataclass(frozen=True, kw_only=True)
class Parameter(Key):
    """A parameter of a macro; ``positional`` ones may be written without their name, in the contract's order."""

    positional: bool = False


@dataclass(frozen=True, kw_only=True)
class Block:
    """A block that a child of a page template may fill."""

    name: str
    since: str
    ja: str
    en: str
    deprecated: str | None = None
    replaced_by: str | None = None

    def description(self, locale: str) -> str:
        """What belongs in it, in Japanese or else in English."""
        return self.ja if locale.startswith("ja") else self.en


@dataclass(frozen=True)
class Keyboard:
    """A key and what it does."""

    keys: str
    ja: str
    en: str

    def description(self, locale: str) -> str:
        """What the key does, in Japanese or else in English."""
        return self.ja if locale.startswith("ja") else self.en


@dataclass(frozen=True, kw_only=True)
class Component:
    """One component, as its contract describes it."""

    name: str
    folder: Path
    since: str
    group: str
    title: Words
    summary: Words
    criteria: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    examples: tuple[Example, ...]
    keyboard: tuple[Keyboard, ...] = ()
    blocks: tuple[Block, ...] = ()
    order: int = 100
    main_element: str = ""
    furniture: bool = False

    @classmethod
    def from_folder(cls, folder: Path) -> Component:
        """Read the contract in ``folder``.

        :raises CatalogueError: when the contract is missing or wrong.
        """
        tables = read(folder / f"{folder.name}.toml")
        tables["parameters"] = tuple(_key(Parameter, table) for table in tables.get("parameters", ()))
        tables["blocks"] = tuple(Block(**table) for table in tables.get("blocks", ()))
        tables["keyboard"] = tuple(Keyboard(**table) for table in tables.get("keyboard", ()))
        tables["criteria"] = tuple(tables["criteria"])
        tables["examples"] = tuple(Example(component=folder.name, **table) for table in tables["examples"])
        return cls(name=folder.name, folder=folder, **tables)

    @cached_property
    def by_name(self) -> dict[str, Parameter]:
        """The parameters by their names."""
        return {parameter.name: parameter for parameter in self.parameters}

    @property
    def template(self) -> Path:
        """The file with the macro."""
        return self.folder / f"{self.name}.jinja"

    @property
    def style(self) -> Path | None:
        """The component's CSS, where it has some."""
        path = self.folder / f"{self.name}.css"
        return path if path.is_file() else None

    @property
    def script(self) -> Path | None:
        """The component's ES module, where it has one."""
        path = self.folder / f"{self.name}.js"
        return path if path.is_file() else None

    def guidance(self, locale: str) -> Path:
        """The guidance page in Japanese or English."""
        return self.folder / f"{self.name}.{'ja' if locale.startswith('ja') else 'en'}.md"

    def example(self, name: str) -> Example:
        """The example of that name.

        :raises CatalogueError: when there is none; names those there are.
        """
        for example in self.examples:
            if example.name == name:
                return example
        names = ", ".join(example.name for example in self.examples)
        raise CatalogueError(
            en=f"{self.name} has no example '{name}'; it has {names}.",
            ja=f"{self.name} に「{name}」という例はありません。あるのは {names} です。",
        )

    def as_dict(self) -> dict[str, Any]:
        """The contract as plain data, for JSON."""
        result: dict[str, Any] = _plain(self)
        result.pop("folder")
        return result


def _key(cls: type[K], table: dict[str, Any]) -> K:
    keys = tuple(_key(Key, key) for key in table.get("keys", ()))
    return cls(**{**table, "keys": keys, "values": tuple(table.get("values", ()))})


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
