"""``install``: gives a Jinja environment our components.

It sets the environment's loader and changes nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import get_args

from jinja2 import Environment

from designsys import resources
from designsys.catalogue import load
from designsys.errors import DesignsysError
from designsys.rendering.callables import CheckMode
from designsys.rendering.environment import PrivateEnvironment
from designsys.rendering.loader import ServiceLoader
from designsys.rendering.marks import MarkPolicy, Marks
from designsys.rendering.page import Page
from designsys.rendering.theme import built_themes, theme_fault
from designsys.rendering.words import Words, current_locale

__all__ = ["install"]


def install(
    env: Environment,
    theme: str | None = None,
    locale: str | Callable[[], object] | None = None,
    assets: str | tuple[str, str | os.PathLike[str]] = "/static/designsys/",
    components: Iterable[str | os.PathLike[str]] = (),
    check: CheckMode = "error",
    marks: MarkPolicy | None = None,
) -> None:
    """Make every component importable in ``env``: ``{% from "designsys/button.jinja" import button %}``.

    Calling it again replaces the former settings; it may be called on an overlay, without a
    loader, and before or after the first template is rendered.

    :param env: the service's Jinja environment, of any settings.
    :param theme: a theme that the style sheet was built with (``designsys build --theme``); None for the default one.
    :param locale: language of the words that components print (a BCP 47 tag), or a callable that gives it
        at each call. By default what :func:`designsys.use_locale` has set, else Japanese.
    :param assets: the address under which the built CSS and JS are served. A service that has built its own
        with ``designsys build`` gives a pair: the address and that folder.
    :param components: folders with components of the service's own.
    :param check: what becomes of a wrong call: ``"error"`` raises; ``"log"`` logs it once a call site and
        renders without it; ``"off"`` skips the checks of types and values. A missing label or name always raises.
    :param marks: which questions are marked in every form: ``"required"``, ``"optional"`` or ``"both"``; a form
        may choose for itself. By default those whose call says ``required`` or ``optional``.
    :raises DesignsysError: when theme, check mode, marks or a components folder is unknown.
    """
    if check not in get_args(CheckMode):
        modes = ", ".join(get_args(CheckMode))
        raise DesignsysError(
            en=f"install: check is '{check}'; it must be one of {modes}.",
            ja=f"install：check に「{check}」は使えません。{modes} のどれかにしてください。",
        )
    if marks is not None and marks not in get_args(MarkPolicy):
        policies = ", ".join(get_args(MarkPolicy))
        raise DesignsysError(
            en=f"install: marks is '{marks}'; it must be one of {policies}.",
            ja=f"install：marks に「{marks}」は使えません。{policies} のどれかにしてください。",
        )
    url, folder = (
        (assets, Path(resources.assets())) if isinstance(assets, str) else (assets[0], Path(assets[1]))
    )
    fault = theme_fault(theme, built_themes(folder), folder)
    if fault is not None:
        raise DesignsysError(en=fault[0], ja=fault[1])
    catalogue = load(tuple(Path(folder) for folder in components))
    private = PrivateEnvironment(catalogue, Words(_resolver(locale)), Marks(marks))
    original = env.loader.original if isinstance(env.loader, ServiceLoader) else env.loader
    page = Page(private, check, theme, url.rstrip("/") + "/", folder)
    env.loader = ServiceLoader(original, private, page, check)


def _resolver(locale: str | Callable[[], object] | None) -> Callable[[], object]:
    if locale is None:
        return current_locale.get
    if callable(locale):
        return locale
    return lambda: locale
