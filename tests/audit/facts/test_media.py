"""What is known of audio and video."""

from __future__ import annotations

import base64
import io
import wave
from typing import Any

import pytest

from designsys.audit.facts import media


def _tone(seconds: int) -> str:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(3000)
        sound.writeframes(bytes(100 + 10 * (at % 6) for at in range(3000 * seconds)))
    return "data:audio/wav;base64," + base64.b64encode(file.getvalue()).decode()


@pytest.mark.parametrize(
    ("html", "known"),
    [
        pytest.param(f'<audio controls src="{_tone(2)}"></audio>', (False, 2.0, True), id="audio"),
        pytest.param(f'<video controls src="{_tone(2)}"></video>', (True, 2.0, True), id="video-with-sound"),
        pytest.param('<video controls src="/gone.mp4"></video>', (True, None, None), id="never-arrived"),
        pytest.param(
            '<video controls src="/gone-silent.mp4"></video>', (True, None, False), id="named-silent"
        ),
        pytest.param('<video controls src="/gone.mp4#t=8,10.5"></video>', (True, 2.5, None), id="a-part"),
    ],
)
def test_length_and_sound(html: str, known: tuple[bool, float | None, bool | None], load_html: Any) -> None:
    (one,) = load_html(html).fact(media.find)
    assert (one.video, one.seconds, one.sound) == known


@pytest.mark.parametrize(
    ("beside", "given"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param('<a href="/a.txt">書き起こし</a>', True, id="link"),
        pytest.param("<p>動画と同じ内容を文章で読めます。</p>", True, id="text"),
        pytest.param("<details><summary>全文</summary><p>こんにちは。</p></details>", True, id="details"),
        pytest.param('<audio controls src="/b.mp3"></audio>', True, id="description-as-sound"),
        pytest.param('<p hidden><a href="/a.txt">書き起こし</a></p>', False, id="hidden"),
        pytest.param('<a href="/b.html">動画の一覧</a>', False, id="other-link"),
    ],
)
def test_alternatives_beside(beside: str, given: bool, load_html: Any) -> None:
    page = load_html(f'<article><video controls width="300" src="/a.mp4"></video>{beside}</article>')
    assert page.fact(media.find)[0].alternative is given
