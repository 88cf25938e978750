"""The style sheet, as text and in a browser: each choice of scheme and theme, in every nesting."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

import lightningcss
import pytest
from playwright.sync_api import Browser, Page

from designsys.tokens import Color, TokenError, TokenSystem, css, load

SCHEMES = ("light", "dark", "high-contrast")
THEMES = ("default", "wakaba", "shu")
PROBED = ("color.background", "color.text", "color.primary", "color.link-hover", "color.error", "color.brand")


@pytest.fixture(scope="module")
def own() -> TokenSystem:
    return load()


@pytest.fixture(scope="module")
def sheet(own: TokenSystem) -> str:
    return css(own)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def wrap(*elements: str) -> str:
    """Nested elements, each given by its attributes, around a probe."""
    opening = "".join(f"<div {attributes}>" for attributes in elements)
    return f"{opening}<p id=probe></p>{'</div>' * len(elements)}"


def shown(page: Page, sheet: str, body: str) -> dict[str, str]:
    """The colour that each probed property has on ``#probe``, as ``#rrggbb``."""
    page.set_content(f"<!doctype html><style>{sheet}</style>{body}")
    script = """names => Object.fromEntries(names.map(name => {
        const probe = document.getElementById('probe');
        probe.style.color = `var(--ds-${name.replaceAll('.', '-')})`;
        return [name, getComputedStyle(probe).color];
    }))"""
    found: dict[str, str] = page.evaluate(script, list(PROBED))
    return {
        name: "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", value))
        for name, value in found.items()
    }


def wanted(own: TokenSystem, scheme: str, theme: str) -> dict[str, str]:
    tokens = own.resolve(scheme=scheme, theme=theme)
    return {name: Color.of(tokens[name].value).hex for name in PROBED}


def scheme(name: str) -> str:
    return f'data-ds-scheme="{name}"'


def theme(name: str) -> str:
    return f'data-ds-theme="{name}"'


NESTINGS: dict[str, Callable[[str, str], str]] = {
    "one-element": lambda s, t: wrap(f"{scheme(s)} {theme(t)}"),
    "scheme-outside": lambda s, t: wrap(scheme(s), theme(t)),
    "theme-outside": lambda s, t: wrap(theme(t), scheme(s)),
    "scheme-undone": lambda s, t: wrap(scheme("high-contrast"), scheme("dark"), theme(t), scheme(s)),
    "theme-undone": lambda s, t: wrap(theme("shu"), scheme(s), theme("wakaba"), theme(t)),
}


@pytest.mark.parametrize("contrast", ["no-preference", "more"])
@pytest.mark.parametrize("nesting", NESTINGS)
@pytest.mark.parametrize("choice", list(itertools.product(SCHEMES, THEMES)), ids="-".join)
def test_a_choice_gives_the_resolver_s_colours_in_any_nesting(
    choice: tuple[str, str], nesting: str, contrast: Any, page: Page, sheet: str, own: TokenSystem
) -> None:
    page.emulate_media(contrast=contrast, color_scheme="dark" if choice[0] == "light" else "light")
    assert shown(page, sheet, NESTINGS[nesting](*choice)) == wanted(own, *choice)


@pytest.mark.parametrize("theme_name", THEMES)
@pytest.mark.parametrize(
    ("colors", "contrast", "expected"),
    [
        ("light", "no-preference", "light"),
        ("dark", "no-preference", "dark"),
        ("light", "more", "high-contrast"),
        ("dark", "more", "dark"),
    ],
)
def test_without_a_choice_the_system_s_setting_is_followed(
    colors: Any, contrast: Any, expected: str, theme_name: str, page: Page, sheet: str, own: TokenSystem
) -> None:
    page.emulate_media(contrast=contrast, color_scheme=colors)
    body = wrap('style="color-scheme: light dark"', theme(theme_name))
    assert shown(page, sheet, body) == wanted(own, expected, theme_name)


def test_outside_a_page_of_ours_a_part_stays_light_in_a_dark_system(
    page: Page, sheet: str, own: TokenSystem
) -> None:
    page.emulate_media(contrast="no-preference", color_scheme="dark")
    assert shown(page, sheet, wrap("")) == wanted(own, "light", "default")


