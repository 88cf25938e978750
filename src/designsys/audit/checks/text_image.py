"""A picture of text where text could stand: it cannot be enlarged without blur, recoloured or translated.

Letters are told by their pixels on an even ground, or by the text of an SVG picture. Logos, maps, charts and what the
alternative calls a picture of something pass; whether the look is essential, a person has to judge.
"""

from __future__ import annotations

import json

from designsys.audit.facts import pictures
from designsys.audit.findings import LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "text-image"
CRITERIA = ("1.4.5",)
ASPECTS = frozenset({"width", "scheme", "scripts"})
ACTS = False
JA = (
    "文字を画像で見せています。大きくするとぼやけ、色や行間を変えられず、翻訳もできません。"
    "見出しや文章として書き、見た目はCSSで整えてください。"
)
EN = (
    "This is a picture of text: it blurs when enlarged, and its colours, spacing and language cannot be changed. "
    "Write it as text and style it by CSS."
)

_SCRIPT = r"""(places => {
  const EXEMPT = /logo|emblem|brand|signature|screen ?shot|photo|picture of|image of|map|chart|graph|diagram|figure|qr|captcha|style that|font|written in|ロゴ|市章|エンブレム|署名|書体|書道|題字|写真|地図|図|グラフ|表|画面|ポスター|チラシ|表紙|コード|イラスト/i;
  const words = element => [element.alt, element.ariaLabel, element.title, element.id, element.className,
    decodeURIComponent(pictures.source(element).startsWith('data:') ? '' : pictures.source(element).split('/').at(-1))].join(' ');
  const buttons = probe.all('input[type=image][alt]').filter(element => {
    const {width, height} = element.getBoundingClientRect();
    return probe.visible(element) && element.naturalWidth !== 0 && /\p{L}{2}/u.test(element.alt) && height >= 8 && width >= 1.5 * height;
  });
  const seen = places.map(place => pictures.elements()[place]).filter(element => element && !EXEMPT.test(words(element)));
  return [...new Set([...seen, ...buttons])].map(element => ({path: probe.path(element)}));
})"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report each picture of text."""
    places = [
        picture.place for picture in page.fact(pictures.find) if not picture.ground or picture.lines > 1
    ]
    return [
        Observation(ID, CRITERIA, LIKELY, seen["path"], JA, EN)
        for seen in page.evaluate(f"{_SCRIPT}({json.dumps(places)})")
    ]
