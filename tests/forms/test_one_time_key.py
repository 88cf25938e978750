"""An application that is sent twice is taken once, whatever the store and whoever is first."""

from __future__ import annotations

import re
import threading
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designsys.forms import Claim, MemoryStore, OneTimeKeys
from designsys.rendering.examples import example_environment


class Clock:
    """A clock that the test sets."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def keys() -> OneTimeKeys:
    return OneTimeKeys(MemoryStore())


def form(key: Any) -> dict[str, Any]:
    return {"one_time_key": key}


def test_the_second_one_gets_what_the_first_came_to(keys: OneTimeKeys) -> None:
    key = keys.new()
    first = keys.claim(form(key))
    assert first == Claim(key, True)
    keys.finish(first, "/receipt/104872")
    assert keys.claim(form(key)) == Claim(key, False, "/receipt/104872")


def test_while_the_first_is_being_taken_there_is_no_result(keys: OneTimeKeys) -> None:
    key = keys.new()
    keys.claim(form(key))
    assert keys.claim(form(key)) == Claim(key, False, None)


def test_a_key_given_back_can_be_used_again(keys: OneTimeKeys) -> None:
    key = keys.new()
    keys.release(keys.claim(form(key)))
    assert keys.claim(form(key)).is_first


def test_the_second_one_cannot_give_the_key_back(keys: OneTimeKeys) -> None:
    key = keys.new()
    keys.claim(form(key))
    keys.release(keys.claim(form(key)))
    assert not keys.claim(form(key)).is_first


def test_keys_are_long_and_never_the_same(keys: OneTimeKeys) -> None:
    made = {keys.new() for _ in range(100)}
    assert len(made) == 100
    assert {len(key) for key in made} == {32}


@pytest.mark.parametrize("sent", [None, "", "x" * 65, 7, ["a"], b"a"], ids=repr)
def test_a_form_without_a_key_is_taken(keys: OneTimeKeys, sent: Any) -> None:
    claims = [keys.claim(form(sent)), keys.claim(form(sent))]
    assert claims == [Claim(None, True)] * 2
    keys.finish(claims[0], "/receipt/1")
    keys.release(claims[0])


def test_a_key_runs_out() -> None:
    clock = Clock()
    keys = OneTimeKeys(MemoryStore(clock), seconds=60)
    key = keys.new()
    keys.finish(keys.claim(form(key)), "/receipt/1")
    clock.now += 59
    assert not keys.claim(form(key)).is_first
    clock.now += 2
    assert keys.claim(form(key)).is_first


def test_what_has_run_out_is_not_kept() -> None:
    clock = Clock()
    store = MemoryStore(clock)
    for number in range(5):
        store.add(f"key{number}", "x", 60)
        clock.now += 61
    assert store._kept.keys() == {"key4"}
    assert store.get("key4") is None


def test_of_sixteen_at_once_one_is_first(keys: OneTimeKeys) -> None:
    key, claims, start = keys.new(), [], threading.Barrier(16)

    def send() -> None:
        start.wait()
        claims.append(keys.claim(form(key)).is_first)

    threads = [threading.Thread(target=send) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claims) == [False] * 15 + [True]


def test_djangos_cache_is_a_store() -> None:
    locmem = pytest.importorskip("django.core.cache.backends.locmem")
    keys = OneTimeKeys(locmem.LocMemCache("one-time-keys", {}))
    key = keys.new()
    keys.finish(keys.claim(form(key)), "/receipt/2")
    assert keys.claim(form(key)) == Claim(key, False, "/receipt/2")
    other = keys.claim(form(keys.new()))
    keys.release(other)
    assert keys.claim(form(other.key)).is_first


def test_the_form_sends_what_is_claimed(keys: OneTimeKeys) -> None:
    key = keys.new()
    source = '{% from "designsys/form.jinja" import form %}{% call form(one_time_key=key) %}{% endcall %}'
    html = example_environment().from_string(source).render(key=key)
    sent = re.search(r'type="hidden" name="(\w+)" value="([\w-]+)"', html)
    assert sent is not None
    assert keys.claim({sent[1]: sent[2]}) == Claim(key, True)


@settings(max_examples=500)
@given(st.text())
def test_whatever_is_sent_is_claimed_once_or_is_no_key(text: str) -> None:
    keys = OneTimeKeys(MemoryStore())
    first, second = keys.claim(form(text)), keys.claim(form(text))
    assert first.is_first
    assert second.is_first == (first.key is None)
