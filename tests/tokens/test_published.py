"""Tokens that public systems publish: read, or refused with every place that breaks DTCG 2025.10.

Where they come from stands in ``published/README.md``. ``*.errors.txt`` beside a system is what
reading it tells; ``python tests/tokens/test_published.py`` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.tokens import Color, TokenError, load

PUBLISHED = Path(__file__).parent / "published"
BROKEN = (
    "digital-go-jp/tokens.json",
    "design-tokens-italia/all.resolver.json",
    "figma-sds/figma-sds.resolver.json",
)


def _errors(system: str) -> list[str]:
    """What is wrong in a system: file, line and JSON Pointer of each fault, and the sentence."""
    with pytest.raises(TokenError) as caught:
        load(PUBLISHED / system).resolve()
    return [
        f"{Path(fault.place.file).name}:{fault.place.line} {fault.place.pointer} {fault.en.partition(': ')[2]}"
        for fault in caught.value.faults
        if fault.place
    ]


def _list_of(system: str) -> Path:
    name = (PUBLISHED / system).name.split(".")[0]
    return (PUBLISHED / system).with_name(f"{name}.errors.txt")


@pytest.mark.parametrize("system", BROKEN)
def test_all_that_breaks_the_format_is_named(system: str) -> None:
    assert _errors(system) == _list_of(system).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("system", "inputs", "count"),
    [
        ("figma-sds/figma-sds/color.tokens.json", {}, 90),
        ("figma-sds/figma-sds/size.tokens.json", {}, 41),
        ("figma-sds/without-typography.resolver.json", {"theme": "light"}, 257),
        ("figma-sds/without-typography.resolver.json", {"theme": "dark"}, 257),
    ],
)
def test_every_token_is_read(system: str, inputs: dict[str, str], count: int) -> None:
    assert len(load(PUBLISHED / system).resolve(**inputs)) == count


@pytest.mark.parametrize(
    ("path", "theme", "hex", "alpha"),
    [
        ("color.black.200", "light", "#0c0c0d", 0.101961),
        ("color.background.brand.$root", "light", "#2c2c2c", 1),
        ("color.background.brand.$root", "dark", "#ffffff", 0.050980),
        ("color.text.brand.on-brand-secondary", "light", "#1e1e1e", 1),
        ("color.text.brand.on-brand-secondary", "dark", "#f5f5f5", 1),
    ],
)
def test_colours_follow_aliases_and_themes(path: str, theme: str, hex: str, alpha: float) -> None:
    token = load(PUBLISHED / "figma-sds/without-typography.resolver.json").resolve(theme=theme)[path]
    color = Color.of(token.value)
    assert (color.hex, round(color.alpha, 6)) == (hex, alpha)


@pytest.mark.parametrize(("path", "rem"), [("size.space.600", 1.5), ("size.depth.negative-025", -0.0625)])
def test_dimensions_keep_number_and_unit(path: str, rem: float) -> None:
    token = load(PUBLISHED / "figma-sds/figma-sds/size.tokens.json").resolve()[path]
    assert (token.type, token.value) == ("dimension", {"value": rem, "unit": "rem"})


if __name__ == "__main__":
    for broken in BROKEN:
        _list_of(broken).write_text("\n".join([*_errors(broken), ""]), encoding="utf-8", newline="\n")
