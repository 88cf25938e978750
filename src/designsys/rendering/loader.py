"""The loader that gives a service's environment our templates beside its own.

For each component it gives a one-line template, in the environment's own delimiters, that
sets the macro's name to the checked callable. ``page.jinja`` is the only one with more in it.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import cached_property
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from designsys.errors import DesignsysError, nearest
from designsys.rendering.callables import CheckMode, ComponentCallable
from designsys.rendering.contract_error import ContractError, caller_place
from designsys.rendering.environment import PREFIX, PrivateEnvironment
from designsys.rendering.page import PARTS, Page

__all__ = ["ServiceLoader"]

_ALL = "designsys.jinja"
_PAGE = "designsys/page.jinja"
_GLOBAL = "_designsys_"


class ServiceLoader(BaseLoader):
    """Our templates, then the service's.

    :param original: the loader that the environment had, or None.
    :param environment: the private environment with the catalogue.
    :param page: what ``page.jinja`` needs.
    :param mode: what becomes of a wrong call.
    """

    def __init__(
        self, original: BaseLoader | None, environment: PrivateEnvironment, page: Page, mode: CheckMode
    ) -> None:
        self.original = original
        self.private = environment
        self._names = [name for name in environment.catalogue.names() if name != "page"]
        self._globals: dict[str, Any] = {
            _GLOBAL + name: ComponentCallable(environment, name, mode) for name in self._names
        }
        self._page = page

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        if template == _ALL:
            return self._setters(environment, self._names), None, None
        if template.startswith(PREFIX):
            return self._own(environment, template), None, None
        if self.original is None:
            raise TemplateNotFound(template)
        return self.original.get_source(environment, template)

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        if name != _ALL and not name.startswith(PREFIX):
            if self.original is None:
                raise TemplateNotFound(name)
            return self.original.load(environment, name, globals)
        source, _, _ = self.get_source(environment, name)
        code = environment.compile(source, name, None)
        # page.jinja runs with its child's globals, so that it must import its callables as a child would.
        own = self._parts if name == PARTS else self._globals
        return _Template.from_code(environment, code, {**(globals or {}), **own}, None)

    def list_templates(self) -> list[str]:
        """Every template's name, ours and the service's."""
        own = [_ALL, *(f"{PREFIX}{name}.jinja" for name in self.private.catalogue.names())]
        return sorted({*own, *(self.original.list_templates() if self.original else ())})

    @cached_property
    def _parts(self) -> dict[str, Any]:
        return {_GLOBAL + name: part for name, part in self._page.callables().items()}

    def _own(self, environment: Environment, template: str) -> str:
        name = template.removeprefix(PREFIX).removesuffix(".jinja")
        if template == _PAGE:
            return _translated(self._page.source(), self.private, environment)
        if template == PARTS:
            return self._setters(environment, [part.removeprefix(_GLOBAL) for part in self._parts])
        if name not in self._names or not template.endswith(".jinja"):
            near = nearest(name, [*self._names, "page"])
            error = DesignsysError(
                en=f"there is no template '{template}'"
                + (f"; did you mean '{PREFIX}{near}.jinja'?" if near else "."),
                ja=f"「{template}」というテンプレートはありません。"
                + (f"「{PREFIX}{near}.jinja」のことですか。" if near else ""),
            )
            raise TemplateNotFound(template, str(error))
        return self._setters(environment, [name])

    def _setters(self, environment: Environment, names: list[str]) -> str:
        start, end = environment.block_start_string, environment.block_end_string
        return "".join(f"{start} set {name} = {_GLOBAL}{name} {end}" for name in names)


def _translated(source: str, private: PrivateEnvironment, environment: Environment) -> str:
    """The same template in another environment's delimiters, without its comments."""
    marks = {
        "block_begin": environment.block_start_string,
        "block_end": environment.block_end_string,
        "variable_begin": environment.variable_start_string,
        "variable_end": environment.variable_end_string,
    }
    # The private environment has trimmed the blanks, so that no setting of the service's can trim others.
    tokens = private.lex(source)
    return "".join(marks.get(kind, text) for _, kind, text in tokens if not kind.startswith("comment"))


class _Module(TemplateModule):
    """The names that a template of ours exports; a mistyped one is an error that gives the nearest."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        near = nearest(name, [exported for exported in self.__dict__ if not exported.startswith("_")])
        raise ContractError(
            en=f"there is no macro '{name}'" + (f"; did you mean '{near}'?" if near else "."),
            ja=f"「{name}」というマクロはありません。" + (f"「{near}」のことですか。" if near else ""),
            component="designsys",
            parameter=name,
            near=near,
            place=caller_place(),
        )


class _Template(Template):
    def make_module(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Any = None
    ) -> TemplateModule:
        return _Module(self, self.new_context(vars, shared, locals))

    async def make_module_async(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Any = None
    ) -> TemplateModule:
        context: Context = self.new_context(vars, shared, locals)
        root: Any = self.root_render_func  # an async generator here, which Jinja does not type
        return _Module(self, context, [part async for part in root(context)])