def test_a_choice_on_the_page_itself_wins_over_the_page_s_color_scheme(
    page: Page, sheet: str, own: TokenSystem
) -> None:
    page.emulate_media(contrast="no-preference", color_scheme="light")
    sheet_and_page = sheet + ".ds-page { color-scheme: light dark; }"
    assert shown(page, sheet_and_page, wrap(f'class="ds-page" {scheme("dark")}')) == wanted(
        own, "dark", "default"
    )


@pytest.mark.parametrize(
    ("chosen", "given"), [("light", "light"), ("dark", "light"), ("high-contrast", "high-contrast")]
)
@pytest.mark.parametrize("theme_name", THEMES)
def test_a_browser_without_light_dark_gets_a_bright_scheme(
    theme_name: str, chosen: str, given: str, page: Page, sheet: str, own: TokenSystem
) -> None:
    page.emulate_media(contrast="no-preference", color_scheme="dark")
    old = sheet.replace(
        "@supports not (color: light-dark(#000, #fff))", "@supports (color: light-dark(#000, #fff))"
    )
    assert old != sheet
    assert shown(page, old, wrap(theme(theme_name), scheme(chosen))) == wanted(own, given, theme_name)


@pytest.mark.parametrize("choice", list(itertools.product(SCHEMES, THEMES)), ids="-".join)
def test_the_minified_style_sheet_gives_the_same_colours(
    choice: tuple[str, str], page: Page, sheet: str, own: TokenSystem
) -> None:
    # lightningcss has to leave the empty switches empty, and light-dark() alone.
    minified = lightningcss.process_stylesheet(sheet, filename="tokens.css", minify=True)
    page.emulate_media(contrast="no-preference", color_scheme="light")
    assert shown(page, minified, NESTINGS["theme-outside"](*choice)) == wanted(own, *choice)


def test_a_dark_part_is_printed_light(page: Page, sheet: str, own: TokenSystem) -> None:
    page.emulate_media(media="print", contrast="no-preference", color_scheme="light")
    try:
        assert shown(page, sheet, wrap(scheme("dark"))) == wanted(own, "light", "default")
    finally:
        page.emulate_media(media="screen")


def test_a_part_in_another_scheme_brings_its_own_ground(page: Page, sheet: str) -> None:
    page.emulate_media(contrast="no-preference", color_scheme="light")
    page.set_content(f"<style>{sheet}</style><div id=part {scheme('dark')}>x</div>")
    style = "getComputedStyle(document.getElementById('part'))"
    assert page.evaluate(f"[{style}.backgroundColor, {style}.color]") == [
        "rgb(18, 20, 28)",
        "rgb(242, 242, 242)",
    ]


def test_a_page_without_our_classes_looks_as_before(page: Page, sheet: str) -> None:
    page.emulate_media(contrast="no-preference", color_scheme="dark")
    read = """() => { const style = getComputedStyle(document.body);
        return [...style].filter(name => !name.startsWith('--')).map(name => name + ':' + style[name]) }"""
    page.set_content("<!doctype html><p>文")
    before = page.evaluate(read)
    page.set_content(f"<!doctype html><style>{sheet}</style><p>文")
    assert page.evaluate(read) == before


def test_root_carries_custom_properties_only(sheet: str) -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheet))
    on_root = [
        line for selector, body in rules if ":root" in selector for line in body.split(";\n") if line.strip()
    ]
    assert [line for line in on_root if not line.strip().startswith(("--ds-", "--_ds-"))] == []


def test_the_style_sheet_is_the_same_each_time_and_says_what_made_it(own: TokenSystem, sheet: str) -> None:
    assert css(load()) == sheet
    assert sheet.splitlines()[0] == (
        "/* Generated by 'designsys tokens build --to css' from designsys.resolver.json: edit the token files instead. */"
    )


def test_primitive_colours_are_not_published(sheet: str) -> None:
    assert re.findall(r"--ds-(?:palette|brand)-", sheet) == []


SCHEMED: dict[str, Any] = {
    "version": "2025.10",
    "sets": {"base": {"sources": [{"$ref": "a.tokens.json"}]}},
    "modifiers": {
        "scheme": {"default": "light", "contexts": {"light": [], "dark": [{"$ref": "dark.tokens.json"}]}}
    },
    "resolutionOrder": [{"$ref": "#/sets/base"}, {"$ref": "#/modifiers/scheme"}],
}


