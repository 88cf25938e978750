"""CSS custom properties for every theme and scheme, followed by attribute and by media query.

A scheme is chosen by ``data-ds-scheme``, a theme by ``data-ds-theme``, on any element and
in any nesting; without a choice light and dark follow the used ``color-scheme`` and high
contrast follows ``prefers-contrast``. No property but custom ones is set on ``:root``.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from designsys.tokens.color import Color
from designsys.tokens.css_values import Pieces, css_color, css_text
from designsys.tokens.errors import TokenError
from designsys.tokens.outputs._cases import Case, custom_properties, note, title
from designsys.tokens.system import TokenSystem

__all__ = ["write"]

SCHEMES = ("light", "dark", "high-contrast")
_NORMAL, _MORE = "--_ds-contrast-normal", "--_ds-contrast-more"

Cases = dict[Case, Pieces]
"""A property's value in every theme and scheme."""

Values = dict[str, Cases]
"""The values of each property."""


def write(system: TokenSystem) -> str:
    """The style sheet.

    :raises TokenError: when two tokens come to one property name, the scheme has a context that CSS
        cannot follow, or something other than a colour depends on the scheme.
    """
    themes = system.contexts.get("theme", ("default",))
    schemes = _schemes_of(system)
    properties = custom_properties(system)
    notes = {name: note(entry.token) for name, entry in properties.items()}
    values = {name: _in_every_scheme(entry.cases, themes, schemes) for name, entry in properties.items()}
    fixed = {name: cases for name, cases in values.items() if properties[name].is_fixed}
    by_theme = {
        name: cases for name, cases in values.items() if name not in fixed and not _by_scheme(cases, themes)
    }
    switched = {name: cases for name, cases in values.items() if name not in fixed and name not in by_theme}
    rows = [(name, css_text(cases[themes[0], "light"])) for name, cases in fixed.items()]
    rules = [
        _rule([":root"], rows, notes=notes),
        *(_schemes(values) if switched else ()),
        *(_theme(theme, by_theme, switched, themes, notes) for theme in themes),
        *(_switches(switched, themes, notes) if switched else ()),
    ]
    return "\n".join([f"/* {title(system, 'css')} */", *filter(None, rules), ""])


def _schemes_of(system: TokenSystem) -> tuple[str, ...]:
    schemes = system.contexts.get("scheme", ("light",))
    if "light" not in schemes or set(schemes) - set(SCHEMES):
        raise TokenError(
            en=f"CSS follows the schemes {', '.join(SCHEMES)}, of which light is needed, not {', '.join(schemes)}.",
            ja=f"CSS で使える scheme は {', '.join(SCHEMES)} です（light は必ず要ります）。今は {', '.join(schemes)} です。",
        )
    return schemes


def _in_every_scheme(cases: Cases, themes: tuple[str, ...], schemes: tuple[str, ...]) -> Cases:
    """The value in each scheme that CSS follows; one that these tokens do not have is as light."""
    return {
        (theme, scheme): cases[theme, scheme if scheme in schemes else "light"]
        for theme in themes
        for scheme in SCHEMES
    }


def _by_scheme(cases: Cases, themes: tuple[str, ...]) -> bool:
    return any(len({cases[theme, scheme] for scheme in SCHEMES}) > 1 for theme in themes)


def _schemes(values: Values) -> Iterator[str]:
    """The two contrast switches, and what sets them.

    Of the switches one is empty and the other invalid, so that of two ``var(--switch, value)`` side
    by side only the one with the invalid switch gives its value.
    """
    normal, more = ((_NORMAL, "initial"), (_MORE, "")), ((_NORMAL, ""), (_MORE, "initial"))
    light, dark, high = (f'[data-ds-scheme="{scheme}"]' for scheme in SCHEMES)
    yield _rule([":root"], normal)
    yield _block("@media (prefers-contrast: more)", _rule([":root"], more))
    yield _rule([light, dark], normal)
    yield _rule([high], more)
    # Twice the attribute, so that a choice on .ds-page itself outdoes the color-scheme of .ds-page.
    yield _rule([f"{light}[data-ds-scheme]", f"{high}[data-ds-scheme]"], (("color-scheme", "light"),))
    yield _rule([f"{dark}[data-ds-scheme]"], (("color-scheme", "dark"),))
    if {"--ds-color-background", "--ds-color-text"} <= values.keys():
        ground = (("background-color", "var(--ds-color-background)"), ("color", "var(--ds-color-text)"))
        yield _rule([":where([data-ds-scheme])"], ground, "A part in another scheme brings its own ground.")
    paper = "Paper is white, and grounds are not printed."
    yield _block("@media print", _rule([f"{dark}[data-ds-scheme]"], (("color-scheme", "light"),), paper))
    forced = "Forced colours are the reader's choice: what of ours shines through has to suit theirs."
    chosen = [f"{scheme}[data-ds-scheme]" for scheme in (light, dark, high)]
    yield _block("@media (forced-colors: active)", _rule(chosen, (("color-scheme", "light dark"),), forced))


