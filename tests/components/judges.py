"""The two engines of the matrix: each opens a page in a condition, proves that the condition took, and runs axe.

They share axe-core's file, its tags and the script that runs it; they know nothing of components.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import axe_playwright_python
from axe_selenium_python import Axe
from selenium import webdriver

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
HEIGHT = 800
TIMEOUT_SECONDS = 90

# Every A and AA tag: without them axe leaves target-size off.
RUN_ONLY: dict[str, Any] = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

# Runs axe closed, then with every <details> and popover open, which axe does not look into otherwise, and finds
# what is wider than the window (SC 1.4.10). Gives the findings by example and the state of the page.
JUDGE = """
async (runOnly) => {
  const found = {};
  const holder = element => element?.closest('[data-example]')?.dataset.example;
  for (const element of document.querySelectorAll('[data-example]')) found[element.dataset.example] = [];
  const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
    && !e.closest('[tabindex="0"]') && e.checkVisibility());
  if (document.documentElement.scrollWidth > innerWidth)
    for (const element of wide) if (holder(element)) found[holder(element)].push(`reflow: ${element.outerHTML.slice(0, 120)}`);
  const run = async () => {
    const result = await axe.run(document, {runOnly, resultTypes: ['violations']});
    for (const violation of result.violations) for (const node of violation.nodes) {
      const target = [node.target[0]].flat()[0];
      const name = holder(document.querySelector(target));
      const line = `${violation.id}: ${node.html.slice(0, 160)}: ${node.failureSummary.replaceAll('\\n', ' ')}`;
      for (const to of name ? [name] : Object.keys(found)) if (!found[to].includes(line)) found[to].push(line);
    }
  };
  await run();
  const closed = document.querySelectorAll('details:not([open])'), popovers = document.querySelectorAll('[popover]');
  for (const details of closed) details.open = true;
  // A popover that the window is wide enough to show as a row has no button to open it.
  for (const popover of popovers) if (!popover.checkVisibility()) popover.showPopover();
  if (closed.length || popovers.length) await run();
  const media = query => matchMedia(query).matches;
  return {found, state: {
    width: innerWidth,
    dark: media('(prefers-color-scheme: dark)'),
    contrast: media('(prefers-contrast: more)'),
    forced: media('(forced-colors: active)'),
    script: !!customElements.get('ds-error-summary'),
    glyph: (() => {
      const width = text => { const c = document.createElement('canvas').getContext('2d'); c.font = '40px sans-serif';
        c.fillText(text, 0, 40); return c.getImageData(0, 0, 48, 48).data.join(); };
      return width('漢') !== width('\\u{10FFFF}');
    })(),
  }};
}
"""
# With scripts off a browser shows what <noscript> holds; axe needs scripts on again, so they are put in their place first.
NOSCRIPT = """
for (const noscript of document.querySelectorAll('noscript')) {
  if (noscript.children.length) noscript.replaceWith(...noscript.childNodes);
  else noscript.replaceWith(new DOMParser().parseFromString(noscript.textContent, 'text/html').body);
}
"""
VIOLATIONS = "addEventListener('securitypolicyviolation', e => (window.reports ??= []).push(e.violatedDirective + ' ' + e.blockedURI))"


def checked(result: dict[str, Any], condition: Any) -> dict[str, list[str]]:
    """The findings, once the page has proved that the condition took."""
    state, media = result["state"], condition.media
    assert state["glyph"], "「漢」 has no glyph here: apt-get install fonts-noto-cjk"
    assert state == {
        "width": condition.width,
        "dark": media["prefers-color-scheme"] == "dark",
        "contrast": media["prefers-contrast"] == "more",
        "forced": media["forced-colors"] == "active",
        "script": condition.script,
        "glyph": True,
    }, f"the condition {condition.id} did not take"
    found: dict[str, list[str]] = result["found"]
    return found


class PlaywrightJudge:
    """Judges with Playwright; also fails an example whose page broke the Content-Security-Policy.

    A condition keeps one browser context, since a new one costs ten times a new page's load.

    :param run_only: what axe is asked for.
    """

    def __init__(self, browser: Any, run_only: dict[str, Any] = RUN_ONLY) -> None:
        self.browser = browser
        self.run_only = run_only
        self.condition: Any = None

    def __call__(self, address: str, condition: Any) -> dict[str, list[str]]:
        if condition != self.condition:
            self.close()
            self._open(condition)
        self._script(condition.script)
        self.page.goto(address, wait_until="load")
        reports = self.page.evaluate("window.reports ?? []") if condition.script else []
        if not condition.script:
            self._script(True)
            self.page.evaluate(NOSCRIPT)
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = checked(self.page.evaluate(f"(runOnly) => ({JUDGE})(runOnly)", self.run_only), condition)
        for findings in found.values():
            findings.extend(f"content-security-policy: {report}" for report in reports)
        return found

    def _open(self, condition: Any) -> None:
        media = condition.media
        self.context = self.browser.new_context(
            viewport={"width": condition.width, "height": HEIGHT},
            color_scheme=media["prefers-color-scheme"],
            contrast=media["prefers-contrast"],
            forced_colors=media["forced-colors"],
            reduced_motion="reduce",
        )
        self.page = self.context.new_page()
        self.page.add_init_script(VIOLATIONS)
        self.cdp = self.context.new_cdp_session(self.page)
        self.condition = condition

    def _script(self, enabled: bool) -> None:
        self.cdp.send("Emulation.setScriptExecutionDisabled", {"value": not enabled})

    def close(self) -> None:
        """Leave the condition."""
        if self.condition is not None:
            self.context.close()
            self.condition = None


class SeleniumJudge:
    """Judges with Selenium and axe-selenium-python."""

    def __init__(self) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = os.environ.get("DESIGNSYS_BROWSER") or shutil.which("chromium") or ""
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
            options.add_argument(argument)
        self.driver = webdriver.Chrome(options=options)
        self.driver.set_script_timeout(TIMEOUT_SECONDS)

    def __call__(self, address: str, condition: Any) -> dict[str, list[str]]:
        features = [{"name": name, "value": value} for name, value in condition.media.items()]
        features.append({"name": "prefers-reduced-motion", "value": "reduce"})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": condition.width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False},
        )
        self.driver.get(address)
        Axe(self.driver, script_url=str(AXE)).inject()
        script = (
            f"const done = arguments[1]; ({JUDGE})(arguments[0]).then(done, e => done({{error: String(e)}}))"
        )
        result = self.driver.execute_async_script(script, RUN_ONLY)
        assert "error" not in result, result
        return checked(result, condition)

    def close(self) -> None:
        """End the browser."""
        self.driver.quit()