def test_colours_inside_a_shadow_follow_the_scheme(
    system: Callable[..., TokenSystem], color: Callable[..., dict[str, Any]]
) -> None:
    zero = {"value": 0, "unit": "px"}
    lengths = dict.fromkeys(("offsetX", "offsetY", "blur", "spread"), zero)
    light = {"lift": {"$type": "shadow", "$value": {"color": color(0, 0, 0, 0.5), **lengths}}}
    dark = {"lift": {"$type": "shadow", "$value": {"color": color(1, 1, 1), **lengths}}}
    built = css(system(light, {"my.resolver.json": SCHEMED, "dark.tokens.json": dark}))
    assert "--ds-lift: 0px 0px 0px 0px light-dark(rgb(0 0 0 / 0.5), #ffffff);" in built


def test_a_length_that_depends_on_the_scheme_is_refused(system: Callable[..., TokenSystem]) -> None:
    light = {"gap": {"$type": "dimension", "$value": {"value": 1, "unit": "px"}}}
    dark = {"gap": {"$type": "dimension", "$value": {"value": 2, "unit": "px"}}}
    with pytest.raises(TokenError) as caught:
        css(system(light, {"my.resolver.json": SCHEMED, "dark.tokens.json": dark}))
    assert (
        caught.value.en
        == "--ds-gap changes with the scheme in more than its colours; CSS can change only colours."
    )


def test_a_length_that_depends_on_the_theme_beside_a_colour_that_depends_on_the_scheme_is_refused(
    system: Callable[..., TokenSystem], color: Callable[..., dict[str, Any]]
) -> None:
    def line(width: int, ink: str) -> dict[str, Any]:
        value = {"color": ink, "width": {"value": width, "unit": "px"}, "style": "solid"}
        return {"line": {"$type": "border", "$value": value}}

    ink = {"ink": {"$type": "color", "$value": color(0, 0, 0)}}
    resolver = {
        **SCHEMED,
        "modifiers": {
            **SCHEMED["modifiers"],
            "theme": {"default": "thin", "contexts": {"thin": [], "thick": [line(2, "{ink}")]}},
        },
        "resolutionOrder": [*SCHEMED["resolutionOrder"], {"$ref": "#/modifiers/theme"}],
    }
    dark = {"ink": {"$type": "color", "$value": color(1, 1, 1)}}
    with pytest.raises(TokenError, match="--ds-line changes with the scheme in more than its colours"):
        css(system({**ink, **line(1, "{ink}")}, {"my.resolver.json": resolver, "dark.tokens.json": dark}))


def test_a_length_may_depend_on_the_theme(system: Callable[..., TokenSystem]) -> None:
    themed = {
        "version": "2025.10",
        "modifiers": {
            "theme": {
                "default": "round",
                "contexts": {
                    "round": [{"corner": {"$type": "number", "$value": 8}}],
                    '角"ばる': [{"corner": {"$type": "number", "$value": 0}}],
                },
            }
        },
        "resolutionOrder": [{"$ref": "#/modifiers/theme"}],
    }
    built = css(system({}, {"my.resolver.json": themed}))
    assert ':root, [data-ds-theme="round"] {\n  --ds-corner: 8;\n}' in built
    assert '[data-ds-theme="角\\"ばる"] {\n  --ds-corner: 0;\n}' in built


def test_two_tokens_with_one_property_name_are_refused(system: Callable[..., TokenSystem]) -> None:
    tokens = {"a": {"b": {"$type": "number", "$value": 1}}, "a-b": {"$type": "number", "$value": 2}}
    with pytest.raises(TokenError, match=r"'a\.b' and 'a-b' both become --ds-a-b; rename one of them\."):
        css(system(tokens))


def test_a_scheme_that_css_cannot_follow_is_refused(system: Callable[..., TokenSystem]) -> None:
    resolver = {
        **SCHEMED,
        "modifiers": {"scheme": {"default": "light", "contexts": {"light": [], "sepia": []}}},
    }
    with pytest.raises(TokenError) as caught:
        css(system({}, {"my.resolver.json": resolver}))
    assert caught.value.en == (
        "CSS follows the schemes light, dark, high-contrast, of which light is needed, not light, sepia."
    )
