"""Each custom element lives through what pages do to it: swapped in, moved, restored, removed, defined twice.

All examples of a component stand on one page under the Content-Security-Policy; what the element
makes of their HTML has to be the same in every life, and nothing it listened to may stay behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from designsys.catalogue import load
from designsys.rendering.examples import example_environment, render_example

# One process lives each life once.
pytestmark = pytest.mark.xdist_group("life-cycle")

# Keeps a record of all that is listened to or observed, and of every error and breach of the policy.
RECORD = """
window.faults = [];
const told = event => window.faults.push(event.message ?? event.reason?.message ?? event.violatedDirective + ' ' + event.blockedURI);
for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) addEventListener(type, told);
const live = new Set();
const keyed = new WeakMap();
const key = (...parts) => parts.map(part => {
  if (Object(part) !== part) return String(part);
  if (!keyed.has(part)) keyed.set(part, keyed.size = (keyed.size ?? 0) + 1);
  return '#' + keyed.get(part);
}).join('|');
const capture = options => Boolean(options?.capture ?? options);
const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  const entry = `${(this ?? window).constructor.name} ${key(this ?? window, type, listener, capture(options))}`;
  if (listener && !options?.once) live.add(entry);
  if (options?.signal) add.call(options.signal, 'abort', () => live.delete(entry));
  return add.call(this, type, listener, options);
};
EventTarget.prototype.removeEventListener = function (type, listener, options) {
  live.delete(`${(this ?? window).constructor.name} ${key(this ?? window, type, listener, capture(options))}`);
  return remove.call(this, type, listener, options);
};
for (const name of ['ResizeObserver', 'MutationObserver', 'IntersectionObserver']) {
  const { observe, unobserve, disconnect } = window[name].prototype;
  window[name].prototype.observe = function (target, options) {
    live.add(`${name} ${key(this, target)}`);
    return observe.call(this, target, options);
  };
  if (unobserve) window[name].prototype.unobserve = function (target) {
    live.delete(`${name} ${key(this, target)}`);
    return unobserve.call(this, target);
  };
  window[name].prototype.disconnect = function () {
    for (const entry of live) if (entry.startsWith(`${name} ${key(this)}|`)) live.delete(entry);
    return disconnect.call(this);
  };
}
window.live = () => live.size;
"""
# One life after the other; after each, what the HTML has become and how much is listened to.
LIVES = """async () => {
  const holder = document.querySelector('#holder'), elsewhere = document.querySelector('#elsewhere');
  const template = document.querySelector('#later');
  const settled = async () => {
    for (let frame = 0; frame < 3; frame += 1) await Promise.race([new Promise(requestAnimationFrame), new Promise((done) => setTimeout(done, 100))]);
    await new Promise(done => setTimeout(done));
    return { html: holder.innerHTML.trim(), live: window.live() };
  };
  const lives = {};
  lives.parsed = await settled();
  holder.replaceChildren();
  lives.removed = await settled();
  holder.append(template.content.cloneNode(true));
  lives.swapped = await settled();
  elsewhere.append(...holder.childNodes);
  holder.append(...elsewhere.childNodes);
  lives.moved = await settled();
  holder.replaceChildren(...holder.cloneNode(true).childNodes);
  lives.restored = await settled();
  holder.replaceChildren();
  lives.gone = await settled();
  return { lives, faults: window.faults };
}"""
PAGE = (
    '{% extends "designsys/page.jinja" %}{% set title = "一生" %}{% block content %}'
    '<div id="holder">{{ html }}</div><div id="elsewhere"></div><template id="later">{{ html }}</template>'
    "{% endblock %}"
)
SCRIPTED = [component for component in load() if component.script is not None and not component.blocks]


@dataclass(frozen=True)
class Life:
    """What became of a component's examples: their HTML and the number of listeners, after each event of a life."""

    lives: dict[str, dict[str, Any]]
    faults: list[str]


