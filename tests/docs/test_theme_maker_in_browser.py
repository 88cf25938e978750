"""The theme maker as a designer and an auditor meet it: with a picker, by keyboard, and without script."""

from __future__ import annotations

import json
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("docs")

PAGE = "foundations/theme.html"
WRONG = f"{PAGE}?brand=blurple&name="
FRAME = "theme/catalogue.html?brand=gold&name=x"
BUTTON = "[data-component=button] .ds-button"
COLOUR = "button => getComputedStyle(button).backgroundColor"


def frame_of(page: Any) -> Any:
    return page.locator("iframe[name=catalogue]").content_frame


def wait_for_colour(page: Any, colour: str) -> None:
    """Wait until the catalogue's button has a colour."""
    page.wait_for_function(
        "([button, colour]) => {"
        " const found = document.querySelector('iframe[name=catalogue]').contentDocument?.querySelector(button);"
        " return found && getComputedStyle(found).backgroundColor === colour; }",
        arg=[BUTTON, colour],
    )


def pick(page: Any, colour: str) -> None:
    """What a browser's own dialog does when somebody moves in it."""
    page.locator("#pick").evaluate(
        "(input, colour) => { input.value = colour; input.dispatchEvent(new Event('input', { bubbles: true })); }",
        colour,
    )


LOOKS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
CASES = [(PAGE, *look) for look in LOOKS] + [
    (path, *look) for path in (f"en/{PAGE}", WRONG) for look in ((320, "light"), (1280, "dark"))
]


@pytest.mark.parametrize(("path", "width", "scheme"), CASES)
def test_the_page_is_accessible_and_nothing_is_refused(
    visit: Any, path: str, width: int, scheme: str
) -> None:
    visited = visit(path, width, scheme)
    assert visited.page.evaluate("document.documentElement.scrollWidth") == width
    assert visited.axe() == []
    assert visited.problems == []


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_built_page_is_accessible(visit: Any, built: Any, width: int, scheme: str) -> None:
    """Where the site is files: the server's page stands in its place."""
    visited = visit((built.out / PAGE).as_uri(), width, scheme)
    assert visited.page.evaluate("document.documentElement.scrollWidth") == width
    assert visited.page.locator("[data-maker]").count() == 0
    assert visited.axe() == []


@pytest.mark.parametrize(
    ("chosen", "width", "scheme"),
    [
        ("", 320, "light"),
        ("", 1280, "dark"),
        ("&scheme=dark", 1280, "light"),
        ("&scheme=high-contrast", 320, "dark"),
    ],
)
def test_the_catalogue_is_accessible_in_every_scheme(
    visit: Any, chosen: str, width: int, scheme: str
) -> None:
    visited = visit(FRAME + chosen, width, scheme)
    assert visited.page.evaluate("document.documentElement.scrollWidth") == width
    ids = visited.page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    assert visited.axe() == []
    assert visited.problems == []


def test_picking_a_colour_changes_the_whole_catalogue(visit: Any) -> None:
    visited = visit(PAGE)
    page = visited.page
    wait_for_colour(page, "rgb(11, 92, 173)")
    pick(page, "#0a7a3d")
    wait_for_colour(page, "rgb(10, 122, 61)")
    assert page.locator("#brand").input_value() == "#0a7a3d"
    assert "brand=%230a7a3d" in page.url
    swatch = page.locator(".docs-theme-brand-900")
    assert swatch.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(10, 122, 61)"
    assert visited.problems == []


def test_typing_a_colour_tells_the_result_politely(visit: Any) -> None:
    page = visit(PAGE).page
    said = page.locator("[data-said]")
    assert said.get_attribute("role") == "status"
    page.locator("#name").fill("山吹町")
    page.locator("#brand").fill("gold")
    page.locator("[data-part=notes]", has_text="#ffd700").wait_for()
    assert said.inner_text().startswith("山吹町のテーマです。")
    assert page.locator("#pick").input_value() == "#ffd700"
    assert page.locator("#brand").evaluate("one => one === document.activeElement")
    # What is still being typed is told, and takes nothing away.
    page.locator("#brand").fill("gol")
    page.locator("[data-said]", has_text="「gol」は CSS の色ではありません").wait_for()
    assert page.locator("[data-part=notes]").is_visible()


