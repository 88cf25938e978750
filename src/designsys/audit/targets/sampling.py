"""Chooses the pages of a large site that are judged: representative ones and random ones (JIS X 8341-3, JB.1.2 d).

The choice depends on the seed and the pages only, not on the order in which they were
found, nor on the host they stand on. What a page is for is told by its address and by
the links to it; a person may know better, and names pages in a list.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from designsys.audit.targets.address import Address, Candidate

__all__ = ["Sample", "sample"]


@dataclass(frozen=True, slots=True)
class Sample:
    """The pages that were chosen.

    :param representative: each with the kind of page that it stands for, such as ``"contact"``.
    :param random: the others.
    :param total: how many pages there were to choose from.
    :param seed: what the choice was made with.
    """

    representative: tuple[tuple[str, Address], ...]
    random: tuple[Address, ...]
    total: int
    seed: int

    @property
    def addresses(self) -> list[Address]:
        """All that were chosen, the representative ones first."""
        return [address for _, address in self.representative] + list(self.random)


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    words: str = r"(?!)"
    path: str = r"(?!)"
    part: str = ""

    def holds(self, page: Candidate) -> bool:
        """Whether a page is of this kind, as far as its address, its links and its parts tell."""
        path = _path(page)
        return (
            self.part in page.parts
            or re.search(self.path, path, re.IGNORECASE) is not None
            or any(re.search(self.words, text, re.IGNORECASE) for text in (*page.words, path))
        )


# The more residents depend on a kind, the earlier it stands: a small sample takes the first ones.
_KINDS = (
    _Kind("home", path=r"^/?(?:index\.\w+)?$"),
    _Kind("contact", r"問い?合わ?せ|お問合|contact|inquiry", r"/(?:contact|toiawase|inquiry)"),
    _Kind("form", r"申請|届出|申込|予約|application form", r"/(?:form|apply|shinsei|entry)", part="form"),
    _Kind("emergency", r"防災|災害|緊急|避難|emergency|disaster", r"/(?:bousai|bosai|kinkyu|emergency)"),
    _Kind("search", r"検索|^search", r"/(?:search|kensaku)"),
    _Kind("sitemap", r"サイトマップ|site ?map", r"/site-?map"),
    _Kind("accessibility", r"アクセシビリティ|accessibility", r"/accessib"),
    _Kind("table", r"料金|一覧|日程|統計|時刻表", part="table"),
    _Kind("support", r"高齢|介護|障害|障がい|福祉|子育て", r"/(?:fukushi|kaigo|kosodate|shougai|shogai)"),
    _Kind("language", r"english|外国語|やさしい日本語|中文|한국어", r"/(?:en|english|easy|foreign)(?:/|$)"),
    _Kind("map", r"地図|案内図|交通アクセス|施設", r"/(?:map|shisetsu)"),
    _Kind("media", r"動画|ビデオ|video", r"/(?:movie|video|douga)", part="media"),
    _Kind("news", r"お知らせ|新着|報道|広報|news", r"/(?:news|oshirase|kouhou|koho)"),
)


def sample(pages: Iterable[Candidate], size: int, seed: int) -> Sample:
    """Choose pages: one of each kind, up to a third of the sample, and random ones.

    :param pages: what there is to choose from, in any order.
    :param size: how many to choose; all are taken when there are not more.
    :param seed: the same seed gives the same pages.
    """
    drawn = sorted(pages, key=lambda page: (_draw(page, seed), page.address.url))
    most = len(drawn) if size >= len(drawn) else size // 3 or 1
    chosen: dict[Address, str] = {}
    for kind in _KINDS:
        fitting = [page for page in drawn if page.address not in chosen and kind.holds(page)]
        if fitting and len(chosen) < most:
            # The entrance to a subject says more of it than one of its many pages.
            chosen[min(fitting, key=_level).address] = kind.name
    others = [page.address for page in drawn if page.address not in chosen]
    return Sample(
        tuple((name, address) for address, name in chosen.items()),
        tuple(others[: max(size - len(chosen), 0)]),
        len(drawn),
        seed,
    )


def _draw(page: Candidate, seed: int) -> str:
    """A page's lot: pages that are added or taken away change no other page's."""
    query = urlsplit(page.address.url).query
    return hashlib.sha256(f"{seed} {_path(page)}?{query}".encode()).hexdigest()


def _path(page: Candidate) -> str:
    return unquote(urlsplit(page.address.url).path)


def _level(page: Candidate) -> int:
    return len([step for step in _path(page).split("/") if step])
