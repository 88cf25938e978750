"""Our components beside the CSS of others: we change nothing of theirs, and their resets nothing of ours.

The resets come from npm (``make .cache/resets/node_modules``), are read before our style sheet, as a site
does that takes a component in, and each picture is compared with that of a page without a reset.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from designsys.catalogue import Example, load
from designsys.rendering.examples import example_environment, render_example

# One process takes the pictures for all.
pytestmark = pytest.mark.xdist_group("neighbours")

PACKAGES = Path(__file__).parent.parent.parent / ".cache" / "resets" / "node_modules"
RESETS = {
    "normalize": "normalize.css/normalize.css",
    "preflight": "tailwindcss/preflight.css",
    "reboot": "bootstrap/dist/css/bootstrap-reboot.css",
    "meyer": "reset-css/reset.css",
    "kiso": "kiso.css/kiso.css",
}
EXAMPLES_PER_PAGE = 12
# The same glyph is drawn a shade lighter or darker where its place begins at another fraction of a pixel.
SHADE = 48

# One of each element of HTML that is drawn, in the states that browsers have a style of their own for.
OTHERS = """<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>昔からのサイト</title>
<link rel="stylesheet" media="not all" href="{sheet}"></head><body>
<header><nav><ul><li><a href="/">入口</a></li></ul><menu><li>一</li></menu></nav></header>
<main><h1>一</h1><h2>二</h2><h3>三</h3><h4>四</h4><h5>五</h5><h6>六</h6><hgroup><p>副題</p></hgroup>
<section><article><aside><p>文<b>太</b><strong>強</strong><em>調</em><i>斜</i><small>小</small><s>消</s><u>線</u><mark>印</mark>
<code>c</code><kbd>k</kbd><samp>s</samp><var>v</var><sub>下</sub><sup>上</sup><abbr title="x">略</abbr><cite>書</cite><q>引</q>
<time>今</time><data value="1">値</data><dfn>義</dfn><del>除</del><ins>加</ins><bdi>x</bdi><bdo dir="rtl">x</bdo><span>x</span>
<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby><br><wbr></p></aside></article></section>
<blockquote>引用</blockquote><pre>前</pre><hr><address>所</address><ol><li>一</li></ol><dl><dt>語</dt><dd>義</dd></dl>
<figure><img alt="" width="2" height="2"><figcaption>図</figcaption></figure><picture></picture><svg width="2" height="2"><path d="M0 0"/></svg>
<canvas width="2" height="2"></canvas><video></video><audio controls></audio><iframe title="x"></iframe><object></object>
<table><caption>表</caption><colgroup><col></colgroup><thead><tr><th scope="col">見出し</th></tr></thead><tbody><tr><td>値</td></tr></tbody>
<tfoot><tr><td>計</td></tr></tfoot></table>
<form><fieldset><legend>群</legend><label>名<input></label><input required aria-invalid="true"><input type="checkbox" checked>
<input type="radio"><input type="file"><input type="date"><input type="range"><input type="color"><input type="number"><input type="search">
<input type="password"><input type="email"><input type="submit"><input type="hidden"><input disabled><input readonly placeholder="例">
<select><optgroup label="組"><option>一</option></optgroup></select><select multiple><option>一</option></select><textarea>文</textarea>
<datalist><option value="x"></option></datalist><button>押す</button><button disabled>押す</button><output>出</output><meter value=".5"></meter>
<progress value=".5"></progress></fieldset><fieldset disabled><input></fieldset></form>
<details><summary>開く</summary><p>中</p></details><details open><summary>閉じる</summary><p>中</p></details><dialog open>話</dialog>
<div popover>浮</div><p hidden>隠</p><p hidden="until-found">隠</p><div data-error data-size="large" data-kind="secondary">属性</div>
<div class="field button page">似た名</div><div class="x-ds- my-ds-field">似た名</div></main><footer>末</footer></body></html>"""
# In the page, since a million values are slow to carry out of it: what the second style sheet changes.
CHANGES = """() => {
  const all = [...getComputedStyle(document.body)].filter(name => !name.startsWith('--'));
  const few = ['content', 'display', 'color', 'background-color', 'font', 'margin', 'padding', 'border', 'box-sizing'];
  const parts = { '': all, '::before': few, '::after': few, '::marker': few, '::placeholder': few, '::file-selector-button': few };
  const styles = () => [...document.querySelectorAll('body, body *')].flatMap(element =>
    Object.entries(parts).map(([part, names]) => {
      const style = getComputedStyle(element, part || null);
      return [element.localName + part, names.map(name => `${name}: ${style.getPropertyValue(name)}`)];
    }));
  const before = styles();
  document.querySelector('link').media = 'all';
  document.body.getBoundingClientRect();
  return styles().flatMap(([where, lines], index) =>
    lines.filter((line, place) => line !== before[index][1][place]).map(line => `${where} ${line}`));
}"""
PAGE = (
    '{% extends "designsys/page.jinja" %}{% set title = "隣" %}'
    '{% block content %}{% for id, html in parts %}<div data-example="{{ id }}">{{ html|safe }}</div>{% endfor %}{% endblock %}'
)
# Each example is of one width (a reset may keep room for a scroll bar) and begins on a whole pixel with room around it, or a fraction of the one before would redraw all its text.
BOXES = """() => Object.fromEntries([...document.querySelectorAll('[data-example]')].map(element => {
  element.style.display = 'flow-root';
  element.style.inlineSize = '560px';
  element.style.height = 'auto';
  const height = Math.ceil(element.getBoundingClientRect().height);
  element.style.height = `${height + 40}px`;
  const { x, y, width } = element.getBoundingClientRect();
  return [element.dataset.example, [x, y + scrollY, width, height].map(Math.round)];
}))"""
# Without focus: kiso.css takes the ring from what a script has focused, with !important, and our CSS has none.
FIRST = """async (name) => {
  document.activeElement.blur();
  for (const link of document.querySelectorAll('link[data-reset]')) {
    const wanted = link.dataset.reset === name;
    if (wanted && link.media !== 'all') link.media = 'all';
    if (!wanted) link.media = 'not all';
  }
  for (let frame = 0; frame < 2; frame += 1) await Promise.race([new Promise(requestAnimationFrame), new Promise((done) => setTimeout(done, 100))]);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark", "forced", "print"])
def test_a_page_without_our_classes_keeps_every_style(
    browser: Any, site: Any, assets: Path, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 800, "height": 600},
        color_scheme="dark" if scheme == "dark" else "light",
        forced_colors="active" if scheme == "forced" else "none",
    )
    page = context.new_page()
    page.emulate_media(media="print" if scheme == "print" else "screen")
    sheet = f"/static/designsys/{next(assets.glob('*.css')).name}"
    page.goto(site.put("/others.html", OTHERS.replace("{sheet}", sheet)))
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 0
    assert page.evaluate(CHANGES) == []
    context.close()


