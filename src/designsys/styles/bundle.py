"""Puts the tokens, the base and the components' files together into one style sheet and one script.

It is concatenation: nothing is compiled, and the order is that of the catalogue, so that
a subset cascades as the whole does. Writing the files is :mod:`designsys.styles.output`'s.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from designsys.catalogue import Catalogue, Component
from designsys.styles.minify import minify_css, minify_js
from designsys.styles.source import read_source
from designsys.tokens import TokenSystem, themes
from designsys.tokens import css as tokens_css

__all__ = ["Bundle", "bundle"]

_BASE = Path(__file__).with_name("base.css")
_BASE_SCRIPT = Path(__file__).with_name("base.js")


@dataclass(frozen=True)
class Bundle:
    """What a page links: one style sheet, one ES module.

    :param components: the names of the components that are in it, in the catalogue's order.
    :param themes: the themes that a page can choose, the default first.
    """

    css: str
    js: str
    components: tuple[str, ...]
    themes: tuple[str, ...]


def bundle(
    catalogue: Catalogue,
    names: Collection[str] | None = None,
    layer: str | None = None,
    tokens: TokenSystem | None = None,
) -> Bundle:
    """The style sheet and the script of some components, minified.

    :param names: the components to take; None for all.
    :param layer: the cascade layer to put everything in, dots allowed; None for no layer.
    :param tokens: the tokens to take; None for designsys's own.
    :raises DesignsysError: when a file does not parse, or a colour misses its contrast.
    """
    chosen = [component for component in catalogue if names is None or component.name in names]
    sheets = [minify_css(tokens_css(tokens), "tokens"), _small_css(_BASE)]
    sheets += [_small_css(component.style) for component in chosen if component.style]
    css = "\n".join(sheet.strip() for sheet in sheets) + "\n"
    if layer is not None:
        css = f"@layer {layer}{{\n{css}}}\n"
    modules = "".join(_scoped(component) for component in chosen)
    js = f"{minify_js(read_source(_BASE_SCRIPT)).strip()}\n{modules}" if modules else ""
    return Bundle(css, js, tuple(component.name for component in chosen), themes(tokens))


def _small_css(path: Path) -> str:
    return minify_css(read_source(path), str(path))


def _scoped(component: Component) -> str:
    """The component's module as a block of its own: two modules may each have a ``const key``."""
    if component.script is None:
        return ""
    return f"{{{minify_js(read_source(component.script)).strip()}\n}}\n"
