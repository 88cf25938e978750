"""An example of a component, and the Jinja source that writes it.

What the documentation shows is what is rendered and judged: all come from
:meth:`Example.source`. Nothing here runs that source.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Example", "Words"]

Words = dict[str, str]
"""A text in each language: ``{"ja": …, "en": …}``."""

_WIDTH = 88


@dataclass(frozen=True, kw_only=True)
class Example:
    """A state of a component with text that some city really has.

    :param procedure: the procedure that the text belongs to.
    :param arguments: the call's arguments; a table of ``ja`` and ``en`` gives each language its own.
    :param body: Jinja source of the call's body, where the macro takes one.
    :param template: the whole Jinja source, where a call alone cannot say it (``page``, Markup in items).
    :param docs: whether the documentation shows it; tests judge every one.
    """

    component: str
    name: str
    title: Words
    procedure: Words
    arguments: dict[str, Any] = field(default_factory=dict)
    body: str | Words | None = None
    template: str | Words | None = None
    docs: bool = True

    @property
    def id(self) -> str:
        """The example's name among all: ``text_input-error``."""
        return f"{self.component}-{self.name}"

    def localized(self, locale: str) -> dict[str, Any]:
        """The arguments in one language."""
        result: dict[str, Any] = _localized(self.arguments, "ja" if locale.startswith("ja") else "en")
        return result

    def source(self, locale: str = "ja") -> str:
        """The Jinja source of the example, as a developer would write it."""
        language = "ja" if locale.startswith("ja") else "en"
        if self.template is not None:
            return str(_localized(self.template, language)).strip() + "\n"
        head = f'{{% from "designsys/{self.component}.jinja" import {self.component} %}}\n'
        call = _call(self.component, self.localized(locale))
        if self.body is None:
            return f"{head}\n{{{{ {call} }}}}\n"
        body = str(_localized(self.body, language)).strip("\n")
        return f"{head}\n{{% call {call} %}}\n{body}\n{{% endcall %}}\n"


def _localized(value: Any, language: str) -> Any:
    if isinstance(value, dict):
        if set(value) == {"ja", "en"}:
            return value[language]
        return {key: _localized(item, language) for key, item in value.items()}
    if isinstance(value, list):
        return [_localized(item, language) for item in value]
    return value


def _call(name: str, arguments: dict[str, Any]) -> str:
    written = [f"{key}={_literal(value)}" for key, value in arguments.items()]
    line = f"{name}({', '.join(written)})"
    if len(line) <= _WIDTH and "\n" not in line:
        return line
    lines = [f"    {key}={_literal(value, 4)}" for key, value in arguments.items()]
    return f"{name}(\n" + ",\n".join(lines) + "\n)"


def _literal(value: Any, indent: int = 0) -> str:
    """A Jinja literal; long lists stand one item a line."""
    if value is None or isinstance(value, bool):
        return {None: "none", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # JSON's escapes are Jinja's too
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{_literal(key)}: {_literal(item, indent)}" for key, item in value.items()) + "}"
        )
    if isinstance(value, list):
        flat = "[" + ", ".join(_literal(item) for item in value) + "]"
        if len(flat) + indent <= _WIDTH:
            return flat
        pad = " " * (indent + 4)
        return "[\n" + ",\n".join(pad + _literal(item, indent + 4) for item in value) + f"\n{' ' * indent}]"
    return str(value)
