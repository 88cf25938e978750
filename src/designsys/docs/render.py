"""Renders pages and their examples, and writes them.

It keeps one Jinja environment for each depth of folders, since links are relative.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from designsys.docs.assets import BUNDLE, Assets
from designsys.docs.examples import Specimen, specimens
from designsys.docs.pages import Page, page_path
from designsys.docs.site import Site
from designsys.docs.view import View
from designsys.rendering import install, use_locale

__all__ = ["Renderer"]


class Renderer:
    """Writes the pages of one build.

    :param site: what they are made from.
    :param assets: the assets, already written.
    :param out: the site's folder.
    :param live: whether pages reload themselves when they were built anew.
    """

    def __init__(self, site: Site, assets: Assets, out: Path, live: bool) -> None:
        self._site = site
        self._assets = assets
        self._out = out
        self._live = live
        self._environments: dict[str, Environment] = {}

    def page(self, page: Page) -> None:
        """Write a page, and the pages of its examples.

        :raises DesignsysError: when a link leads nowhere or a text is missing.
        :raises ContractError: when an example breaks its component's contract.
        """
        environment = self._environment(page.path)
        shown = self._examples(page) if page.component else []
        with use_locale(page.language):
            html = environment.get_template(page.template).render(
                page=page,
                view=View(self._site, page, environment, shown),
                words=self._site.words[page.language],
            )
        self._write(page.path, html)

    def _examples(self, page: Page) -> list[Specimen]:
        assert page.component is not None
        environment = self._environment(page_path("examples/x", page.language))
        with use_locale(page.language):
            shown = specimens(page.component, page.language, environment)
        for specimen in shown:
            self._write(specimen.path, specimen.page)
        return shown

    def _environment(self, path: str) -> Environment:
        up = "../" * path.count("/")
        if up not in self._environments:
            environment = Environment(
                loader=FileSystemLoader(self._site.source / "templates", encoding="utf-8"),
                autoescape=True,
                undefined=StrictUndefined,
                trim_blocks=True,
                lstrip_blocks=True,
            )
            install(
                environment, assets=(f"{up}{BUNDLE}/", self._out / BUNDLE), components=self._site.components
            )
            environment.globals.update(up=up, assets=self._assets, live=self._live)
            self._environments[up] = environment
        return self._environments[up]

    def _write(self, path: str, text: str) -> None:
        target = self._out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
