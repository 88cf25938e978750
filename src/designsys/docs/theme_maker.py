"""The theme maker of ``designsys docs serve``: a form goes in by GET, a page, its style sheet or a file comes out.

Each answer is made anew from the query, so nothing is kept and an address can be sent to a colleague.
The built site has no theme maker; there its page tells the command.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qsl, quote

from designsys.docs.foundation_view import FoundationView
from designsys.docs.foundations import Foundations
from designsys.docs.pages import LANGUAGES, Page, page_path
from designsys.docs.render import Renderer
from designsys.docs.site import Site
from designsys.docs.swatches import swatch_rules
from designsys.docs.theme_form import ThemeForm
from designsys.tokens import Document, Theme, build, new_theme
from designsys.tokens.theme import CORNERS

__all__ = ["SLUG", "Answer", "ThemeMaker"]

SLUG = "foundations/theme"
"""The page that the theme maker answers on."""

STYLE, CSS, DTCG = "theme/style.css", "theme/theme.css", "theme/theme.tokens.json"
"""The style sheet of page and frame, and the two files to take away, from the site's root."""

CATALOGUE = "theme/catalogue"
"""The slug of the frame with all components."""

_LONGEST_QUERY = 4000
_SWATCH = "docs-theme"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server is to send.

    :param file_name: under which name a browser saves it; empty for what it shows.
    """

    text: str
    type: str = "text/html"
    file_name: str = ""
    status: int = 200

    @property
    def headers(self) -> dict[str, str]:
        """The headers that say what it is."""
        found = {"Content-Type": f"{self.type}; charset=utf-8"}
        if self.file_name:
            found["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(self.file_name)}"
        return found


class ThemeMaker:
    """Answers for one build of the site.

    :param site: what the site was made from.
    :param renderer: what renders its pages.
    """

    def __init__(self, site: Site, renderer: Renderer) -> None:
        self._site = site
        self._renderer = renderer
        self._pages = {site.pages.get(SLUG, language).path: language for language in LANGUAGES}
        self._frames = {page_path(CATALOGUE, language): language for language in LANGUAGES}
        # A page, its style sheet, its frame and its files each ask for the same theme.
        self._make = lru_cache(maxsize=32)(self._new_theme)

    def answer(self, address: str) -> Answer | None:
        """What to send for an address.

        :param address: path and query of a request, from the server's root.
        :returns: None when the address is not the theme maker's.
        """
        path, _, query = address.lstrip("/").partition("?")
        if path not in {*self._pages, *self._frames, STYLE, CSS, DTCG}:
            return None
        if len(query) > _LONGEST_QUERY:
            return Answer("The address is too long.\n", "text/plain", status=414)
        language = self._pages.get(path) or self._frames.get(path) or LANGUAGES[0]
        fields = dict(parse_qsl(query, keep_blank_values=True)) or self._example(language)
        form = ThemeForm(fields, language, self._site.words[language]["maker"], self._make)
        if path in self._pages:
            return Answer(self._page(form, self._site.pages.get(SLUG, language)))
        theme = form.theme
        if theme is None:
            return Answer("".join(f"{line}\n" for line in form.errors.values()), "text/plain", status=400)
        if path in self._frames:
            return Answer(self._frame(form, theme, path, language, fields.get("scheme", "")))
        return self._file(theme, path)

    def _new_theme(self, brand: str, name: str, id: str, secondary: str, corners: str) -> Theme:
        return new_theme(
            brand,
            name,
            id=id or None,
            secondary=secondary or None,
            corners=corners if corners in CORNERS else None,
            tokens=self._site.foundations.system,
        )

    def _example(self, language: str) -> dict[str, str]:
        town = self._site.towns[0]
        return {"brand": town.theme.brand.hex, "name": town.names[language]}

    def _page(self, form: ThemeForm, page: Page) -> str:
        theme = form.theme
        shown = FoundationView(self._site, page, Foundations(theme.system, _SWATCH)) if theme else None
        links = {
            "style": STYLE,
            "css": CSS,
            "dtcg": DTCG,
            "catalogue": page_path(CATALOGUE, page.language),
        }
        hrefs = {name: f"{page.href(path)}?{form.query}" for name, path in links.items()}
        return self._renderer.html(page, {"form": form, "theme": theme, "shown": shown, "hrefs": hrefs})

    def _frame(self, form: ThemeForm, theme: Theme, path: str, language: str, scheme: str) -> str:
        known = scheme if scheme in self._site.foundations.schemes else ""
        return self._renderer.catalogue(
            path, language, theme_id=theme.id, scheme=known, style=f"{STYLE}?{form.query}"
        )

    def _file(self, theme: Theme, path: str) -> Answer:
        if path == DTCG:
            return Answer(theme.json, "application/json", theme.file_name)
        if path == CSS:
            return Answer(build(theme.system, "css"), "text/css", f"{theme.id}.css")
        return Answer(self._style(theme), "text/css")

    def _style(self, theme: Theme) -> str:
        """The theme beside the default one, so that the page around keeps its look; and the scales' swatches."""
        added = self._site.foundations.system.with_themes(Document(Path(theme.file_name), theme.json))
        both = added.only(theme=tuple(dict.fromkeys((self._site.foundations.themes[0], theme.id))))
        steps = [token for token in theme.system.resolve().values() if not token.published]
        return build(both, "css") + swatch_rules(steps, _SWATCH)
