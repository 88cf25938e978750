"""The matrix of ARCHITECTURE §6: every example of every component, judged in every condition.

Examples share page loads; each test id reads its own findings. Here are the conditions and the
pages; ``judges.py`` has the two engines.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from designsys.catalogue import Catalogue, Example, load
from designsys.docs import figures
from designsys.rendering.examples import example_environment, render_example
from designsys.styles import bundle, write
from designsys.tokens import Document, new_theme
from designsys.tokens import load as load_tokens

EXAMPLES_PER_PAGE = 60


@dataclass(frozen=True)
class Condition:
    """One way in which a resident meets a page.

    :param scheme: ``"light"``, ``"dark"`` or ``"high"`` (more contrast), or with ``forced-`` before it.
    :param width: of the window, in CSS pixels.
    :param script: whether scripts run.
    """

    scheme: str
    width: int
    script: bool = True

    @property
    def id(self) -> str:
        return f"{self.scheme}-{self.width}" + ("" if self.script else "-noscript")

    @property
    def media(self) -> dict[str, str]:
        """The media features that the scheme stands for."""
        return {
            "prefers-color-scheme": "dark" if self.scheme.endswith("dark") else "light",
            "prefers-contrast": "more" if self.scheme == "high" else "no-preference",
            "forced-colors": "active" if self.scheme.startswith("forced") else "none",
        }


# The documentation shows these same twelve.
CONDITIONS = [Condition(shown.scheme, shown.width, shown.script) for shown in figures.CONDITIONS]
SECOND_ENGINE = [condition for condition in CONDITIONS if condition.width == 320 and condition.script]


@cache
def catalogue() -> Catalogue:
    return load()


@cache
def examples() -> tuple[Example, ...]:
    return tuple(example for component in catalogue() for example in component.examples)


# Issue 4: a colour that carries text on white but not on gray, one that carries none, and one without a hue.
THEMES = {"red": "#e60012", "yellow": "#ffd500", "gray": "#8a8a8a"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """``example``, ``condition`` and ``component`` become one test id each, grouped by condition for xdist."""
    if "theme" in metafunc.fixturenames:
        metafunc.parametrize(
            ("example", "theme", "scheme"),
            [
                pytest.param(
                    example,
                    theme,
                    scheme,
                    id=f"{example.id}-{theme}-{scheme}",
                    marks=pytest.mark.xdist_group(f"theme-{scheme}"),
                )
                for example in examples()
                for theme in THEMES
                for scheme in ("light", "dark", "high")
            ],
        )
    elif "condition" in metafunc.fixturenames:
        conditions = SECOND_ENGINE if "second_engine" in metafunc.function.__name__ else CONDITIONS
        metafunc.parametrize(
            ("example", "condition"),
            [
                pytest.param(
                    example,
                    condition,
                    id=f"{example.id}-{condition.id}",
                    marks=pytest.mark.xdist_group(condition.id),
                )
                for example in examples()
                for condition in conditions
            ],
        )
    elif "example" in metafunc.fixturenames:
        metafunc.parametrize("example", examples(), ids=lambda example: example.id)
    elif "component" in metafunc.fixturenames:
        metafunc.parametrize("component", list(catalogue()), ids=lambda component: component.name)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of a file that share windows stay in one process, which opens them once."""
    for item in items:
        if "narrow" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@dataclass
class JudgedPage:
    """A page with examples on it, each in its own ``[data-example]``."""

    path: str
    html: str
    examples: list[str]


def pages_of(
    wanted: list[Example], assets: Path, locale: str = "ja", theme: str | None = None
) -> Iterator[JudgedPage]:
    """The pages that hold ``wanted``: page furniture one to a page, the others many."""
    environment = example_environment(
        assets=(f"/static/{'themes' if theme else 'designsys'}/", assets), theme=theme
    )
    several: list[tuple[str, str]] = []
    for example in wanted:
        html = render_example(example, locale, environment)
        component = catalogue()[example.component]
        if "<!doctype" in html[:20].lower():
            yield JudgedPage(
                f"/{theme or locale}/{example.id}.html",
                html.replace("<html", f'<html data-example="{example.id}"', 1),
                [example.id],
            )
        elif component.furniture:
            yield _page(
                environment, [(example.id, html)], f"/{theme or locale}/{example.id}.html", component.name
            )
        else:
            several.append((example.id, html))
    for start in range(0, len(several), EXAMPLES_PER_PAGE):
        yield _page(
            environment,
            several[start : start + EXAMPLES_PER_PAGE],
            f"/{theme or locale}/examples-{start}.html",
            "content",
        )


