"""The form of the theme maker: what somebody typed, what of it is to be mended, and the theme that it gives.

It knows no requests and no pages. What was typed is kept as it was, right or wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from urllib.parse import urlencode

from designsys.tokens import Theme, TokenError
from designsys.tokens.css_color import parse_color

__all__ = ["LONGEST", "ThemeForm"]

LONGEST = {"brand": 100, "name": 60, "id": 60, "secondary": 100, "corners": 20}
"""The fields of the form, and how many characters each may hold."""


class ThemeForm:
    """What somebody typed, and the theme it gives.

    :param fields: the form's fields as they were sent.
    :param language: of the error messages.
    :param words: the site's words for the theme maker, in that language.
    :param make: makes a theme of brand, name, id, secondary and corners.
    """

    def __init__(
        self, fields: Mapping[str, str], language: str, words: Mapping[str, str], make: Callable[..., Theme]
    ) -> None:
        self._language = language
        self._words = words
        self._make = make
        self.values = {name: fields.get(name, "").strip() for name in LONGEST}
        # Without script two inputs say the colour; the picker is meant when it was moved.
        if fields.get("pick") and fields["pick"] != fields.get("shown"):
            self.values["brand"] = fields["pick"]

    @cached_property
    def errors(self) -> dict[str, str]:
        """What is to be mended, by field."""
        found = dict(self._wrong())
        if not found:
            try:
                self._made()
            except TokenError as error:
                found[self._guilty()] = self._told(error)
        return found

    @property
    def theme(self) -> Theme | None:
        """The theme; None while something is to be mended."""
        return None if self.errors else self._made()

    @property
    def picked(self) -> str:
        """``#rrggbb`` for the colour picker; black while the colour is to be mended."""
        return "#000000" if "brand" in self.errors else parse_color(self.values["brand"]).hex

    @property
    def query(self) -> str:
        """The fields that were filled in, for the addresses of style sheet, frame and files."""
        return urlencode({name: value for name, value in self.values.items() if value})

    def _wrong(self) -> Iterator[tuple[str, str]]:
        for name, value in self.values.items():
            if len(value) > LONGEST[name]:
                yield name, self._words["too_long"].replace("%s", str(LONGEST[name]))
            elif not value and name in ("brand", "name"):
                yield name, self._words[f"no_{name}"]
            elif value and name in ("brand", "secondary"):
                try:
                    parse_color(value)
                except TokenError as error:
                    yield name, self._told(error)

    def _guilty(self) -> str:
        """Which field a theme failed by: the name of theme and file, or else the colour."""
        try:
            self._make("black", self.values["name"], self.values["id"], "", "")
        except TokenError:
            return "id" if self.values["id"] else "name"
        return "brand"

    def _made(self) -> Theme:
        return self._make(*(self.values[name] for name in ("brand", "name", "id", "secondary", "corners")))

    def _told(self, error: TokenError) -> str:
        return error.ja if self._language == "ja" else error.en
