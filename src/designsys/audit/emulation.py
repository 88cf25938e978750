"""How a condition is brought about by DevTools, and how the page shows that it took.

Both engines ask here, so that they agree. Says nothing of JavaScript off, which is a
way of loading (:mod:`.page`), and cannot change what a server decides by address.
"""

from __future__ import annotations

from typing import Any

from designsys.audit.conditions import Condition
from designsys.audit.politeness import user_agent

__all__ = ["SEEN", "SPACE_TEXT", "SPACING", "emulation", "took"]

# Residents' style sheets win over a page's `!important`: three ids in `:not()` do the same here, but for a `style`
# attribute that is important itself.
SPACING = (
    "*:not(#a#a#a) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    " p:not(#a#a#a) { margin-block-end: 2em !important }"
)
"""The style sheet of a reader who spaces text as far as WCAG 1.4.12 asks."""

SPACE_TEXT = f"""(() => {{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync({SPACING!r});
  globalThis.spaced = sheet;
  const roots = root => [root, ...[...root.querySelectorAll('*')].flatMap(one => one.shadowRoot ? roots(one.shadowRoot) : [])];
  for (const root of roots(document)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return 0;
}})()"""
"""Spaces the text of a frame, open shadow trees included; a page's CSP does not reach adopted style sheets."""

SEEN = """(() => {
  const matches = query => matchMedia(query).matches;
  return {
    width: innerWidth,
    zoom: Math.round(devicePixelRatio * 100),
    scheme: matches('(prefers-color-scheme: dark)') ? 'dark' : 'light',
    forced_colors: matches('(forced-colors: active)'),
    contrast: ['more', 'less'].find(value => matches(`(prefers-contrast: ${value})`)) ?? 'no-preference',
    reduced_motion: matches('(prefers-reduced-motion: reduce)'),
    text_spacing: document.adoptedStyleSheets.includes(globalThis.spaced),
    locale: navigator.language,
  };
})()"""
"""What a page sees of its condition; to be evaluated in the isolated world, where pages cannot answer for it."""


def emulation(condition: Condition, agent: str) -> list[tuple[str, dict[str, Any]]]:
    """The DevTools commands, with their parameters, that bring a condition about in a tab.

    :param agent: the browser's own ``User-Agent``; ours is added to it.
    """
    size = {"width": condition.width, "height": condition.height}
    features = {
        "prefers-color-scheme": condition.scheme,
        "forced-colors": "active" if condition.forced_colors else "none",
        "prefers-contrast": condition.contrast,
        "prefers-reduced-motion": "reduce" if condition.reduced_motion else "no-preference",
    }
    media = [{"name": name, "value": value} for name, value in features.items()]
    asking = {"userAgent": user_agent(agent), "acceptLanguage": condition.locale}
    return [
        (
            "Emulation.setDeviceMetricsOverride",
            {**size, "deviceScaleFactor": condition.zoom / 100, "mobile": False},
        ),
        ("Emulation.setEmulatedMedia", {"features": media}),
        ("Emulation.setUserAgentOverride", asking),
        ("Emulation.setLocaleOverride", {"locale": condition.locale}),
    ]


def took(condition: Condition, seen: dict[str, Any]) -> bool:
    """Whether a page is in the condition; forced colours decide contrast, so there it is not looked at.

    :param seen: the value of :data:`SEEN`.
    """
    return all(
        getattr(condition, name) == value or (name == "contrast" and condition.forced_colors)
        for name, value in seen.items()
    )
