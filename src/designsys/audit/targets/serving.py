"""Starts an app by its command, waits until it answers, and stops it with all its children.

On Windows the children are stopped by ``taskkill``. A process that leaves its group, as
a daemon does, is beyond reach.
"""

from __future__ import annotations

import collections
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from types import FrameType
from typing import Any

from designsys.audit.failures import Unjudged
from designsys.audit.masking import mask
from designsys.audit.politeness import Pace
from designsys.audit.targets.fetching import Fetcher
from designsys.errors import DesignsysError

__all__ = ["served"]

_LINES = 5
_PAUSE = 0.1
_ASKING = 5.0
_STOPPING = 5.0


@contextlib.contextmanager
def served(command: str, url: str, bound: float) -> Iterator[None]:
    """Have an app run while the context lasts.

    :param command: as in a shell; its directory is the current one.
    :param url: an http or https address that the app answers when it is ready.
    :param bound: seconds that it may take to be.
    :raises DesignsysError: something answers there already, or the app ends or does not
        answer; the sentence tells the last lines that it wrote.
    """
    if _status(url):
        raise DesignsysError(
            en=f"something answers at {mask(url)} already: stop it, or leave --serve out.",
            ja=f"{mask(url)} では、すでに別のものが動いています。それを止めるか、--serve を外してください。",
        )
    with _ended_by_signal():
        app = _App(command)
        try:
            app.wait(url, bound)
            yield
        finally:
            app.stop()


class _App:
    def __init__(self, command: str) -> None:
        self._command = command
        self._lines: collections.deque[str] = collections.deque(maxlen=_LINES)
        # A group of its own: Ctrl-C reaches us alone, and we stop the app and its children together.
        self._process = subprocess.Popen(
            command, shell=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=sys.platform != "win32",
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        """An app whose output nobody reads stops when the pipe is full."""
        assert self._process.stdout is not None
        with contextlib.suppress(OSError, ValueError):
            for line in self._process.stdout:
                if text := line.decode("utf-8", "replace").strip():
                    self._lines.append(text)

    def wait(self, url: str, bound: float) -> None:
        deadline = time.monotonic() + bound
        while True:
            status = _status(url)
            if self._process.poll() is not None:
                raise self._ended(url)
            if 0 < status < 500:
                return
            if time.monotonic() > deadline:
                raise self._late(url, bound)
            time.sleep(_PAUSE)

    def stop(self) -> None:
        if sys.platform == "win32":
            with contextlib.suppress(subprocess.TimeoutExpired):
                subprocess.run(
                    ["taskkill", "/F", "/T", "/PID", str(self._process.pid)],
                    capture_output=True, check=False, timeout=_STOPPING,
                )  # fmt: skip
            self._process.terminate()
        else:
            group = self._process.pid
            for sign, patience in ((signal.SIGTERM, _STOPPING), (signal.SIGKILL, _STOPPING)):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(group, sign)
                if self._gone(group, patience):
                    break
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_STOPPING)
        self._reader.join(_PAUSE)
        if self._process.stdout and not self._reader.is_alive():
            self._process.stdout.close()

    def _gone(self, group: int, patience: float) -> bool:
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            self._process.poll()
            try:
                os.killpg(group, 0)
            except (ProcessLookupError, PermissionError):
                return True
            time.sleep(0.02)
        return False

    def _said(self) -> str:
        self._reader.join(1.0)
        return mask(" / ".join(self._lines))

    def _ended(self, url: str) -> DesignsysError:
        said, code = self._said(), self._process.returncode
        return DesignsysError(
            en=f"'{mask(self._command)}' ended with {code} before {mask(url)} answered"
            + (f"; it last wrote: {said}" if said else ": run it by itself to see why."),
            ja=f"「{mask(self._command)}」は {mask(url)} が応答する前に終わりました（終了コード {code}）。"
            + (f"最後の出力: {said}" if said else "単独で実行して、原因を確かめてください。"),
        )

    def _late(self, url: str, bound: float) -> DesignsysError:
        said = mask(" / ".join(self._lines))
        return DesignsysError(
            en=f"{mask(url)} did not answer within {bound:g} seconds of '{mask(self._command)}': check address and port, or give more time with --serve-timeout"
            + (f"; it last wrote: {said}" if said else "."),
            ja=f"「{mask(self._command)}」を始めて{bound:g}秒たっても {mask(url)} が応答しません。アドレスとポートを確かめるか、--serve-timeout を長くしてください。"
            + (f"最後の出力: {said}" if said else ""),
        )


def _status(url: str) -> int:
    """The status that an address answers; 0 when nothing does. The app is our own, so it is asked without pause."""
    try:
        return Fetcher(Pace(1 / _PAUSE), _ASKING).get(url, kinds=("none",)).status
    except Unjudged:
        return 0


@contextlib.contextmanager
def _ended_by_signal() -> Iterator[None]:
    """SIGTERM, by which CI machines end a run, ends it as Ctrl-C does: by way of every ``finally``."""

    def end(number: int, frame: FrameType | None) -> None:
        sys.exit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before: Any = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