def test_a_changed_style_is_seen(browser: Any, site: Any, tmp_path: Path) -> None:
    (tmp_path / "loud.css").write_text("s { color: #f00 }", encoding="utf-8")
    site.folders["/static/loud/"] = tmp_path
    page = browser.new_page()
    page.goto(site.put("/others.html", OTHERS.replace("{sheet}", "/static/loud/loud.css")))
    assert "s color: rgb(255, 0, 0)" in page.evaluate(CHANGES)
    page.close()


def _examples() -> list[Example]:
    """The examples that are made of our components alone: a service's own ``<h3>`` is for its reset to style."""
    return [
        example
        for component in load()
        for example in component.examples
        if not component.blocks
        and not re.search(
            r"<[a-z](?![^>]*\bclass=\"[^\"]*\bds-)", f"{example.body} {example.template} {example.arguments}"
        )
    ]


class Pictures:
    """Pictures of examples over each reset, taken when the first of a page's examples is asked for."""

    def __init__(self, browser: Any, site: Any, assets: Path) -> None:
        self.context = browser.new_context(viewport={"width": 640, "height": 600}, reduced_motion="reduce")
        self.page = self.context.new_page()
        self.site = site
        self.environment = example_environment(assets=("/static/designsys/", assets))
        everything = _examples()
        self.pages = [
            everything[start : start + EXAMPLES_PER_PAGE]
            for start in range(0, len(everything), EXAMPLES_PER_PAGE)
        ]
        self.taken: dict[str, dict[str, Image.Image]] = {}

    def of(self, example: Example) -> dict[str, Image.Image]:
        """The example's pictures by reset, and ``none``."""
        if example.id not in self.taken:
            self._take(next(page for page in self.pages if example.id in [each.id for each in page]))
        return self.taken[example.id]

    def _take(self, examples: list[Example]) -> None:
        parts = [(example.id, render_example(example, "ja", self.environment)) for example in examples]
        html = self.environment.from_string(PAGE).render(parts=parts)
        links = "".join(
            f'<link rel="stylesheet" media="not all" data-reset="{name}" href="/static/resets/{path}">'
            for name, path in RESETS.items()
        )
        at = html.index('<link rel="stylesheet"')
        self.page.goto(self.site.put("/neighbours.html", html[:at] + links + html[at:]))
        for reset in ("none", *RESETS):
            self.page.evaluate(FIRST, reset)
            boxes = self.page.evaluate(BOXES)
            picture = Image.open(
                io.BytesIO(self.page.screenshot(full_page=True, animations="disabled"))
            ).convert("RGB")
            for id, (x, y, width, height) in boxes.items():
                self.taken.setdefault(id, {})[reset] = picture.crop((x, y, x + width, y + height))


