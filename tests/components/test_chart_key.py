"""A chart's series are told apart by pattern and by words, also where no colour is seen (WCAG 1.4.1).

That the eight colours stay apart, and have 3:1 to the page's ground (1.4.11), is proven with the tokens.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from jinja2 import Environment
from markupsafe import Markup
from PIL import Image, ImageChops, ImageStat

import designsys
from designsys import ContractError
from designsys.rendering.examples import example_environment

SCHEMES: dict[str, dict[str, str]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "high": {"contrast": "more"},
    "forced-light": {"forced_colors": "active"},
    "forced-dark": {"forced_colors": "active", "color_scheme": "dark"},
}
UNSET = {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"}
BORDER = 2
# After at most so many pixels a pattern begins anew.
PERIOD = 12
# The share of pixels in which two patterns have to differ, however one is laid on the other.
APART = 0.1

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "市の予算" %}
{% from "designsys/chart_key.jinja" import chart_key %}
{% block content %}
<svg width="400" height="24" aria-hidden="true">
{% for item in items %}
<foreignObject x="{{ loop.index0 * 50 }}" width="12%" height="24">
<div class="ds-chart-fill" data-series="{{ loop.index }}"></div>
</foreignObject>
{% endfor %}
</svg>
{{ chart_key("歳出の内訳", items) }}
{% endblock %}
"""
ONE = '{% from "designsys/chart_key.jinja" import chart_key %}{{ chart_key(label, items) }}'


def series(count: int) -> list[dict[str, str]]:
    return [{"label": f"費目{number}", "value": f"{number}億円"} for number in range(1, count + 1)]


@dataclass(frozen=True)
class Picture:
    """A bar as somebody sees it who sees no colour at all.

    :param fill: the gray of its frame.
    :param line: the gray inside that is farthest from it; the same where there is no pattern.
    :param pattern: white where there is more of the line, black where there is more of the fill.
    """

    fill: int
    line: int
    pattern: Image.Image

    @classmethod
    def of(cls, png: bytes) -> Picture:
        picture = Image.open(io.BytesIO(png)).convert("RGB")
        red, green, blue = picture.split()
        assert red.tobytes() == green.tobytes() == blue.tobytes(), "the picture has colours"
        fill = int(red.tobytes()[0])
        inside = red.crop((BORDER, BORDER, red.width - BORDER, red.height - BORDER))
        line = max(inside.tobytes(), key=lambda gray: abs(gray - fill))
        far = abs(line - fill) / 2
        return cls(fill, line, inside.point([255 * (abs(gray - fill) > far) for gray in range(256)]))

    def distance(self, other: Picture) -> float:
        """The share of pixels that differ where the other pattern lies best on this one."""
        width, height = self.pattern.width - PERIOD, self.pattern.height - PERIOD
        here = self.pattern.crop((0, 0, width, height))
        return min(
            ImageStat.Stat(
                ImageChops.difference(here, other.pattern.crop((x, y, x + width, y + height)))
            ).mean[0]
            / 255
            for x in range(PERIOD)
            for y in range(PERIOD)
        )


@pytest.fixture(scope="module")
def page(browser: Any, site: Any, assets: Any) -> Iterator[Any]:
    """A tab with the bars of eight series, as thin as the guidance allows, and their key."""
    environment = example_environment(assets=("/static/designsys/", assets))
    context = browser.new_context(viewport={"width": 640, "height": 480})
    page = context.new_page()
    page.goto(site.put("/chart_key.html", environment.from_string(PAGE).render(items=series(8))))
    yield page
    context.close()


@pytest.fixture(scope="module")
def pictures(page: Any) -> Callable[[str], list[Picture]]:
    """The page's ground and then the eight bars, in a scheme."""
    seen: dict[str, list[Picture]] = {}
    cdp = page.context.new_cdp_session(page)
    cdp.send("Emulation.setEmulatedVisionDeficiency", {"type": "achromatopsia"})

    def run(scheme: str) -> list[Picture]:
        if scheme not in seen:
            page.emulate_media(**{**UNSET, **SCHEMES[scheme]})
            ground = page.screenshot(clip={"x": 0, "y": 0, "width": 40, "height": 24})
            bars = [bar.screenshot() for bar in page.locator("svg .ds-chart-fill").all()]
            seen[scheme] = [Picture.of(png) for png in (ground, *bars)]
        return seen[scheme]

    return run


