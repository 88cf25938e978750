"""The site as people meet it: accessible, narrow and wide, light and dark, by keyboard and without script."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("docs")

PAGES = [
    "start/index.html",
    "foundations/index.html",
    "foundations/contrast.html",
    "foundations/palette.html",
    "foundations/type.html",
    "foundations/space.html",
    "foundations/motion.html",
    "components/index.html",
    "components/date_input.html",
    "service.html",
    "results.html",
    "search.html",
    "pages.html",
    "en/components/page.html",
]
# The pages with most of a look of their own are judged in all four.
MAIN = [
    "index.html",
    "en/index.html",
    "components/text_input.html",
    "foundations/color.html",
]
CASES = [(path, width, scheme) for path in MAIN for width in (320, 1280) for scheme in ("light", "dark")] + [
    (path, width, scheme) for path in PAGES for width, scheme in ((320, "light"), (1280, "dark"))
]


@pytest.mark.parametrize(("path", "width", "scheme"), CASES, ids=lambda value: str(value))
def test_page_is_accessible_and_nothing_is_refused(visit: Any, path: str, width: int, scheme: str) -> None:
    visited = visit(path, width, scheme)
    wide = visited.page.evaluate("document.documentElement.scrollWidth")
    assert wide == width, "the page scrolls sideways"
    assert visited.axe() == []
    assert visited.problems == []


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "components/accordion.html",
        "search.html",
        "foundations/color.html",
        "foundations/type.html",
    ],
)
def test_page_is_whole_without_script(visit: Any, path: str) -> None:
    page = visit(path, 320, script=False).page
    assert page.locator("h1").is_visible()
    dead = page.locator("main button:visible[type=button]")
    assert dead.count() == 0, "a button that only a script answers is shown"


def test_every_example_is_shown_without_script(visit: Any) -> None:
    page = visit("components/text_input.html", script=False).page
    assert page.locator(".docs-specimen:visible").count() == page.locator("iframe").count() > 3
    first = page.locator(".docs-specimen").first
    assert first.locator("h4:visible").all_inner_texts() == ["Jinja", "HTML"]
    assert first.locator("pre:visible").count() == 2


def test_search_without_script_is_the_list_of_pages(visit: Any) -> None:
    page = visit("index.html", script=False).page
    page.locator("#site-search").fill("転出届")
    page.locator("#site-search").press("Enter")
    page.wait_for_url("**/search.html?q=*")
    page.get_by_role("link", name="手続きの例：転出届").click()
    assert page.locator("h1").inner_text() == "手続きの例：転出届"


def test_example_is_resized_by_keyboard_and_says_its_width(visit: Any) -> None:
    page = visit("components/text_input.html").page
    handle = page.locator(".docs-specimen:visible [data-handle]")
    frame = page.locator(".docs-specimen:visible iframe")
    status = page.locator(".docs-specimen:visible [data-width-text]")
    handle.focus()
    page.keyboard.press("Home")
    assert status.inner_text() == "320 px"
    page.keyboard.press("ArrowRight")
    assert status.inner_text() == "336 px"
    assert handle.get_attribute("aria-valuenow") == "336"
    assert handle.get_attribute("aria-valuetext") == "336 px"
    assert frame.evaluate("frame => frame.contentWindow.innerWidth") == 336
    page.keyboard.press("End")
    assert frame.evaluate("frame => frame.contentWindow.innerWidth") == 1280
    assert "1280 px" in status.inner_text()


def test_example_is_resized_by_pointer_and_by_button(visit: Any) -> None:
    page = visit("components/text_input.html").page
    box = page.locator(".docs-specimen:visible [data-handle]").bounding_box()
    frame = page.locator(".docs-specimen:visible iframe")
    page.mouse.move(box["x"] + 5, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] - 145, box["y"] + 20, steps=5)
    page.mouse.up()
    dragged = frame.evaluate("frame => frame.contentWindow.innerWidth")
    assert dragged < box["x"] - frame.bounding_box()["x"]
    page.locator("[data-switch=width] button[value='768']").click()
    assert frame.evaluate("frame => frame.contentWindow.innerWidth") == 768
    assert page.locator("[data-switch=width] [aria-pressed=true]").inner_text() == "768"


def test_scheme_and_theme_dress_the_example(visit: Any) -> None:
    page = visit("components/button.html").page
    body = page.locator(".docs-specimen:visible iframe").content_frame.locator("body")
    ground = "body => getComputedStyle(body).backgroundColor"
    light = body.evaluate(ground)
    page.locator("[data-switch=scheme] button[value=dark]").click()
    page.locator("[data-switch=theme] button[value=wakaba]").click()
    assert body.evaluate(ground) != light
    assert body.get_attribute("data-ds-theme") == "wakaba"
    page.locator("[data-switch=scheme] button[value=dark]").click()
    assert body.evaluate(ground) == light, "pressed once more, the scheme lets go"


def test_script_of_an_example_is_switched_off(visit: Any) -> None:
    page = visit("components/accordion.html").page
    frame = page.locator(".docs-specimen:visible iframe")
    defined = "frame => !!frame.contentWindow.customElements.get('ds-accordion')"
    page.wait_for_function(
        f"() => ({defined})(document.querySelector('.docs-specimen:not([hidden]) iframe'))"
    )
    page.get_by_label("スクリプトなし").check()
    page.wait_for_function(
        f"() => !({defined})(document.querySelector('.docs-specimen:not([hidden]) iframe'))"
    )
    assert frame.content_frame.locator("summary").first.is_visible()


def test_examples_are_chosen_one_at_a_time(visit: Any) -> None:
    page = visit("components/text_input.html").page
    page.get_by_label("例を選ぶ").select_option("error")
    assert page.locator(".docs-specimen:visible").count() == 1
    frame = page.locator(".docs-specimen:visible iframe").content_frame
    assert frame.locator("[aria-invalid=true]").is_visible()


def test_tabs_follow_the_arrow_keys(visit: Any) -> None:
    page = visit("components/text_input.html").page
    tabs = page.locator(".docs-specimen:visible [role=tab]")
    tabs.first.focus()
    page.keyboard.press("ArrowRight")
    assert tabs.nth(1).evaluate("tab => tab === document.activeElement")
    assert page.locator(".docs-specimen:visible [role=tabpanel]:visible code").inner_text().startswith("<")


def test_code_is_copied_and_the_page_says_so(visit: Any) -> None:
    page = visit("components/text_input.html").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".docs-specimen:visible .docs-copy").click()
    page.locator(".docs-specimen:visible .docs-copy__said", has_text="写しました").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith('{% from "designsys/text_input.jinja" import text_input %}')


@pytest.mark.parametrize(
    ("town", "colour"),
    [
        ("青凪市", "rgb(11, 92, 173)"),
        ("茜原市", "rgb(179, 32, 44)"),
        ("若草市", "rgb(10, 122, 61)"),
        ("菜の花町", "rgb(133, 105, 0)"),
        ("藤霞市", "rgb(106, 63, 160)"),
    ],
)
def test_living_form_takes_a_towns_colour(visit: Any, town: str, colour: str) -> None:
    page = visit("index.html").page
    button = page.get_by_role("button", name=town)
    button.click()
    submit = page.locator("[data-themed] button")
    assert submit.evaluate("button => getComputedStyle(button).backgroundColor") == colour
    assert page.locator("[data-towns] [aria-pressed=true]").inner_text() == town
    assert page.get_by_role("status").filter(has_text=town).is_visible()


def test_your_towns_colour_leads_to_the_page_of_themes(visit: Any) -> None:
    page = visit("index.html").page
    page.get_by_role("link", name="あなたのまちの色").click()
    assert page.locator("h1").inner_text() == "テーマを作る"


def test_without_script_the_towns_are_a_list_and_the_form_is_the_first_ones(visit: Any) -> None:
    page = visit("index.html", 320, script=False).page
    towns = page.locator(".docs-living__towns:visible li").all_inner_texts()
    assert [town.strip() for town in towns] == ["青凪市", "茜原市", "若草市", "菜の花町", "藤霞市"]
    assert page.locator("[data-town-name]").inner_text() == "青凪市"
    assert not page.locator("[data-towns]").is_visible()


@pytest.mark.parametrize(
    ("format", "start"),
    [
        ("CSS", "var(--ds-color-text)"),
        ("DTCG", '{\n  "color": {\n    "text"'),
        ("Figma", '{\n  "variableCollections"'),
    ],
)
def test_a_token_is_copied_in_the_chosen_format(visit: Any, format: str, start: str) -> None:
    page = visit("foundations/color.html").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=format, exact=True).click()
    page.get_by_role("button", name="写す color.text", exact=True).click()
    page.locator("[data-said]", has_text=f"color.text を写しました ({format})").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith(start)


def test_without_script_every_code_is_there_to_be_selected(visit: Any) -> None:
    page = visit("foundations/color.html", 320, script=False).page
    assert not page.locator("[data-formats]").is_visible()
    page.locator("[data-token='color.text'] summary").click()
    codes = page.locator("[data-token='color.text'] code[data-format]:visible")
    assert codes.count() == 3
    assert codes.first.inner_text() == "var(--ds-color-text)"


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("reader", ["light", "dark", "forced"])
def test_a_sample_has_the_colour_that_it_tells_in_each_scheme(visit: Any, scheme: str, reader: str) -> None:
    page = visit("foundations/color.html", scheme="dark" if reader == "dark" else "light").page
    if reader == "forced":
        page.emulate_media(forced_colors="active")
    wrong = page.evaluate(
        """scheme => [...document.querySelectorAll(`.docs-chip[data-ds-scheme="${scheme}"]`)].filter((chip) => {
          const [r, g, b] = getComputedStyle(chip.querySelector('.docs-chip__color')).backgroundColor.match(/\\d+/g);
          const hex = '#' + [r, g, b].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
          return hex !== chip.querySelector('code').textContent;
        }).map((chip) => chip.closest('[data-token]').dataset.token)""",
        scheme,
    )
    assert wrong == []


def test_site_opens_from_disk(visit: Any, built: Any) -> None:
    visited = visit((built.out / "index.html").as_uri())
    page = visited.page
    page.get_by_role("link", name="コンポーネントを見る").click()
    page.locator("main").get_by_role("link", name="テキスト入力", exact=True).click()
    assert page.locator("h1").inner_text() == "テキスト入力"
    page.goto((built.out / "search.html").as_uri())
    page.get_by_text("ここでは検索が動きません").wait_for()
    assert page.locator(".docs-pages__item").count() > 20


@pytest.mark.parametrize(
    "path",
    ["index.html", "components/accordion.html", "service.html", "search.html", "foundations/palette.html"],
)
def test_every_stop_of_tab_shows_the_ring_of_two_colours(visit: Any, path: str) -> None:
    page = visit(path).page
    unseen = []
    for _ in range(70):
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => {
              const e = document.activeElement, s = getComputedStyle(e), card = getComputedStyle(e, '::after');
              const ring = style => style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 3 && style.boxShadow !== 'none';
              return e === document.body ? 'end' : e.tagName === 'IFRAME' || ring(s) || ring(card) ? '' : e.outerHTML.slice(0, 120);
            }"""
        )
        if told == "end":
            break
        unseen += [told] if told else []
    assert unseen == []