@pytest.fixture(scope="module")
def pictures(browser: Any, site: Any, assets: Path) -> Iterator[Pictures]:
    if not PACKAGES.is_dir():
        pytest.skip("the resets are absent: make .cache/resets/node_modules")
    site.folders["/static/resets/"] = PACKAGES
    result = Pictures(browser, site, assets)
    yield result
    result.context.close()


def unlike(one: Image.Image, other: Image.Image) -> str | None:
    """How two pictures differ: in size, or where; None when they look the same."""
    if one.size != other.size:
        return f"{one.size} became {other.size}"
    difference = ImageChops.difference(one, other).point(lambda shade: 255 if shade > SHADE else 0)
    box = difference.getbbox()
    return None if box is None else f"differs within {box}"


@pytest.mark.parametrize("reset", RESETS)
@pytest.mark.parametrize("shown", _examples(), ids=lambda example: example.id)
def test_looks_the_same_over_a_reset(shown: Example, reset: str, pictures: Pictures) -> None:
    taken = pictures.of(shown)
    assert unlike(taken["none"], taken[reset]) is None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda picture: picture, None),
        (lambda picture: picture.crop((0, 0, 9, 10)), "(10, 10) became (9, 10)"),
        (lambda picture: picture.copy().rotate(180), "differs within"),
    ],
    ids=["same", "size", "pixels"],
)
def test_a_difference_is_seen(change: Callable[[Any], Any], expected: str | None) -> None:
    picture = Image.new("RGB", (10, 10), "white")
    picture.putpixel((2, 3), (0, 0, 0))
    assert str(unlike(picture, change(picture))).startswith(str(expected))


@pytest.mark.parametrize("reset", RESETS)
def test_a_reset_is_really_there(reset: str, pictures: Pictures) -> None:
    """On elements of nobody's, or all pictures would be the same for want of a difference."""
    pictures.of(pictures.pages[0][0])
    theirs = """() => ['h1', 'p', 'ul', 'button', 'input'].map(name => {
      const element = document.body.appendChild(document.createElement(name)), style = getComputedStyle(element);
      const values = ['font', 'margin', 'padding', 'border', 'overflow'].map(property => style.getPropertyValue(property));
      element.remove();
      return values.join();
    })"""
    pictures.page.evaluate(FIRST, "none")
    plain = pictures.page.evaluate(theirs)
    pictures.page.evaluate(FIRST, reset)
    assert pictures.page.evaluate(theirs) != plain
