"""Animations read from bytes; Pillow writes the files, so that another hand than ours says what they hold."""

from __future__ import annotations

import io
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from designsys.audit.image_animation import Animation, read_animation


def _file(kind: str, frames: int, **options: Any) -> bytes:
    pictures = [Image.new("RGB", (8, 8), (60 * at, 30, 200 - 60 * at)) for at in range(frames)]
    file = io.BytesIO()
    more = {"save_all": True, "append_images": pictures[1:], **options} if frames > 1 else {}
    pictures[0].save(file, kind, **more)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "animation"),
    [
        pytest.param(_file("GIF", 3, duration=200, loop=0), Animation(3, math.inf), id="gif-endless"),
        pytest.param(_file("GIF", 2, duration=500), Animation(2, 1.0), id="gif-once"),
        pytest.param(_file("GIF", 2, duration=500, loop=3), Animation(2, 4.0), id="gif-three-times-more"),
        pytest.param(
            _file("GIF", 2, duration=10, loop=9), Animation(2, 2.0), id="gif-hasty-frames-are-slowed"
        ),
        pytest.param(_file("PNG", 3, duration=250, loop=0), Animation(3, math.inf), id="png-endless"),
        pytest.param(_file("PNG", 2, duration=500, loop=4), Animation(2, 4.0), id="png-four-times"),
        pytest.param(_file("WEBP", 3, duration=100, loop=0), Animation(3, math.inf), id="webp-endless"),
        pytest.param(_file("WEBP", 2, duration=400, loop=2), Animation(2, 1.6), id="webp-twice"),
        pytest.param(_file("GIF", 1), None, id="still-gif"),
        pytest.param(_file("PNG", 1), None, id="still-png"),
        pytest.param(_file("WEBP", 1), None, id="still-webp"),
        pytest.param(b"<svg/>", None, id="other"),
        pytest.param(b"", None, id="empty"),
    ],
)
def test_what_a_file_holds(data: bytes, animation: Animation | None) -> None:
    assert read_animation(data) == animation


@given(st.sampled_from([b"GIF89a", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP"]), st.binary(max_size=200))
def test_broken_files_do_no_harm(head: bytes, rest: bytes) -> None:
    found = read_animation(head + rest)
    assert found is None or found.frames > 1


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_a_file_that_ends_too_soon_is_still(kind: str) -> None:
    data = _file(kind, 2, duration=100, loop=0)
    assert read_animation(data[:40]) is None
