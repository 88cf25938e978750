"""Sound that plays by itself."""

from __future__ import annotations

import base64
import io
import wave
from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN


@pytest.mark.parametrize("which", ["fails", "passes", "stoppable"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("autoplay-sound", which)
    assert found == expected
    assert any(expected) == (which not in ("passes", "stoppable"))


def _tone(seconds: float) -> str:
    """A sound of so many seconds, as an address."""
    file, rate = io.BytesIO(), 3000
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(rate)
        sound.writeframes(bytes(100 + 10 * (at % 6) for at in range(int(rate * seconds))))
    return "data:audio/wav;base64," + base64.b64encode(file.getvalue()).decode()


@pytest.mark.parametrize(
    ("seconds", "attributes", "certainties"),
    [
        pytest.param(3.5, "autoplay", [CERTAIN], id="long"),
        pytest.param(1.0, "autoplay", [], id="short"),
        pytest.param(1.0, "autoplay loop", [CERTAIN], id="again-and-again"),
        pytest.param(3.5, "autoplay muted", [], id="muted"),
        pytest.param(3.5, "", [], id="on-request"),
    ],
)
def test_a_sound_whose_length_is_known_is_certain(
    seconds: float, attributes: str, certainties: list[str], judge_html: Any
) -> None:
    html = (
        '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>市歌</title></head><body><main><h1>市歌</h1>'
        f'<audio id="song" {attributes}><source src="{_tone(seconds)}"></audio></main></body></html>'
    )
    found = [one for one in judge_html(html, conditions=(BASE,)).findings if one.rule == "autoplay-sound"]
    assert [one.certainty for one in found] == certainties
