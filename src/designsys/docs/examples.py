"""The pages that the site shows examples in, one small HTML page an example, and their sources.

What is shown is what the tests judge: both come from :func:`designsys.rendering.render_example`.
"""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from designsys.catalogue import Catalogue, Component, Example
from designsys.docs.highlight import highlight
from designsys.docs.indent import indent_html
from designsys.docs.pages import page_path
from designsys.rendering import render_example

__all__ = ["Specimen", "defaults", "specimens"]


@dataclass(frozen=True, slots=True)
class Specimen:
    """An example as a component's page shows it.

    :param example: the example.
    :param path: where its own page is, from the site's root.
    :param page: that page's HTML.
    :param jinja: the call, highlighted.
    :param html: what the call gives, indented and highlighted.
    """

    example: Example
    path: str
    page: str
    jinja: Markup
    html: Markup


def specimens(component: Component, language: str, environment: Environment) -> list[Specimen]:
    """The examples of a component that the documentation shows, in one language.

    :param environment: the site's templates, with links for a page in ``examples/``.
    """
    return [
        _specimen(component, example, language, environment) for example in component.examples if example.docs
    ]


def defaults(catalogue: Catalogue, language: str, environment: Environment) -> list[tuple[Component, Markup]]:
    """The default example of every component, but for those that are a whole page.

    :param environment: the site's templates.
    """
    rendered = [
        (component, render_example(component.examples[0], language, environment)) for component in catalogue
    ]
    return [(component, Markup(html)) for component, html in rendered if not _is_page(html)]


def _is_page(html: str) -> bool:
    return html[:20].lower().lstrip().startswith("<!doctype")


def _specimen(component: Component, example: Example, language: str, environment: Environment) -> Specimen:
    html = render_example(example, language, environment)
    page = html
    if not _is_page(html):
        blocks = environment.get_template("designsys/page.jinja").blocks
        frame = environment.get_template("frame.jinja")
        page = frame.render(
            language=language,
            title=f"{component.title[language]}：{example.title[language]}"
            if language == "ja"
            else f"{component.title[language]}: {example.title[language]}",
            block=component.name if component.furniture and component.name in blocks else "content",
            example=Markup(html),
        )
    source = example.source(language)
    return Specimen(
        example,
        page_path(f"examples/{example.id}", language),
        page,
        highlight(source, "jinja"),
        highlight(indent_html(html), "html"),
    )
