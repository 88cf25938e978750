"""The private Jinja environment in which our macros are compiled.

A service's environment may have other delimiters, no autoescape, async or a sandbox:
none of that reaches a macro. Services never see this environment.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateNotFound
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from designsys.catalogue import Catalogue, CatalogueError
from designsys.japanese import public_holidays
from designsys.rendering.attributes import described_by, html_attributes, html_id
from designsys.rendering.marks import Marks
from designsys.rendering.words import Words

__all__ = ["PREFIX", "PrivateEnvironment"]

PREFIX = "designsys/"


class _Context(Context):
    """A context whose calls are plain calls.

    Our macros call only macros and functions of ours, none of which asks for the context, so that
    Jinja's search for such a wish (2 of the 5 µs of a nested macro call) is left out.
    """

    # Inside a loop or a block, compiled templates hand Context.call those variables besides.
    def call(
        self,
        obj: Callable[..., Any],
        /,
        *args: Any,
        _loop_vars: Any = None,
        _block_vars: Any = None,
        **kwargs: Any,
    ) -> Any:
        return obj(*args, **kwargs)


class _CodeGenerator(CodeGenerator):
    """Leaves Markup as it is where Jinja would wrap it anew at each level of nesting (0.8 µs each).

    Should Jinja rename this method, the templates compile as ever and are only slower.
    """

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


def _escaped(value: Any) -> Markup:
    return value if type(value) is Markup else escape(value)


class PrivateEnvironment(Environment):
    """Compiles the catalogue's templates, each once however many threads ask.

    :param catalogue: where the templates are.
    :param words: the words that macros print.
    :param marks: which questions are marked as required or optional.
    """

    is_designsys = True
    context_class = _Context
    code_generator_class = _CodeGenerator
    escaped = staticmethod(_escaped)

    def __init__(self, catalogue: Catalogue, words: Words, marks: Marks | None = None) -> None:
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            loader=FunctionLoader(self._source),
        )
        self.catalogue = catalogue
        self.marks = marks or Marks()
        self._lock = threading.RLock()
        self.globals.update(
            _=words.gettext,
            ngettext=words.ngettext,
            locale=words.locale,
            html_attributes=html_attributes,
            html_id=html_id,
            described_by=described_by,
            public_holidays=public_holidays,
            shown_mark=self.marks.shown,
        )

    def _source(self, name: str) -> tuple[str, str, None]:
        # ``designsys/x.jinja`` is a component's macro; ``designsys/x/y.jinja`` another file in its folder.
        path = name.removeprefix(PREFIX).split("/")
        component = path[0].removesuffix(".jinja")
        try:
            file = self.catalogue.folder(component) / path[-1]
            return file.read_text(encoding="utf-8"), str(file), None
        except (CatalogueError, FileNotFoundError):
            raise TemplateNotFound(name) from None

    def macro(self, component: str, name: str | None = None, file: str | None = None) -> Macro:
        """The compiled macro of a component, or another of its macros in another of its files."""
        template = f"{PREFIX}{component}/{file}" if file else f"{PREFIX}{component}.jinja"
        with self._lock:
            macro: Any = getattr(self.get_template(template).module, name or component)
        result: Macro = macro
        return result