def test_the_page_around_keeps_its_own_colours(visit: Any) -> None:
    page = visit(PAGE).page
    make = page.get_by_role("button", name="この色で作る")
    before = make.evaluate(COLOUR)
    pick(page, "#b3202c")
    wait_for_colour(page, "rgb(179, 32, 44)")
    assert make.evaluate(COLOUR) == before


def test_a_wrong_colour_is_told_and_stays(visit: Any) -> None:
    visited = visit(PAGE)
    page = visited.page
    page.locator("#brand").fill("blurple")
    page.locator("#brand").press("Enter")
    page.locator(".ds-error-summary:focus").wait_for()
    page.locator(".ds-error-summary__link").click()
    brand = page.locator("#brand")
    assert brand.input_value() == "blurple"
    assert brand.get_attribute("aria-invalid") == "true"
    assert brand.evaluate("one => one === document.activeElement")
    brand.fill("navy")
    brand.press("Enter")
    wait_for_colour(page, "rgb(0, 0, 128)")
    assert visited.problems == []


def test_the_scheme_of_the_catalogue_is_chosen_and_stays(visit: Any) -> None:
    page = visit(PAGE).page
    page.get_by_role("link", name="暗", exact=True).click()
    page.wait_for_function(
        "() => document.querySelector('iframe[name=catalogue]').contentDocument.body?.dataset.dsScheme === 'dark'"
    )
    pick(page, "#f2c100")
    # A yellow can be a button at night.
    wait_for_colour(page, "rgb(242, 193, 0)")
    assert page.locator("[data-scheme][aria-current]").all_inner_texts() == ["暗"]


def test_the_file_is_the_theme_of_the_page(visit: Any) -> None:
    page = visit(f"{PAGE}?brand=gold&name=山吹町&id=yamabuki").page
    with page.expect_download() as waiting:
        page.get_by_role("link", name="yamabuki.tokens.json").click()
    assert waiting.value.suggested_filename == "yamabuki.tokens.json"
    data = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert data["$extensions"]["jp.designsys"]["theme"] == {
        "id": "yamabuki",
        "name": "山吹町",
        "brand": "gold",
    }


def test_without_script_the_form_is_sent(visit: Any) -> None:
    page = visit(PAGE, 320, script=False).page
    page.locator("#brand").fill("#b3202c")
    page.get_by_text("ほかに決めること").click()
    page.get_by_label("角の丸み").select_option("square")
    page.get_by_role("button", name="この色で作る").click()
    page.wait_for_url("**brand=%23b3202c**")
    button = frame_of(page).locator(BUTTON)
    button.wait_for()
    assert page.locator("#corners").input_value() == "square"
    page.get_by_role("link", name="高コントラスト").click()
    frame_of(page).locator("body[data-ds-scheme=high-contrast]").wait_for()
    assert button.is_visible()


def test_loading_the_page_leaves_the_focus_where_it_was(visit: Any) -> None:
    page = visit(PAGE).page
    wait_for_colour(page, "rgb(11, 92, 173)")
    assert page.evaluate("document.activeElement === document.body")


def test_every_stop_of_tab_shows_where_it_is(visit: Any) -> None:
    page = visit(PAGE).page
    page.locator("#main").focus()
    unseen, names = [], []
    for _ in range(60):
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => {
              const e = document.activeElement, s = getComputedStyle(e);
              const ring = s.outlineStyle === 'solid' && parseFloat(s.outlineWidth) >= 3 && s.boxShadow !== 'none';
              return e === document.body ? null : [e.id || e.tagName, e.tagName === 'IFRAME' || ring ? '' : e.outerHTML.slice(0, 120)];
            }"""
        )
        if told is None:
            break
        names.append(told[0])
        unseen += [told[1]] if told[1] else []
    assert unseen == []
    assert names.index("brand") < names.index("pick") < names.index("name") < names.index("IFRAME")
