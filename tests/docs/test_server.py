"""Serving: the policy as a header, and a saved style in the open page within two seconds."""

from __future__ import annotations

import json
import queue
import shutil
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from designsys import resources
from designsys.docs import serve
from designsys.docs.server import CSP, State, server
from designsys.errors import DesignsysError

pytestmark = pytest.mark.xdist_group("docs")


@pytest.fixture
def components(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the components, to be changed."""
    copy = tmp_path / "components"
    shutil.copytree(resources.components(), copy)
    monkeypatch.setattr(resources, "components", lambda: str(copy))
    return copy


@pytest.fixture
def served(components: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a site that is being written."""
    said: queue.Queue[str] = queue.Queue()
    stop = threading.Event()
    thread = threading.Thread(
        target=serve, args=(tmp_path / "out", 0), kwargs={"tell": said.put, "stop": stop}
    )
    thread.start()
    yield said.get(timeout=120)
    stop.set()
    thread.join(timeout=120)


def seconds_until_shown(page: Any, style: Path, spacing: int) -> float:
    """Save a letter spacing into a component's CSS, and wait until the open page's example has it."""
    css = style.read_text(encoding="utf-8")
    style.write_text(
        f"{css}\n.ds-button {{ letter-spacing: var(--ds-space-{spacing}); }}\n", encoding="utf-8"
    )
    begun = time.monotonic()
    page.wait_for_function(
        "spacing => getComputedStyle(document.querySelector('.docs-specimen:not([hidden]) iframe').contentDocument"
        ".querySelector('.ds-button')).letterSpacing === spacing",
        arg=f"{spacing}px",
        polling=50,
    )
    return time.monotonic() - begun


def test_a_changed_style_shows_in_the_open_page_within_two_seconds(
    served: str, components: Path, browser: Any
) -> None:
    page = browser.new_page()
    page.goto(served + "components/button.html")
    page.locator(".docs-specimen:visible iframe").content_frame.locator(".ds-button").first.wait_for()
    # The page must know the state it was opened in.
    page.wait_for_timeout(1000)
    style = components / "button" / "button.css"
    # Of three, since the machine may be busy with other tests.
    assert min(seconds_until_shown(page, style, spacing) for spacing in (2, 4, 8)) < 2
    page.close()


def test_the_policy_is_a_header(address: str) -> None:
    with urllib.request.urlopen(address + "index.html") as answer:
        assert answer.headers["Content-Security-Policy"] == CSP
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_the_theme_maker_answers_with_the_policy_and_the_files_names(address: str) -> None:
    with urllib.request.urlopen(address + "theme/theme.tokens.json?brand=gold&name=x&id=yamabuki") as answer:
        assert answer.headers["Content-Security-Policy"] == CSP
        assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''yamabuki.tokens.json"
        assert json.load(answer)["brand"]["$root"]["$value"]["hex"] == "#ffd700"


def test_a_refusal_has_its_status(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(address + "theme/style.css?brand=blurple&name=x")
    assert caught.value.code == 400
    caught.value.close()


def test_a_taken_port_is_told(built: Any, address: str) -> None:
    taken = int(address.rstrip("/").rpartition(":")[2])
    with pytest.raises(DesignsysError) as caught:
        server(State(built.out), taken)
    assert caught.value.en == f"port {taken} is in use; choose another with --port."
