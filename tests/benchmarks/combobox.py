"""How soon the list stands below a combobox of 2,000 choices after the first key, in Chromium.

Run it: ``python tests/benchmarks/combobox.py [CHOICES]``. The time goes from the key's event to the end of
the frame that shows the list, with the index of all choices built in between; each run is a new page.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Route, sync_playwright

from designsys.audit.browser import find_browser, launch_arguments
from designsys.catalogue import load
from designsys.rendering.examples import example_environment
from designsys.styles import bundle, write

CHOICES = 2000
RUNS = 15
KEYS = {"kana": "し", "romaji": "s", "kanji": "川"}
ORIGIN = "http://city.example"
PAGE = """{% extends "designsys/page.jinja" %}{% set title = "いちばん近い停留所" %}
{% from "designsys/combobox.jinja" import combobox %}
{% block content %}{{ combobox("stop", "停留所", stops) }}{% endblock %}"""
KANJI = {
    "山": "やま",
    "川": "かわ",
    "島": "しま",
    "森": "もり",
    "橋": "はし",
    "台": "だい",
    "原": "はら",
    "坂": "さか",
}
# From the key to a task after the frame that shows what came of it.
MEASURE = """() => new Promise((done) => {
  const box = document.querySelector('[role=combobox]');
  box.focus();
  let start = 0;
  addEventListener('beforeinput', () => { start ||= performance.now(); }, true);
  box.addEventListener('input', () => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => done([performance.now() - start, document.querySelectorAll('[role=option]').length]);
    after.port2.postMessage(0);
  }));
  window.ready = true;
})"""


def stops(count: int) -> list[dict[str, str]]:
    """As many names as a city's bus has stops: two kanji and a number, with their reading."""
    signs = list(KANJI)
    names = [(signs[n % 8] + signs[n // 8 % 8], n // 64 + 1) for n in range(count)]
    return [
        {
            "value": str(n),
            "label": f"{name}{number}丁目",
            "reading": "".join(KANJI[sign] for sign in name) + f"{number}ちょうめ",
        }
        for n, (name, number) in enumerate(names)
    ]


def measure(context: Any, key: str) -> tuple[float, int]:
    """Milliseconds from the first key to the list, and its rows."""
    page = context.new_page()
    page.goto(ORIGIN)
    waiting = page.evaluate_handle(f"() => {{ window.measured = ({MEASURE})(); }}")
    page.keyboard.insert_text(key)
    milliseconds, rows = page.evaluate("window.measured")
    waiting.dispose()
    page.close()
    return milliseconds, rows


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CHOICES
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        assets = Path(folder)
        write(bundle(load()), assets, "0")
        html = example_environment(assets=(f"{ORIGIN}/", assets)).from_string(PAGE).render(stops=stops(count))

        def serve(route: Route) -> None:
            name = route.request.url.rpartition("/")[2]
            if (assets / name).is_file():
                route.fulfill(path=assets / name)
            else:
                route.fulfill(body=html, content_type="text/html")

        browser = playwright.chromium.launch(executable_path=find_browser(), args=launch_arguments())
        context = browser.new_context()
        context.route("**/*", serve)
        print(f"{count} choices, first key to list, {RUNS} new pages each")
        print(f"{'key':<8}{'median ms':>11}{'worst ms':>10}{'rows':>6}")
        for name, key in KEYS.items():
            runs = [measure(context, key) for _ in range(RUNS)]
            times = [milliseconds for milliseconds, _ in runs]
            print(f"{name:<8}{statistics.median(times):>11.1f}{max(times):>10.1f}{runs[0][1]:>6}")
        browser.close()


if __name__ == "__main__":
    main()
