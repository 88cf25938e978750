"""The generated style sheet: published tokens by their property, the others by their value."""

from __future__ import annotations

import pytest

from designsys.docs.swatches import class_name, shape, swatch_rules
from designsys.styles.minify import minify_css
from designsys.tokens import Token, load

TOKENS = load().resolve()


@pytest.mark.parametrize(
    ("path", "rules"),
    [
        (
            "color.text",
            ".docs-token-color-text{background:var(--ds-color-text)}\n"
            ".docs-token-color-text-ink{color:var(--ds-color-text)}\n",
        ),
        ("space.24", ".docs-token-space-24{inline-size:var(--ds-space-24)}\n"),
        ("radius.8", ".docs-token-radius-8{border-radius:var(--ds-radius-8)}\n"),
        ("font.size-14", ".docs-token-font-size-14{font-size:var(--ds-font-size-14)}\n"),
        ("line-height.170", ".docs-token-line-height-170{line-height:var(--ds-line-height-170)}\n"),
        (
            "type.code",
            ".docs-token-type-code{font:var(--ds-type-code);letter-spacing:var(--ds-type-code-letter-spacing)}\n",
        ),
        ("duration.fast", ""),
    ],
)
def test_a_published_token_follows_its_property(path: str, rules: str) -> None:
    assert swatch_rules([TOKENS[path]]) == rules


def test_a_private_token_is_shown_by_its_value() -> None:
    token = TOKENS["palette.blue.50"]
    assert swatch_rules([token], "docs-theme").startswith(".docs-theme-palette-blue-50{background:#e8f1fe}")


def test_a_groups_own_token_has_a_class_without_a_dollar_sign() -> None:
    assert class_name(TOKENS["brand.$root"]) == "docs-token-brand-root"


@pytest.mark.parametrize("token", [one for one in TOKENS.values() if shape(one)], ids=lambda one: one.path)
def test_what_can_be_shown_has_a_rule_that_parses(token: Token) -> None:
    assert f".{class_name(token)}{{" in minify_css(swatch_rules([token]), token.path)
