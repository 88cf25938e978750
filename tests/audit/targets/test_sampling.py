"""Samples that anybody can draw again."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.audit.targets.address import Address, Candidate
from designsys.audit.targets.sampling import sample

ROOT = "https://city.example.jp"


def _page(path: str, *words: str, parts: tuple[str, ...] = (), root: str = ROOT) -> Candidate:
    return Candidate(Address(root + path, root + path), frozenset(words), frozenset(parts))


def _site(size: int = 200, root: str = ROOT) -> list[Candidate]:
    pages = [_page(f"/kurashi/{number}.html", root=root) for number in range(size)]
    return [
        *pages,
        _page("/", "トップ", root=root),
        _page("/toi/", "お問い合わせ", root=root),
        _page("/saigai/", "災害に備える", root=root),
        _page("/shinsei/form", root=root, parts=("form",)),
        _page("/kensaku.html", "サイト内検索", root=root),
        _page("/sitemap.html", "サイトマップ", root=root),
        _page("/gomi/hyou", root=root, parts=("table",)),
        _page("/english/", "English", root=root),
    ]


def test_kinds_are_told_by_address_words_and_parts() -> None:
    chosen = sample(_site(), 40, 8)
    assert [(kind, address.url.removeprefix(ROOT)) for kind, address in chosen.representative] == [
        ("home", "/"),
        ("contact", "/toi/"),
        ("form", "/shinsei/form"),
        ("emergency", "/saigai/"),
        ("search", "/kensaku.html"),
        ("sitemap", "/sitemap.html"),
        ("table", "/gomi/hyou"),
        ("language", "/english/"),
    ]
    assert len(chosen.random) == 32
    assert (chosen.total, chosen.seed) == (208, 8)


def test_representative_pages_are_a_third_at_most() -> None:
    chosen = sample(_site(), 9, 8)
    assert [kind for kind, _ in chosen.representative] == ["home", "contact", "form"]
    assert len(chosen.addresses) == 9


@pytest.mark.parametrize("size", [208, 209, 5000])
def test_a_site_that_is_not_larger_is_taken_whole(size: int) -> None:
    assert sorted(address.url for address in sample(_site(), size, 8).addresses) == sorted(
        page.address.url for page in _site()
    )


@pytest.mark.parametrize("size", [1, 2])
def test_the_smallest_samples(size: int) -> None:
    assert len(sample(_site(), size, 8).addresses) == size


def test_nothing_to_choose_from() -> None:
    assert sample([], 40, 8).addresses == []


@given(st.integers(0, 10_000), st.integers(1, 60), st.randoms(use_true_random=False))
def test_the_order_of_finding_does_not_matter(seed: int, size: int, order: random.Random) -> None:
    pages = _site(60)
    shuffled = list(pages)
    order.shuffle(shuffled)
    assert sample(pages, size, seed) == sample(shuffled, size, seed)


def test_the_host_does_not_matter() -> None:
    here = sample(_site(), 40, 8).addresses
    there = sample(_site(root="http://127.0.0.1:8000"), 40, 8).addresses
    assert [address.url.removeprefix(ROOT) for address in here] == [
        address.url.removeprefix("http://127.0.0.1:8000") for address in there
    ]


def test_another_seed_chooses_other_pages() -> None:
    assert sample(_site(), 40, 8).random != sample(_site(), 40, 9).random


def test_a_page_more_changes_one_page_at_most() -> None:
    before = set(sample(_site(), 40, 8).addresses)
    after = set(sample([*_site(), _page("/new.html")], 40, 8).addresses)
    assert len(before - after) <= 1


def test_every_page_has_its_chance() -> None:
    """Over many seeds each page is drawn about as often as the next: 30 of 100 pages, 300 times, is 90 each."""
    pages = [_page(f"/x/{number}") for number in range(100)]
    drawn = [address for seed in range(300) for address in sample(pages, 30, seed).addresses]
    counts = [drawn.count(page.address) for page in pages]
    assert min(counts) > 50
    assert max(counts) < 130


def test_the_entrance_to_a_subject_stands_for_it() -> None:
    pages = [_page(f"/bousai/{number}/a.html", "防災") for number in range(20)] + [_page("/bousai/", "防災")]
    assert sample(pages, 10, 8).representative == (
        ("emergency", Address(f"{ROOT}/bousai/", f"{ROOT}/bousai/")),
    )