@pytest.fixture(scope="module")
def lives(browser: Any, site: Any, assets: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Lives by component, and by whether the scripts are there three times, one of them in another version."""
    environment = example_environment(assets=("/static/designsys/", assets))
    script = next(assets.glob("*.js"))
    folder = tmp_path_factory.mktemp("other-version")
    (folder / "designsys.js").write_text("/* 2 */" + script.read_text(encoding="utf-8"), encoding="utf-8")
    site.folders["/static/other/"] = folder
    context = browser.new_context(viewport={"width": 640, "height": 800})
    page = context.new_page()
    page.add_init_script(f"{{{RECORD}}}")
    known: dict[tuple[str, bool], Life] = {}

    def life(component: Any, several: bool = False) -> Life:
        if (component.name, several) not in known:
            html = "".join(render_example(example, "ja", environment) for example in component.examples)
            document = environment.from_string(PAGE).render(html=environment.filters["safe"](html))
            if several:
                more = (f"/static/designsys/{script.name}?again", "/static/other/designsys.js")
                tags = "".join(f'<script type="module" src="{address}"></script>' for address in more)
                document = document.replace("</head>", f"{tags}</head>")
            page.goto(site.put(f"/life-{component.name}-{several}.html", document))
            known[component.name, several] = Life(**page.evaluate(LIVES))
        return known[component.name, several]

    yield life
    context.close()


def elements(component: Any) -> list[str]:
    """The custom elements that a component's script defines."""
    text = component.script.read_text(encoding="utf-8")
    return re.findall(r'customElements\.define\(\s*"(ds-[\w-]+)"', text)


scripted = pytest.mark.parametrize("scripted", SCRIPTED, ids=lambda component: component.name)


@scripted
def test_examples_hold_the_element(scripted: Any, lives: Callable[..., Life]) -> None:
    html = lives(scripted).lives["parsed"]["html"]
    assert elements(scripted)
    assert [name for name in elements(scripted) if f"<{name}" not in html] == []


@scripted
@pytest.mark.parametrize("event", ["swapped", "moved", "restored"])
def test_html_is_the_same_as_in_a_page_just_loaded(
    scripted: Any, event: str, lives: Callable[..., Life]
) -> None:
    life = lives(scripted).lives
    assert life[event]["html"] == life["parsed"]["html"]


@scripted
@pytest.mark.parametrize("event", ["moved", "restored"])
def test_listens_to_no_more_than_before(scripted: Any, event: str, lives: Callable[..., Life]) -> None:
    life = lives(scripted).lives
    assert life[event]["live"] == life["swapped"]["live"]


@scripted
def test_listens_to_nothing_once_it_is_gone(scripted: Any, lives: Callable[..., Life]) -> None:
    life = lives(scripted).lives
    assert life["swapped"]["live"] > life["removed"]["live"]
    assert life["gone"]["live"] == life["removed"]["live"]


@scripted
def test_scripts_loaded_again_and_in_another_version_change_nothing(
    scripted: Any, lives: Callable[..., Life]
) -> None:
    once, several = lives(scripted), lives(scripted, several=True)
    assert several.lives == once.lives


@scripted
@pytest.mark.parametrize("several", [False, True], ids=["once", "several"])
def test_no_error_and_no_breach_of_the_policy(
    scripted: Any, several: bool, lives: Callable[..., Life]
) -> None:
    assert lives(scripted, several).faults == []


def test_what_is_left_behind_is_seen(browser: Any, site: Any) -> None:
    """A listener that stays, an observer that stays, and one of each that go."""
    page = browser.new_page()
    page.add_init_script(f"{{{RECORD}}}")
    page.goto(site.put("/record.html", "<!doctype html><title>x</title><p>x</p>"))
    before = page.evaluate("window.live()")
    page.evaluate(
        """() => {
          const stop = () => {}, heard = { handleEvent() {} }, given = new AbortController();
          addEventListener('a', stop);
          removeEventListener('a', stop);
          addEventListener('b', stop, { signal: given.signal });
          given.abort();
          const observer = new ResizeObserver(stop);
          observer.observe(document.body);
          observer.disconnect();
          document.addEventListener('c', heard, true);
          document.removeEventListener('c', heard);
          new MutationObserver(stop).observe(document.body, { childList: true });
        }"""
    )
    assert page.evaluate("window.live()") == before + 2
    page.close()
