"""One-time keys: an application that is sent twice, by a double click or by Back, is taken once.

It keeps no application and judges no session; a forged key is as good as a new one, since it guards
against accidents. Against forgery there is the framework's CSRF token.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from designsys.forms.parts import FormData

__all__ = ["Claim", "KeyStore", "MemoryStore", "OneTimeKeys"]

NAME = "one_time_key"
_TAKEN = ""
# token_urlsafe(24) has 32; whatever is longer was not made here, and need not be kept.
_LONGEST = 64


class KeyStore(Protocol):
    """Where claimed keys are kept, for all processes of the service. Django's ``caches["default"]`` is one."""

    def add(self, key: str, value: str, timeout: float, /) -> bool:
        """Keep ``value`` unless there is one; True when it was kept. In one step, also between processes."""

    def get(self, key: str, /) -> Any:
        """The value kept, or None."""

    def set(self, key: str, value: str, timeout: float, /) -> Any:
        """Keep ``value``, whatever there was."""

    def delete(self, key: str, /) -> Any:
        """Keep nothing."""


class MemoryStore:
    """Keeps keys in this process alone: for tests, and for a service that runs as one process.

    :param clock: gives seconds that never run backwards.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: dict[str, tuple[str, float]] = {}
        self._lock = threading.Lock()

    def add(self, key: str, value: str, timeout: float, /) -> bool:
        """Keep ``value`` for ``timeout`` seconds unless there is one."""
        with self._lock:
            now = self._clock()
            if key in self._kept and self._kept[key][1] > now:
                return False
            # Here and not in a thread of its own: whoever adds pays for what has run out.
            self._kept = {kept: entry for kept, entry in self._kept.items() if entry[1] > now}
            self._kept[key] = (value, now + timeout)
            return True

    def get(self, key: str, /) -> str | None:
        """The value kept, or None."""
        value, until = self._kept.get(key, (None, 0.0))
        return value if until > self._clock() else None

    def set(self, key: str, value: str, timeout: float, /) -> None:
        """Keep ``value`` for ``timeout`` seconds."""
        with self._lock:
            self._kept[key] = (value, self._clock() + timeout)

    def delete(self, key: str, /) -> None:
        """Keep nothing."""
        with self._lock:
            self._kept.pop(key, None)


@dataclass(frozen=True)
class Claim:
    """What became of a key.

    :param key: the key; None when the form had none.
    :param is_first: whether this application is to be taken. Without a key it is.
    :param result: what :meth:`OneTimeKeys.finish` noted for the first one, such as the address of its receipt;
        None while that is still being taken.
    """

    key: str | None
    is_first: bool
    result: str | None = None


class OneTimeKeys:
    """Makes the keys for ``form(one_time_key=…)`` and takes them back.

    :param store: where claimed keys are kept.
    :param seconds: how long; Back after a night's sleep should still find it.
    """

    def __init__(self, store: KeyStore, seconds: float = 24 * 60 * 60) -> None:
        self._store = store
        self._seconds = seconds

    def new(self) -> str:
        """A key for one application: make it with each form that is shown for the first time."""
        return secrets.token_urlsafe(24)

    def claim(self, form: FormData) -> Claim:
        """Take the key of a form whose answers have been found right, just before they are saved.

        :param form: the form data.
        """
        key = form.get(NAME)
        if not isinstance(key, str) or not 0 < len(key) <= _LONGEST:
            return Claim(None, True)
        if self._store.add(self._stored(key), _TAKEN, self._seconds):
            return Claim(key, True)
        return Claim(key, False, self._store.get(self._stored(key)) or None)

    def finish(self, claim: Claim, result: str) -> None:
        """Note what the first application came to, to show it to whoever sends it again.

        :param result: such as the address of the receipt, or its number.
        """
        if claim.key is not None:
            self._store.set(self._stored(claim.key), result, self._seconds)

    def release(self, claim: Claim) -> None:
        """Give the key back when saving failed, so that it can be tried again."""
        if claim.key is not None and claim.is_first:
            self._store.delete(self._stored(claim.key))

    def _stored(self, key: str) -> str:
        return f"designsys:{NAME}:{key}"
