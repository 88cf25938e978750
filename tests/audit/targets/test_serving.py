"""Apps that are started, waited for, and stopped with all that they started."""

from __future__ import annotations

import os
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from designsys.audit.targets.serving import served
from designsys.errors import DesignsysError

# An app that starts its server in a child, as reloaders do, and writes the child's id.
APP = """
import http.server, os, subprocess, sys, time
port, note = int(sys.argv[1]), sys.argv[2]
if len(sys.argv) < 4:
    child = subprocess.Popen([sys.executable, __file__, str(port), note, "child"])
    print("監視を始めます")
    sys.exit(child.wait())
open(note, "w").write(str(os.getpid()))
for number in range(3000):
    print("起動しています", number)
class Handler(http.server.SimpleHTTPRequestHandler):
    asked = 0
    def do_GET(self):
        Handler.asked += 1
        self.send_response(503 if Handler.asked < 3 else 200)
        self.end_headers()
http.server.HTTPServer(("127.0.0.1", port), Handler).serve_forever()
"""

# The gate as a process of its own, which tells when the app stands.
GATE = """
import signal, sys, time
from designsys.audit.targets.serving import served
# A process that a shell put into the background ignores Ctrl-C, and what it starts would too.
signal.signal(signal.SIGINT, signal.default_int_handler)
with served(sys.argv[1], sys.argv[2], 20):
    print("stands", flush=True)
    time.sleep(60)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX's")


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number


@pytest.fixture
def note(tmp_path: Path) -> Path:
    return tmp_path / "child"


@pytest.fixture
def command(tmp_path: Path, port: int, note: Path) -> str:
    script = tmp_path / "市 app.py"
    script.write_text(APP, encoding="utf-8")
    return shlex.join([sys.executable, str(script), str(port), str(note)])


@pytest.fixture
def url(port: int) -> str:
    return f"http://127.0.0.1:{port}/"


def _is_gone(note: Path) -> bool:
    """Whether the child ends within ten seconds; one that nobody has waited for is a zombie, and gone."""
    child = int(note.read_text(encoding="utf-8"))
    for _ in range(500):
        try:
            os.kill(child, 0)
            if Path(f"/proc/{child}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.02)
    return False


def test_an_app_is_ready_in_the_context_and_gone_after_it(command: str, url: str, note: Path) -> None:
    with served(command, url, 20), urllib.request.urlopen(url) as answer:
        assert answer.status == 200
    assert _is_gone(note)


def test_an_error_stops_it_too(command: str, url: str, note: Path) -> None:
    with pytest.raises(RuntimeError), served(command, url, 20):
        raise RuntimeError
    assert _is_gone(note)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminate"])
def test_a_signal_stops_it_too(number: signal.Signals, command: str, url: str, note: Path) -> None:
    gate = subprocess.Popen([sys.executable, "-c", GATE, command, url], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # fmt: skip
    assert gate.stdout is not None
    with gate.stdout:
        assert gate.stdout.readline() == b"stands\n"
        gate.send_signal(number)
        assert gate.wait(20) != 0
    assert _is_gone(note)


def test_what_ends_at_once_tells_its_last_lines(url: str) -> None:
    program = "import sys; print('準備'); sys.exit('設定がありません?password=ひみつ')"
    with (
        pytest.raises(DesignsysError) as error,
        served(shlex.join([sys.executable, "-c", program]), url, 20),
    ):
        pass
    assert "ended with 1" in error.value.en
    assert "準備 / 設定がありません" in error.value.en
    assert "終了コード 1" in error.value.ja
    assert "ひみつ" not in error.value.en.rpartition("last wrote")[2]


def test_a_command_that_does_not_exist_is_said(url: str) -> None:
    with pytest.raises(DesignsysError, match="no-such-app"), served("no-such-app --port 1", url, 20):
        pass


def test_what_never_answers_is_bounded_and_stopped(tmp_path: Path, url: str) -> None:
    note = tmp_path / "child"
    program = f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); print('別のポート', flush=True); time.sleep(60)"
    with (
        pytest.raises(DesignsysError) as error,
        served(shlex.join([sys.executable, "-c", program]), url, 2),
    ):
        pass
    assert "did not answer within 2 seconds" in error.value.en
    assert "別のポート" in error.value.ja
    assert _is_gone(note)


def test_an_app_that_ignores_the_signal_is_killed(tmp_path: Path, port: int, url: str) -> None:
    note = tmp_path / "child"
    script = tmp_path / "stubborn.py"
    script.write_text(
        "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + APP, encoding="utf-8"
    )
    with served(shlex.join([sys.executable, str(script), str(port), str(note)]), url, 20):
        pass
    assert _is_gone(note)


def test_an_address_that_is_taken_is_said(url: str, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)) as other:
        other.settimeout(10)

        def answer() -> None:
            connection, _ = other.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        with pytest.raises(DesignsysError, match=r"answers at .* already|すでに"), served("true", url, 5):
            pass
