"""Renders pages and their examples, and writes them.

It keeps one Jinja environment for each depth of folders, since links are relative.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from designsys.docs.assets import BUNDLE, Assets
from designsys.docs.downloads import Download
from designsys.docs.examples import Specimen, defaults, specimens
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
    :param downloads: the token files that lie beside the pages.
    """

    def __init__(
        self, site: Site, assets: Assets, out: Path, live: bool = False, downloads: Iterable[Download] = ()
    ) -> None:
        self._site = site
        self._assets = assets
        self._out = out
        self._live = live
        self._downloads = tuple(downloads)
        self._environments: dict[str, Environment] = {}

    def page(self, page: Page) -> None:
        """Write a page, and the pages of its examples.

        :raises DesignsysError: when a link leads nowhere or a text is missing.
        :raises ContractError: when an example breaks its component's contract.
        """
        self._write(page.path, self.html(page))

    def html(self, page: Page, maker: object = None) -> str:
        """A page's HTML; what stands beside it is written.

        :param maker: what the theme maker has to show, where it answers.
        """
        environment = self._environment(page.path)
        shown = self._examples(page) if page.component else []
        view = View(self._site, page, environment, shown)
        return self._rendered(page.template, page.path, page.language, page=page, view=view, maker=maker)

    def catalogue(self, path: str, language: str, **values: object) -> str:
        """A page with the default example of every component, to be shown in a frame.

        :param path: where it is served, from the site's root.
        :param values: what ``catalogue.jinja`` asks for besides.
        """
        with use_locale(language):
            examples = defaults(self._site.catalogue, language, self._environment(path))
        return self._rendered(
            "catalogue.jinja", path, language, examples=examples, language=language, **values
        )

    def _rendered(self, template: str, path: str, locale: str, **values: object) -> str:
        with use_locale(locale):
            found = self._environment(path).get_template(template)
            return found.render(words=self._site.words[locale], **values)

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
            environment.globals.update(up=up, assets=self._assets, live=self._live, downloads=self._downloads)
            self._environments[up] = environment
        return self._environments[up]

    def _write(self, path: str, text: str) -> None:
        target = self._out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
