"""Any CSS colour is taken, whatever is none is refused in one sentence."""

from __future__ import annotations

import pytest
from coloraide import Color as Reference
from hypothesis import given
from hypothesis import strategies as st

from designsys.tokens import TokenError
from designsys.tokens.css_color import parse_color


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#E60012", "#e60012"),
        ("#e01", "#ee0011"),
        ("  rebeccapurple ", "#663399"),
        ("ReD", "#ff0000"),
        ("rgb(230 0 18)", "#e60012"),
        ("rgb(230, 0, 18)", "#e60012"),
        ("rgb(90.2% 0% 7%)", "#e60012"),
        ("hsl(355 100% 45%)", "#e60013"),
        ("hsl(-5deg 100% 45%)", "#e60013"),
        ("hwb(0 0% 0%)", "#ff0000"),
        ("lab(50 20 30)", "#a16945"),
        ("oklch(0.6 0.1 250)", "#4e83b8"),
        ("oklch(60% 25% 610)", "#4e83b8"),
        ("color(srgb 1 0 0)", "#ff0000"),
        ("rgb(none 0 0)", "#000000"),
        ("rgb(300 -20 0)", "#ff0000"),
    ],
)
def test_css_colours(text: str, expected: str) -> None:
    found = parse_color(text).hex
    # The last bit differs with where a calculation rounds; the colour does not.
    assert Reference(found).distance(Reference(expected)) < 2.5, found


@pytest.mark.parametrize("text", ["color(display-p3 1 0 0)", "oklch(0.7 0.4 150)", "lab(60 -100 80)"])
def test_a_colour_that_screens_cannot_show_keeps_hue_and_lightness(text: str) -> None:
    lightness, _, hue = Reference(text).convert("oklch").coords()
    found = parse_color(text).oklch
    # What browsers show (CSS Color 4 § 13.2): ΔE OK 0.02 from it, so a few degrees at this chroma.
    assert found[0] == pytest.approx(lightness, abs=0.02)
    assert found[2] == pytest.approx(hue, abs=5)


@pytest.mark.parametrize("text", ["rgb(1 2 3 / 40%)", "#01020366", "rgba(1, 2, 3, .4)"])
def test_opacity_is_read(text: str) -> None:
    assert parse_color(text).alpha == pytest.approx(0.4)


@pytest.mark.parametrize(
    "text",
    ["", " ", "blu", "#12", "#ggg", "currentColor", "Canvas", "red blue", "rgb(1 2)", "url(x)", "赤"],
)
def test_what_is_no_colour_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(TokenError) as caught:
        parse_color(text)
    assert caught.value.en == (
        f"'{text}' is not a colour of CSS; write one such as #e60012, rgb(230 0 18) or crimson."
    )
    assert caught.value.ja.startswith(f"「{text}」は CSS の色ではありません。")


@given(st.text(max_size=300))
def test_no_text_is_an_accident(text: str) -> None:
    try:
        color = parse_color(text)
    except TokenError as error:
        assert len(error.en) < 160
    else:
        assert all(0 <= part <= 1 for part in (color.red, color.green, color.blue, color.alpha))


@given(st.integers(0, 2**24 - 1))
def test_a_hexadecimal_colour_is_exact(number: int) -> None:
    assert parse_color(f"#{number:06X}").hex == f"#{number:06x}"