def _page(environment: Any, parts: list[tuple[str, str]], path: str, block: str) -> JudgedPage:
    known = {known.name for known in catalogue()["page"].blocks}
    block = block if block in known else "content"
    body = "\n".join(f'<div data-example="{name}">\n{html}</div>' for name, html in parts)
    # The furniture's page still has a main part of its own.
    main = "" if block == "content" else "{% block content %}<p>本文</p>{% endblock %}"
    source = (
        '{% extends "designsys/page.jinja" %}{% set title = "例の検査" %}'
        f"{{% block {block} %}}{{% raw %}}{body}{{% endraw %}}{{% endblock %}}{main}"
    )
    return JudgedPage(path, environment.from_string(source).render(), [name for name, _ in parts])


def _judges() -> Any:
    spec = importlib.util.spec_from_file_location("component_judges", Path(__file__).with_name("judges.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["component_judges"] = module
    spec.loader.exec_module(module)
    return module


class Verdicts:
    """The findings of one engine, judged when a condition is first asked for.

    :param judge: judges a page's address in a condition: findings by example.
    :param wanted: the examples of the tests that were selected, so that ``-k`` stays quick.
    :param theme: the theme that the pages wear.
    """

    def __init__(
        self, judge: Any, wanted: list[Example], site: Any, assets: Path, theme: str | None = None
    ) -> None:
        self.judge = judge
        self.wanted = wanted
        self.site = site
        self.assets = assets
        self.theme = theme
        self._pages: list[JudgedPage] | None = None
        self._found: dict[Condition, dict[str, list[str]]] = {}

    def findings(self, example: Example, condition: Condition) -> list[str]:
        """What was found in ``example``; fails when it was not in the judged page."""
        if condition not in self._found:
            if self._pages is None:
                self._pages = list(pages_of(self.wanted, self.assets, theme=self.theme))
            found: dict[str, list[str]] = {}
            for page in self._pages:
                judged = self.judge(self.site.put(page.path, page.html), condition)
                assert sorted(judged) == sorted(page.examples), (
                    f"{page.path}: the page judged is not the page made"
                )
                found.update(judged)
            self._found[condition] = found
        assert example.id in self._found[condition], f"{example.id} was not judged"
        return self._found[condition][example.id]


@pytest.fixture(scope="session")
def example_pages(assets: Path) -> Callable[[Iterable[Example]], list[JudgedPage]]:
    """The pages that hold some examples."""
    return lambda wanted: list(pages_of(list(wanted), assets))


@pytest.fixture(scope="session")
def wanted(request: pytest.FixtureRequest) -> list[Example]:
    """The examples that the selected tests are about."""
    ids = {
        item.callspec.params["example"].id  # type: ignore[attr-defined]
        for item in request.session.items
        if "example" in getattr(getattr(item, "callspec", None), "params", {})
    }
    return [example for example in examples() if example.id in ids]


@pytest.fixture(scope="session")
def verdicts(browser: Any, wanted: list[Example], site: Any, assets: Path) -> Iterator[Verdicts]:
    """What Playwright and axe find."""
    judge = _judges().PlaywrightJudge(browser)
    yield Verdicts(judge, wanted, site, assets)
    judge.close()


@pytest.fixture(scope="module", params=[True, False], ids=["script", "noscript"])
def narrow(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A browser context as wide as a small phone, once with scripts and once without."""
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 320, "height": 640})
    yield context
    context.close()


@pytest.fixture(scope="session")
def condition_of() -> Callable[[str], Condition]:
    """A narrow window in a scheme."""
    return lambda scheme: Condition(scheme, 320)


@pytest.fixture(scope="session")
def themed(tmp_path_factory: pytest.TempPathFactory, site: Any) -> Path:
    """The bundle with three generated themes, served at ``/static/themes/``."""
    folder: Path = tmp_path_factory.mktemp("themes")
    tokens = load_tokens().with_themes(
        *(Document(Path(f"{id}.json"), new_theme(brand, "町", id=id).json) for id, brand in THEMES.items())
    )
    write(bundle(catalogue(), tokens=tokens.only(theme=tuple(THEMES))), folder, "0")
    site.folders["/static/themes/"] = folder
    return folder


@pytest.fixture(scope="session")
def themed_verdicts(
    browser: Any, wanted: list[Example], site: Any, themed: Path
) -> Iterator[dict[str, Verdicts]]:
    """What axe finds of contrast, by theme; the themes share one browser context a scheme."""
    judge = _judges().PlaywrightJudge(
        browser, {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
    )
    yield {theme: Verdicts(judge, wanted, site, themed, theme) for theme in THEMES}
    judge.close()


@pytest.fixture(scope="session")
def second_verdicts(wanted: list[Example], site: Any, assets: Path) -> Iterator[Verdicts]:
    """What Selenium and axe find."""
    judge = _judges().SeleniumJudge()
    yield Verdicts(judge, wanted, site, assets)
    judge.close()
