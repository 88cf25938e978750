"""Theme variables for Tailwind CSS v4: what each token becomes, and the utilities that Tailwind makes of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import TokenError, TokenSystem, build

COLOR = {"$type": "color", "$value": {"colorSpace": "srgb", "components": [0, 0, 0]}}
ONE = {"value": 1, "unit": "rem"}
DIMENSION = {"$type": "dimension", "$value": ONE}
NUMBER = {"$type": "number", "$value": 1}
FONT: dict[str, Any] = {
    "$type": "typography",
    "$value": {"fontFamily": "A", "fontSize": ONE, "fontWeight": 400, "letterSpacing": ONE, "lineHeight": 1},
}


def nested(path: str, token: dict[str, Any]) -> dict[str, Any]:
    for name in reversed(path.split(".")):
        token = {name: token}
    return token


def variables(text: str) -> dict[str, str]:
    return dict(re.findall(r"^  (--[\w-]+): (.*);", text, re.MULTILINE))


UTILITIES = {
    "bg-primary": ".bg-primary { background-color: var(--ds-color-primary); }",
    "text-error": ".text-error { color: var(--ds-color-error); }",
    "p-16": ".p-16 { padding: 1rem; }",
    "max-w-size-reading": ".max-w-size-reading { max-width: 42rem; }",
    "rounded-8": ".rounded-8 { border-radius: 8px; }",
    "leading-170": ".leading-170 { --tw-leading: 1.7; line-height: 1.7; }",
    "font-bold": ".font-bold { --tw-font-weight: 700; font-weight: 700; }",
    "font-mono": '.font-mono { font-family: "Noto Sans Mono", "Noto Sans Mono CJK JP", "Menlo", "Consolas", monospace; }',
    "text-18": ".text-18 { font-size: 1.125rem; }",
    "text-heading-1": ".text-heading-1 { font-size: 2.25rem; line-height: var(--tw-leading, 1.4); "
    "letter-spacing: var(--tw-tracking, 0.0225rem); font-weight: var(--tw-font-weight, 700); }",
    "ease-standard": ".ease-standard { --tw-ease: cubic-bezier(0.2, 0, 0, 1); "
    "transition-timing-function: cubic-bezier(0.2, 0, 0, 1); }",
    "shadow-1": ".shadow-1 { --tw-shadow: 0px 2px 8px 1px var(--tw-shadow-color, rgb(0 0 0 / 0.1)), "
    "0px 1px 5px 0px var(--tw-shadow-color, rgb(0 0 0 / 0.3));",
    "medium:p-8": r"@media (width >= 48rem) { .medium\:p-8 { padding: 0.5rem; } }",
    "z-(--ds-layer-sticky)": r".z-\(--ds-layer-sticky\) { z-index: var(--ds-layer-sticky); }",
}


@pytest.fixture(scope="module")
def sheet(
    own: TokenSystem,
    tmp_path_factory: pytest.TempPathFactory,
    run_tool: Callable[..., str],
    tailwind_sheet: str,
) -> str:
    """What Tailwind writes for a page with these utilities, our own tokens beside it."""
    folder = tmp_path_factory.mktemp("tailwind")
    for output in ("css", "tailwind"):
        (folder / f"tokens.{output}.css").write_text(build(own, output), encoding="utf-8")
    (folder / "page.html").write_text(f'<p class="{" ".join(UTILITIES)}">', encoding="utf-8")
    (folder / "input.css").write_text(
        f'@import "{tailwind_sheet}" source(none);\n'
        '@import "./tokens.css.css";\n@import "./tokens.tailwind.css";\n@source "./page.html";\n',
        encoding="utf-8",
    )
    run_tool("tailwindcss", "--input", "input.css", "--output", "output.css", cwd=folder)
    return (folder / "output.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("utility", UTILITIES)
def test_tailwind_makes_the_utility(utility: str, sheet: str) -> None:
    assert UTILITIES[utility] in re.sub(r"\s+", " ", sheet)


@pytest.mark.parametrize(
    ("path", "token", "variable"),
    [
        ("color.text-strong", COLOR, "--color-text-strong"),
        ("colors.textStrong", COLOR, "--color-textStrong"),
        ("brand.main", COLOR, "--color-brand-main"),
        ("color.$root", COLOR, "--color-color"),
        ("space.$root", DIMENSION, "--spacing-space"),
        ("spacing.4", DIMENSION, "--spacing-4"),
        ("size.small", DIMENSION, "--spacing-size-small"),
        ("sizing.small", DIMENSION, "--spacing-sizing-small"),
        ("border-radius.4", DIMENSION, "--radius-4"),
        ("fontSize.lg", DIMENSION, "--text-lg"),
        ("font.size.lg", DIMENSION, "--text-lg"),
        ("letter-spacing.wide", DIMENSION, "--tracking-wide"),
        ("breakpoint.wide", DIMENSION, "--breakpoint-wide"),
        ("container.wide", DIMENSION, "--container-wide"),
        ("line-height.tight", NUMBER, "--leading-tight"),
        ("font.family.body", {"$type": "fontFamily", "$value": "A"}, "--font-body"),
        ("font.weight.bold", {"$type": "fontWeight", "$value": 700}, "--font-weight-bold"),
        ("motion.ease.out", {"$type": "cubicBezier", "$value": [0, 0, 1, 1]}, "--ease-out"),
    ],
)
def test_a_token_goes_to_a_namespace(
    path: str, token: dict[str, Any], variable: str, system: Callable[..., TokenSystem]
) -> None:
    assert list(variables(build(system(nested(path, token)), "tailwind"))) == [variable]


@pytest.mark.parametrize(
    ("path", "token", "why"),
    [
        ("layer.sticky", NUMBER, "Tailwind v4 has no namespace for these"),
        ("spaceship.length", DIMENSION, "Tailwind v4 has no namespace for these"),
        ("color.文字", COLOR, "Tailwind's utilities have names of ASCII letters"),
        ("color.half-", COLOR, "Tailwind's utilities have names of ASCII letters"),
        (
            "font.weight-x",
            {"$type": "fontFamily", "$value": "A"},
            "Tailwind would take these for another namespace",
        ),
        ("type.shadow-x", FONT, "Tailwind would take these for another namespace"),
    ],
)
def test_what_has_no_place_is_named_in_a_comment(
    path: str, token: dict[str, Any], why: str, system: Callable[..., TokenSystem]
) -> None:
    text = build(system(nested(path, token)), "tailwind")
    assert variables(text) == {}
    assert re.search(rf"^/\* {re.escape(why)}.*:\n   --ds-{path.replace('.', '-')} \*/$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("path", "token", "other", "variable"),
    [
        (
            "radius.4",
            DIMENSION,
            {**DIMENSION, "$value": {"value": 2, "unit": "rem"}},
            {"--radius-4": "var(--ds-radius-4)"},
        ),
        ("breakpoint.4", DIMENSION, {**DIMENSION, "$value": {"value": 2, "unit": "rem"}}, {}),
        ("type.a", FONT, {**FONT, "$value": {**FONT["$value"], "fontWeight": 700}}, {}),
        (
            "type.a",
            FONT,
            {**FONT, "$value": {**FONT["$value"], "letterSpacing": {"value": 2, "unit": "rem"}}},
            {},
        ),
    ],
    ids=["length", "breakpoint", "weight", "letter-spacing"],
)
def test_what_a_theme_changes_is_a_var_or_left_out(
    path: str,
    token: dict[str, Any],
    other: dict[str, Any],
    variable: dict[str, str],
    system: Callable[..., TokenSystem],
) -> None:
    contexts = {"a": [nested(path, token)], "b": [nested(path, other)]}
    resolver = {
        "version": "2025.10",
        "modifiers": {"theme": {"default": "a", "contexts": contexts}},
        "resolutionOrder": [{"$ref": "#/modifiers/theme"}],
    }
    text = build(system(files={"my.resolver.json": resolver}), "tailwind")
    assert variables(text) == variable
    assert ("which media queries and the parts of a font cannot follow" in text) == (not variable)


def test_two_tokens_of_one_variable_are_refused(system: Callable[..., TokenSystem]) -> None:
    tokens = {"font": {"size": {"lg": DIMENSION}}, "type": {"lg": FONT}}
    with pytest.raises(TokenError) as caught:
        build(system(tokens), "tailwind")
    assert caught.value.en.endswith("'font.size.lg' and 'type.lg' both become --text-lg; rename one of them.")