@pytest.mark.parametrize(("first", "second"), list(itertools.combinations(range(1, 9), 2)))
@pytest.mark.parametrize("scheme", SCHEMES)
def test_two_patterns_differ_without_colour(
    pictures: Callable[[str], list[Picture]], scheme: str, first: int, second: int
) -> None:
    assert pictures(scheme)[first].distance(pictures(scheme)[second]) >= APART


@pytest.mark.parametrize("number", range(2, 9))
@pytest.mark.parametrize("scheme", SCHEMES)
def test_lines_are_of_the_ground_that_the_colour_is_proven_against(
    pictures: Callable[[str], list[Picture]], scheme: str, number: int
) -> None:
    """So that line and fill have the 3:1 of WCAG 1.4.11, in high contrast 4.5:1."""
    ground, picture = pictures(scheme)[0], pictures(scheme)[number]
    assert picture.line == ground.fill != picture.fill


def test_printers_are_told_to_keep_the_fill(page: Any) -> None:
    page.emulate_media(media="print", **UNSET)
    kept = page.locator(".ds-chart-fill").evaluate_all(
        "all => all.map(one => getComputedStyle(one).printColorAdjust)"
    )
    page.emulate_media(media="screen")
    assert set(kept) == {"exact"}


def test_a_bar_fills_its_place(page: Any) -> None:
    box = page.locator("svg .ds-chart-fill").last.bounding_box()
    assert (box["width"], box["height"]) == (48, 24)


@pytest.mark.parametrize("number", range(1, 9))
def test_a_bar_has_the_fill_of_the_key(page: Any, number: int) -> None:
    style = """one => ['borderTopColor', 'backgroundColor', 'backgroundImage', 'backgroundSize']
      .map(name => getComputedStyle(one)[name])"""
    bars, swatches = page.locator("svg .ds-chart-fill"), page.locator(".ds-chart-key__swatch")
    assert bars.nth(number - 1).evaluate(style) == swatches.nth(number - 1).evaluate(style)


def test_is_heard_as_a_list_with_its_title_and_words_only(page: Any) -> None:
    words = [f"  - listitem: {one['label']} {one['value']}" for one in series(8)]
    assert page.locator(".ds-chart-key").aria_snapshot() == "\n".join(
        ["- paragraph: 歳出の内訳", '- list "歳出の内訳":', *words]
    )


def test_a_ninth_series_is_refused() -> None:
    with pytest.raises(ContractError) as caught:
        example_environment().from_string(ONE).render(label="歳出", items=series(9))
    assert caught.value.parameter == "items"
    assert "8" in caught.value.ja and "8" in caught.value.en


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_ninth_series_of_a_service_that_only_logs_faults_looks_like_no_other(
    page: Any, scheme: str
) -> None:
    page.emulate_media(**{**UNSET, **SCHEMES[scheme]})
    fill = page.locator("svg .ds-chart-fill").last.evaluate(
        """bar => {
          const ninth = bar.cloneNode();
          ninth.dataset.series = "9";
          bar.after(ninth);
          const { backgroundColor, backgroundImage, borderTopColor } = getComputedStyle(ninth);
          ninth.remove();
          return [backgroundColor, backgroundImage, borderTopColor === "rgba(0, 0, 0, 0)"];
        }"""
    )
    assert fill == ["rgba(0, 0, 0, 0)", "none", False]


def test_a_service_that_only_logs_faults_shows_all_that_it_was_given() -> None:
    environment = Environment(autoescape=True)
    designsys.install(environment, check="log")
    html = environment.from_string(ONE).render(label="歳出", items=series(9))
    assert html.count("<li ") == 9


@pytest.mark.parametrize(
    ("value", "printed"),
    [("1,204世帯", "1,204世帯"), (0, "0"), (None, None), ("", None)],
    ids=["text", "zero", "none", "empty"],
)
def test_a_value_follows_the_name(value: object, printed: str | None) -> None:
    html = (
        example_environment().from_string(ONE).render(label="世帯", items=[{"label": "1人", "value": value}])
    )
    part = "" if printed is None else f' <span class="ds-chart-key__value">{printed}</span>'
    assert f'<span class="ds-chart-key__text">1人{part}</span>\n' in html


@pytest.mark.parametrize(
    ("label", "name"),
    [("所得 < 200万円", "所得 &lt; 200万円"), (Markup("CO<sub>2</sub>の量"), "CO2の量")],
    ids=["text", "markup"],
)
def test_any_label_names_the_list(label: str, name: str) -> None:
    html = example_environment().from_string(ONE).render(label=label, items=series(2))
    assert f'aria-label="{name}"' in html
