"""The unfolded style sheet: selectors, conditions and nesting as the rules see them."""

from __future__ import annotations

import pytest

from designsys.styles.lint.sheet import Sheet


@pytest.mark.parametrize(
    ("css", "selectors", "conditions"),
    [
        pytest.param(".a { top: 0 }", (".a",), [], id="plain"),
        pytest.param(".a ,\n .b   > c { top: 0 }", (".a", ".b > c"), [], id="list"),
        pytest.param(".a { & .b { top: 0 } }", (".a .b",), [], id="nested"),
        pytest.param(".a { .b { top: 0 } }", (".a .b",), [], id="nested-without-ampersand"),
        pytest.param(".a, .b { &:hover, x & { top: 0 } }", (".a:hover", "x .a", ".b:hover", "x .b"), [], id="nested-lists"),
        pytest.param("@media print { .a { top: 0 } }", (".a",), ["media"], id="media"),
        pytest.param("@MEDIA PRINT { ds-x:hover { top: 0 } }", ("ds-x:hover",), ["media"], id="type-selector"),
        pytest.param(".a { @media print { top: 0 } }", (".a",), ["media"], id="media-in-rule"),
        pytest.param(".a { @media print { & b { top: 0 } } }", (".a b",), ["media"], id="rule-in-media-in-rule"),
        pytest.param("@layer x { @supports (top: 0) { .a { top: 0 } } }", (".a",), ["layer", "supports"], id="both"),
        pytest.param("@page { top: 0 }", (), ["page"], id="page"),
    ],
)  # fmt: skip
def test_a_declaration_knows_where_it_stands(
    css: str, selectors: tuple[str, ...], conditions: list[str]
) -> None:
    (declaration,) = Sheet(css).declarations
    assert declaration.name == "top"
    assert declaration.selectors == selectors
    assert [condition.name for condition in declaration.conditions] == conditions


@pytest.mark.parametrize(
    ("name", "expected"), [("Color", "color"), ("--Own-Name", "--Own-Name")], ids=["property", "custom"]
)
def test_only_custom_properties_keep_their_case(name: str, expected: str) -> None:
    assert Sheet(f".a {{ {name}: x }}").declarations[0].name == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [("(forced-colors: active)", True), ("(forced-colors: none)", False), ("print", False)],
)
def test_knows_forced_colors(query: str, expected: bool) -> None:
    assert Sheet(f"@media {query} {{ .a {{ top: 0 }} }}").declarations[0].in_forced_colors is expected
