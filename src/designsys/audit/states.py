"""States of a page that no address leads to: an opened dialog, an error, the third step of a form.

They are written as steps in ``designsys.toml`` or under ``[tool.designsys]`` in ``pyproject.toml``. Each state is
judged as a page of its own. Secrets stay out of the file: a value may be taken from the environment.
"""

from __future__ import annotations

import fnmatch
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from designsys.errors import DesignsysError, nearest

__all__ = ["KINDS", "Settings", "State", "Step", "read_settings"]

KINDS = {"click": (), "fill": ("value", "env"), "press": ("on",), "wait": (), "open": ()}
"""What a step can do, and what may stand beside it. ``click``, ``fill`` and ``wait`` take a CSS selector, ``press``
the name of a key, ``open`` a path."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does.

    :param kind: one of :data:`KINDS`.
    :param target: selector, key or path.
    :param value: what is filled in.
    :param on: selector of the element that a key is pressed on; what has focus when None.
    """

    kind: str
    target: str
    value: str = ""
    on: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A state that steps lead to.

    :param name: what results call it.
    :param page: pattern of the paths that have it, such as ``/apply/*``.
    :param steps: what leads to it, from the page as loaded.
    """

    name: str
    page: str
    steps: tuple[Step, ...]

    def belongs_to(self, url: str) -> bool:
        """Whether a page has this state."""
        return fnmatch.fnmatchcase(urlsplit(url).path or "/", self.page)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has written down for the gate.

    :param states: the states to be judged beside each page as loaded.
    :param login: steps that are done once, before the first page; what they store is kept.
    """

    states: tuple[State, ...] = ()
    login: tuple[Step, ...] = ()


def read_settings(folder: Path) -> Settings:
    """The settings of a project; empty when it has none.

    :param folder: where ``designsys.toml`` or ``pyproject.toml`` stands; the first wins.
    :raises DesignsysError: the file is no TOML, or a step cannot be done.
    """
    for name in ("designsys.toml", "pyproject.toml"):
        path = folder / name
        if path.is_file():
            table = _read(path)
            own = table if name == "designsys.toml" else table.get("tool", {}).get("designsys", {})
            return _settings(own, path)
    return Settings()


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _refused(path, f"it cannot be read ({error})", f"読めません（{error}）") from None


def _settings(table: Mapping[str, Any], path: Path) -> Settings:
    states = tuple(_state(one, path) for one in _tables(table.get("states", []), "states", path))
    names = [state.name for state in states]
    for name in names:
        if names.count(name) > 1 or name == "default":
            raise _refused(
                path,
                f"two states are called '{name}', or it is the page as loaded; give each a name of its own",
                f"状態「{name}」が二つあるか、読み込んだままの名前です。別の名前にしてください",
            )
    login = table.get("login", {})
    return Settings(
        states, _steps(login.get("steps", []) if isinstance(login, dict) else login, "login", path)
    )


def _state(table: Mapping[str, Any], path: Path) -> State:
    name, page = table.get("name"), table.get("page", "*")
    if not isinstance(name, str) or not name.strip() or not isinstance(page, str):
        raise _refused(
            path,
            "a state needs name and page, both texts",
            "states の一つずつに name と page を文字で書いてください",
        )
    return State(name, page, _steps(table.get("steps", []), name, path))


def _steps(given: Any, where: str, path: Path) -> tuple[Step, ...]:
    return tuple(_step(one, where, path) for one in _tables(given, where, path))


def _step(table: Mapping[str, Any], where: str, path: Path) -> Step:
    kinds = [key for key in table if key in KINDS]
    if len(kinds) != 1:
        wrong = next((key for key in table if key not in KINDS), "")
        near = nearest(wrong, KINDS)
        raise _refused(
            path,
            f"a step of '{where}' must do exactly one of {', '.join(KINDS)}"
            + (f"; did you mean '{near}' by '{wrong}'?" if near else ""),
            f"「{where}」の手順には {'、'.join(KINDS)} のどれか一つを書いてください"
            + (f"（「{wrong}」は「{near}」のことですか）" if near else ""),
        )
    kind = kinds[0]
    for key, text in table.items():
        if key not in (kind, *KINDS[kind]) or not isinstance(text, str):
            raise _refused(
                path,
                f"'{key}' in a step '{kind}' of '{where}' cannot be used; beside it may stand {', '.join(KINDS[kind]) or 'nothing'}",
                f"「{where}」の手順「{kind}」の「{key}」は使えません。書けるのは {'、'.join(KINDS[kind]) or kind} です",
            )
    value = table.get("value", "")
    if "env" in table:
        value = os.environ.get(table["env"], "")
        if not value:
            raise _refused(
                path,
                f"the environment has no {table['env']}, which a step of '{where}' fills in; set it",
                f"「{where}」の手順で入れる環境変数 {table['env']} がありません。設定してください",
            )
    return Step(kind, table[kind], value, table.get("on"))


def _tables(given: Any, where: str, path: Path) -> Iterable[Mapping[str, Any]]:
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise _refused(
            path,
            f"'{where}' must be a list of tables, as in steps = [{{ click = \"#next\" }}]",
            f'「{where}」は steps = [{{ click = "#next" }}] のような一覧です',
        )
    return given


def _refused(path: Path, en: str, ja: str) -> DesignsysError:
    return DesignsysError(en=f"{path}: {en}.", ja=f"{path}：{ja}。")