def _theme(
    theme: str, by_theme: Values, switched: Values, themes: tuple[str, ...], notes: Mapping[str, str]
) -> str:
    """What a theme gives: its own values, and its colours for each scheme, to be switched among."""
    value = theme.replace("\\", "\\\\").replace('"', '\\"')
    selectors = [":root"] if theme == themes[0] else []
    rows: list[tuple[str, str]] = [
        (name, css_text(cases[theme, "light"])) for name, cases in by_theme.items()
    ]
    for name, cases in switched.items():
        for index, colors in enumerate(_colors(cases, theme)):
            if _is_themed(cases, index, themes):
                rows += [
                    (_private(name, scheme, index), css_color(color)) for scheme, color in colors.items()
                ]
    return _rule([*selectors, f'[data-ds-theme="{value}"]'], rows, notes=notes)


def _switches(switched: Values, themes: tuple[str, ...], notes: Mapping[str, str]) -> Iterator[str]:
    """The values that follow scheme and theme, for every element where one is chosen."""
    selectors = [":root", "[data-ds-scheme]", "[data-ds-theme]"]
    yield _rule(
        selectors,
        ((name, _switch(name, cases, themes)) for name, cases in switched.items()),
        "Written again wherever a choice is made, since var() is replaced where it stands and then inherited.",
        notes,
    )
    yield _block(
        "@supports not (color: light-dark(#000, #fff))",
        _rule(
            selectors,
            ((name, _switch(name, cases, themes, dark=False)) for name, cases in switched.items()),
            "Browsers from before 2024 have no light-dark(): they get the light scheme, or high contrast.",
            notes,
        ),
    )


def _switch(name: str, cases: Cases, themes: tuple[str, ...], *, dark: bool = True) -> str:
    """A value in which each colour follows scheme and theme."""
    texts = {tuple(piece for piece in pieces if isinstance(piece, str)) for pieces in cases.values()}
    if len(texts) > 1 or len({len(pieces) for pieces in cases.values()}) > 1:
        raise TokenError(
            en=f"{name} changes with the scheme in more than its colours; CSS can change only colours.",
            ja=f"{name} は色のほかも配色で変わっています。CSS で配色に従えるのは色だけです。",
        )
    switches = iter(enumerate(_colors(cases, themes[0])))
    text = ""
    for piece in cases[themes[0], "light"]:
        if isinstance(piece, str):
            text += piece
            continue
        index, colors = next(switches)
        if _is_themed(cases, index, themes):
            light, night, high = (f"var({_private(name, scheme, index)})" for scheme in SCHEMES)
        else:
            light, night, high = (css_color(colors[scheme]) for scheme in SCHEMES)
        bright = light if light == high else f"var({_NORMAL}, {light}) var({_MORE}, {high})"
        text += bright if bright == night or not dark else f"light-dark({bright}, {night})"
    return text


def _colors(cases: Cases, theme: str) -> list[dict[str, Color]]:
    """For each colour in a value, that colour in every scheme."""
    alternatives = [
        [piece for piece in cases[theme, scheme] if isinstance(piece, Color)] for scheme in SCHEMES
    ]
    return [dict(zip(SCHEMES, colors, strict=True)) for colors in zip(*alternatives, strict=False)]


def _is_themed(cases: Cases, index: int, themes: tuple[str, ...]) -> bool:
    return len({tuple(_colors(cases, theme)[index].values()) for theme in themes}) > 1


def _private(name: str, scheme: str, index: int) -> str:
    """The property in which a theme keeps its colour for a scheme; with its ``_`` no token can be named so."""
    return f"--_{name.removeprefix('--')}-{scheme}" + (f"-{index + 1}" if index else "")


def _rule(
    selectors: list[str],
    rows: Iterable[tuple[str, str]],
    why: str = "",
    notes: Mapping[str, str] = MappingProxyType({}),
) -> str:
    body = "\n".join(f"  {name}: {value};{notes.get(name, '')}" for name, value in rows)
    comment = f"/* {why} */\n" if why else ""
    return f"{comment}{', '.join(selectors)} {{\n{body}\n}}" if body else ""


def _block(condition: str, rule: str) -> str:
    return f"{condition} {{\n{textwrap.indent(rule, '  ')}\n}}"
