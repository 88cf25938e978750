"""The parts of ``page.jinja``: the one template of ours that a service extends.

It runs in the service's environment, so all that it prints comes from the callables made
here. They read what the child has set (``{% set title = … %}``) from the template's context.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup

from designsys.catalogue import Component
from designsys.errors import DesignsysError, nearest
from designsys.rendering.callables import CheckMode, Reporter
from designsys.rendering.environment import PrivateEnvironment
from designsys.rendering.theme import built_themes, theme_fault
from designsys.rendering.values import CHECKS

__all__ = ["PARTS", "Page"]

PARTS = "designsys/page/page_parts.jinja"
"""The template that ``page.jinja`` imports its callables from."""
_FIRST = "page_start"


class Page(Reporter):
    """Gives ``page.jinja`` its callables, one for each macro ``page_…`` of ``page_parts.jinja``.

    :param environment: the private environment.
    :param mode: what becomes of a wrong value or block name; a missing title raises in every mode.
    :param theme: the theme's name, for ``data-ds-theme``; None for the default theme.
    :param url: the address under which the built CSS and JS are served; ends with ``/``.
    :param folder: where their ``manifest.json`` is.
    """

    def __init__(
        self,
        environment: PrivateEnvironment,
        mode: CheckMode,
        theme: str | None,
        url: str,
        folder: Path,
    ) -> None:
        super().__init__("page", mode)
        self._environment = environment
        self._theme = theme
        self._url = url
        self._folder = folder

    @cached_property
    def _contract(self) -> Component:
        return self._environment.catalogue["page"]

    @cached_property
    def _themes(self) -> tuple[str, ...]:
        return built_themes(self._folder)

    @cached_property
    def _links(self) -> dict[str, str]:
        try:
            manifest = json.loads((self._folder / "manifest.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            raise DesignsysError(
                en=f"{self._folder} has no manifest.json; run: designsys build --out {self._folder}",
                ja=f"{self._folder} に manifest.json がありません。designsys build --out {self._folder} を実行してください。",
            ) from None
        return {name: self._url + file for name, file in manifest["files"].items()}

    def source(self) -> str:
        """The source of ``page.jinja``, in the standard delimiters."""
        return self._contract.template.read_text(encoding="utf-8")

    def callables(self) -> dict[str, Callable[[Context], Markup]]:
        """The parts by their names."""
        module = self._environment.get_template(PARTS).module
        return {
            name: self._part(name, getattr(module, name)) for name in dir(module) if name.startswith("page_")
        }

    def _part(self, name: str, macro: Callable[[dict[str, Any]], Markup]) -> Callable[[Context], Markup]:
        @pass_context
        def part(context: Context) -> Markup:
            if name == _FIRST:
                self._check_blocks(context)
            return macro(self._values(context))

        return part

    def _values(self, context: Context) -> dict[str, Any]:
        values: dict[str, Any] = {"links": self._links}
        for parameter in self._contract.parameters:
            given = context.resolve_or_missing(parameter.name)
            value = (
                missing
                if given is missing or given is None
                else CHECKS[parameter.type](given, parameter, self, parameter.name)
            )
            if value is missing and parameter.required:
                self.require(
                    parameter.name,
                    None,
                    en=f"'{parameter.name}' is not set: write {{% set {parameter.name} = … %}} at the top.",
                    ja=f"「{parameter.name}」がありません。先頭に {{% set {parameter.name} = … %}} を書いてください。",
                )
            values[parameter.name] = parameter.default if value is missing else value
        fault = theme_fault(values["theme"], self._themes, self._folder)
        if fault is not None:
            self.refuse("theme", values["theme"], en=fault[0], ja=fault[1])
            values["theme"] = None
        values["theme"] = values["theme"] or self._theme
        return values

    def _check_blocks(self, context: Context) -> None:
        """Refuse a block that nothing would ever print: a mistyped name would lose its content silently."""
        known = [block.name for block in self._contract.blocks]
        unknown = context.blocks.keys() - set(known)
        if not unknown:
            return
        nested = {
            name
            for blocks in context.blocks.values()
            for block in blocks
            for name in _strings(block.__code__)
        }
        for name in sorted(unknown - nested):
            near = nearest(name, known)
            self.refuse(
                name,
                None,
                en=f"there is no block '{name}'"
                + (f"; did you mean '{near}'?" if near else f"; there are {', '.join(known)}."),
                ja=f"「{name}」というブロックはありません。"
                + (f"「{near}」のことですか。" if near else f"あるのは {', '.join(known)} です。"),
                allowed=tuple(known),
                near=near,
            )


def _strings(code: CodeType) -> set[str]:
    """The strings in compiled code: a block that another one prints is named there."""
    found: set[str] = set()
    for constant in code.co_consts:
        if isinstance(constant, str) and constant != code.co_name.removeprefix("block_"):
            found.add(constant)
        elif isinstance(constant, CodeType):
            found |= _strings(constant)
    return found
