"""Navigation whose links stand in another order than on other pages (WCAG 3.2.3).

Compares menus in the page's frame (header, footer, nav), each with the one of its name; the trail, lists of what is new
or read most, and the page's own places change by their nature and are left out. A link that is missing is no fault.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.site_checks import Gathered

__all__ = ["CRITERIA", "GATHER", "ID", "judge"]

ID = "consistent-navigation"
CRITERIA = ("3.2.3",)

_LEAST = 3
_JA = (
    "メニュー「{name}」の順番が {other} と違います（{here} が先。{other} では {there} が先）。"
    "順番で覚えている人が見つけられません。どのページでも同じ順番に並べてください。"
)
_EN = (
    "The menu '{name}' is in another order than on {other} ({here} first; there {there} first). People who know it by "
    "its order lose their way. Keep one order on every page."
)

GATHER = """(() => {
  const CHANGING = /パンくず|現在位置|現在地|ページ送り|ランキング|アクセス数|よく(見|読)|最近|履歴|新着|お知らせ|関連|人気|おすすめ|目次|このページ|言語|breadcrumb|topic-?path|pag(ination|er)|popular|recent|related|ranking|toc|language/i;
  const squeeze = text => (text ?? '').normalize('NFKC').replace(/\\s+/g, ' ').trim();
  const region = element => {
    if (element.closest('main, [role=main], article')) return '';
    if (element.closest('header, [role=banner]')) return 'header';
    if (element.closest('footer, [role=contentinfo]')) return 'footer';
    return 'nav';
  };
  const called = menu => squeeze(menu.getAttribute('aria-label'))
    || squeeze(probe.targets(menu, 'aria-labelledby').filter(Boolean).map(probe.text).join(' '));
  const words = menu => [called(menu), menu.id, menu.className, menu.previousElementSibling?.textContent,
    menu.querySelector('h2, h3, h4')?.textContent].join(' ').slice(0, 300);
  const target = link => link.origin === location.origin ? link.pathname + link.search : link.href;
  const menus = probe.all('nav, [role=navigation]').filter(menu => !menu.querySelector('nav, [role=navigation]'));
  return menus.filter(menu => probe.visible(menu) && region(menu) && !CHANGING.test(words(menu))).map(menu => ({
    region: region(menu),
    name: called(menu),
    path: probe.path(menu),
    links: [...menu.querySelectorAll('a[href]')].filter(probe.visible).map(link => ({name: squeeze(link.innerText) || link.ariaLabel || '', target: target(link)}))
      .filter(link => link.name && !link.target.includes('#')).slice(0, 60),
  }));
})()"""

Link = tuple[str, str]


def judge(pages: Sequence[Gathered]) -> Iterator[tuple[Gathered, Observation]]:
    """Tell a menu that differs from the first page that has it; certain where both have just the same links."""
    known: dict[tuple[str, str], list[tuple[Gathered, list[Link]]]] = defaultdict(list)
    for page in pages:
        counts: dict[tuple[str, str], int] = defaultdict(int)
        for menu in page.facts:
            counts[menu["region"], menu["name"]] += 1
        for menu in page.facts:
            key = (menu["region"], menu["name"])
            # Two menus of one name in one place cannot be told apart.
            if counts[key] > 1:
                continue
            links = _links(menu)
            for other, there in known[key]:
                if other.job.address.url != page.job.address.url and (swapped := _swapped(links, there)):
                    yield page, _observation(menu, other, swapped, set(links) == set(there))
                    break
            else:
                if links not in [kept for _, kept in known[key]][:3]:
                    known[key].append((page, links))


def _links(menu: dict[str, Any]) -> list[Link]:
    """The links that stand once in a menu, in their order."""
    links = [(link["name"], link["target"]) for link in menu["links"]]
    return [link for link in links if links.count(link) == 1]


def _swapped(here: list[Link], there: list[Link]) -> tuple[str, str] | None:
    """The names of the first two links that have changed places, as they come here."""
    common = [link for link in here if link in there]
    if len(common) < _LEAST:
        return None
    expected = [link for link in there if link in common]
    for own, other in zip(common, expected, strict=True):
        if own != other:
            return own[0], other[0]
    return None


def _observation(menu: dict[str, Any], other: Gathered, swapped: tuple[str, str], same: bool) -> Observation:
    named = {"name": menu["name"] or menu["region"], "other": other.job.address.shown}
    ja = {"here": f"「{swapped[0]}」", "there": f"「{swapped[1]}」"}
    en = {"here": f"'{swapped[0]}'", "there": f"'{swapped[1]}'"}
    return Observation(
        rule=ID,
        criteria=CRITERIA,
        certainty=CERTAIN if same and menu["region"] != "nav" else LIKELY,
        path=menu["path"],
        ja=_JA.format(**named, **ja),
        en=_EN.format(**named, **en),
    )
