"""Help that stands elsewhere in the order of the page than on other pages (WCAG 3.2.6).

Help is a link or a button in the page's frame that offers to ask somebody: contact, telephone, mail, chat, questions and
answers. What a page's content says of an office of its own is no such help. A page without help is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from designsys.audit.findings import LIKELY, Observation
from designsys.audit.site_checks import Gathered

__all__ = ["CRITERIA", "GATHER", "ID", "judge"]

ID = "consistent-help"
CRITERIA = ("3.2.6",)

_PLACES = {
    "header": ("ヘッダー", "the header"),
    "footer": ("フッター", "the footer"),
    "side": ("本文の横", "the part beside the content"),
}
_MOVED_JA = (
    "「{name}」が{here}にありますが、{other} では{there}にあります。困ったときに探す人が見つけられません。"
    "どのページでも同じ場所に置いてください。"
)
_MOVED_EN = (
    "'{name}' stands in {here}, but in {there} on {other}. People in need of help do not find it. "
    "Keep it in one place on every page."
)
_SWAPPED_JA = (
    "「{name}」と「{second}」の順番が {other} と逆です。困ったときに探す人が見つけられません。"
    "どのページでも同じ順番に並べてください。"
)
_SWAPPED_EN = (
    "'{name}' and '{second}' stand the other way round on {other}. People in need of help do not find them. "
    "Keep one order on every page."
)

GATHER = """(() => {
  const HELP = /問い?合わ?せ|お問合|ご相談|相談窓口|よくある(ご)?質問|FAQ|Q&A|ヘルプ|サポート|チャット|困ったとき|contact|help|support|chat/i;
  const squeeze = text => (text ?? '').normalize('NFKC').replace(/\\s+/g, ' ').trim();
  const place = element => {
    if (element.closest('main, [role=main], article, dialog')) return '';
    if (element.closest('header, [role=banner]')) return 'header';
    if (element.closest('footer, [role=contentinfo]')) return 'footer';
    return element.closest('aside, [role=complementary]') ? 'side' : '';
  };
  const target = link => link.localName !== 'a' ? '' : link.origin === location.origin ? link.pathname : link.href;
  return probe.all('a[href], button').filter(probe.visible).map(element => ({
    name: squeeze(element.innerText) || squeeze(element.ariaLabel), target: target(element), place: place(element),
    path: probe.path(element),
  })).filter(({name, target: to, place: where}) => where && name && name.length <= 40
    && (HELP.test(name) || /^(tel|mailto):/.test(to))).slice(0, 20);
})()"""


def judge(pages: Sequence[Gathered]) -> Iterator[tuple[Gathered, Observation]]:
    """Tell help that has moved since the first page that had it, and two that changed places."""
    places: dict[tuple[str, str], tuple[Gathered, str]] = {}
    orders: dict[tuple[str, tuple[str, str], tuple[str, str]], Gathered] = {}
    for page in pages:
        items = _once(page.facts)
        for item in items:
            key = (item["name"], item["target"])
            first, there = places.setdefault(key, (page, item["place"]))
            if there != item["place"] and first.job.address.url != page.job.address.url:
                yield page, _moved(item, first, there)
        for at, item in enumerate(items):
            for second in items[at + 1 :]:
                if item["place"] != second["place"]:
                    continue
                here = (item["name"], item["target"]), (second["name"], second["target"])
                reverse = orders.get((item["place"], here[1], here[0]))
                if reverse and reverse.job.address.url != page.job.address.url:
                    yield page, _swapped(item, second, reverse)
                else:
                    orders.setdefault((item["place"], *here), page)


def _once(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The items that stand once on their page: of the others nobody knows which one moved."""
    keys = [(item["name"], item["target"]) for item in items]
    return [item for item, key in zip(items, keys, strict=True) if keys.count(key) == 1]


def _moved(item: dict[str, Any], first: Gathered, there: str) -> Observation:
    named = {"name": item["name"], "other": first.job.address.shown}
    here, other = _PLACES[item["place"]], _PLACES[there]
    return Observation(
        rule=ID,
        criteria=CRITERIA,
        certainty=LIKELY,
        path=item["path"],
        ja=_MOVED_JA.format(**named, here=here[0], there=other[0]),
        en=_MOVED_EN.format(**named, here=here[1], there=other[1]),
    )


def _swapped(item: dict[str, Any], second: dict[str, Any], other: Gathered) -> Observation:
    named = {"name": item["name"], "second": second["name"], "other": other.job.address.shown}
    return Observation(
        rule=ID,
        criteria=CRITERIA,
        certainty=LIKELY,
        path=item["path"],
        ja=_SWAPPED_JA.format(**named),
        en=_SWAPPED_EN.format(**named),
    )
