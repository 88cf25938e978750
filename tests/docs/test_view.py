"""What templates may ask for: the way to a page, its parts, its place in the menus."""

from __future__ import annotations

import pytest
from jinja2 import Environment, FileSystemLoader

from designsys.docs.site import Site
from designsys.docs.view import View
from designsys.errors import DesignsysError
from designsys.rendering import install


@pytest.fixture(scope="module")
def site() -> Site:
    return Site()


@pytest.fixture(scope="module")
def environment(site: Site) -> Environment:
    made = Environment(loader=FileSystemLoader(site.source / "templates"), autoescape=True)
    install(made)
    return made


def view(site: Site, environment: Environment, slug: str, language: str = "ja") -> View:
    return View(site, site.pages.get(slug, language), environment, [])


def test_links_stay_in_the_language(site: Site, environment: Environment) -> None:
    seen = view(site, environment, "components/button", "en")
    assert seen.url("start/index") == "../start/index.html"
    assert seen.url("start/index", "ja") == "../../start/index.html"


def test_the_trail_leads_from_the_front_page(site: Site, environment: Environment) -> None:
    trail = view(site, environment, "components/button").trail
    assert [step["label"] for step in trail] == ["ホーム", "コンポーネント", "ボタン"]
    assert [step["label"] for step in view(site, environment, "components/index").trail] == [
        "ホーム",
        "コンポーネント",
    ]


def test_the_header_marks_this_part_and_offers_the_other_language(
    site: Site, environment: Environment
) -> None:
    items = view(site, environment, "components/button").header_items
    assert [item["label"] for item in items if item.get("current")] == ["コンポーネント"]
    assert (items[-1]["lang"], items[-1]["href"]) == ("en", "../en/components/button.html")


def test_every_component_stands_in_the_menu_once(site: Site, environment: Environment) -> None:
    groups = view(site, environment, "index").component_groups
    names = [page.component.name for _, pages in groups for page in pages if page.component]
    assert names == [component.name for component in site.catalogue]


def test_the_places_of_a_component_page_are_those_of_the_design(site: Site, environment: Environment) -> None:
    places = [title for title, _ in view(site, environment, "components/button").places]
    assert places[:2] == ["例", "使うとき・使わないとき"]
    assert places[-4:] == ["引数", "キーボード", "基準への対応", "変更の記録"]


def test_guidance_opens_with_when_and_when_not(site: Site, environment: Environment) -> None:
    seen = view(site, environment, "components/button")
    assert [section.title for section in seen.uses] == ["使うとき", "使わないとき"]


def test_a_link_to_no_page_is_an_error(site: Site, environment: Environment) -> None:
    with pytest.raises(DesignsysError, match="start/indx"):
        view(site, environment, "index").url("start/indx")
