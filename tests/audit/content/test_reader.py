"""Blocks of text and their places in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.audit.content.fragment import OBJECT
from designsys.audit.content.reader import read


def _texts(html: str) -> list[str]:
    return [block.text for block in read(html).blocks]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("市役所", ["市役所"]),
        ("<p>一<p>二", ["一", "二"]),
        ("<li>一<li>二</ul>三", ["一", "二", "三"]),
        ("<table><tr><td>一<td>二<tr><th>三</table>", ["一", "二", "三"]),
        ("<dl><dt>名<dd>前</dl>", ["名", "前"]),
        ("<p>一<b>二</b>三<br>四", ["一二三\n四"]),
        ("<p>一\r\n二", ["一\t\t二"]),
        ("<pre>一\r\n二\n三</pre>", ["一\t\n二\n三"]),
        ("<p>&lt;&amp;&copy;&#12354;&notit;&", ["<&©あ¬it;&"]),
        ("<p>a &#; b &#x; <b>c</b>", ["a &#; b &#x; c"]),
        ("<p>手<ruby>紙<rp>（</rp><rt>がみ</rt><rp>）</rp></ruby>", ["手紙"]),
        ("<p>前<img src=a>後<input>", [f"前{OBJECT}後{OBJECT}"]),
        ("<p>前<code>x</code>後", [f"前{OBJECT}後"]),
        ("<p>前<script>x<p></script>後", ["前後"]),
        ("<style>p{}</style><template>一</template><textarea>二</textarea>", [OBJECT]),
        ("<p hidden>一</p><p aria-hidden=true>二</p><p contenteditable>三</p>", []),
        ('<p lang="zh">一<b lang=ja>二</b></p><p lang="JA-jp">三', ["二", "三"]),
        ("<!-- 一 --><p>二<!-- 三 -->四", ["二四"]),
        ("<![if !x]><p>一<![endif]><![x[ 二 ]]>三", ["一三"]),
        ("<img alt=\"一\" title=二 src=x><a aria-label='三'>四</a>", ["一", "二", "三", f"{OBJECT}四"]),
        ('<input type=submit value="送る"><input value="秘密" placeholder="例">', ["送る", "例", OBJECT * 2]),
        ("</p></b>一<div><p>二</div>三", ["一", "二", "三"]),
        ("<p><p><", ["<"]),
    ],
)
def test_blocks(html: str, texts: list[str]) -> None:
    assert sorted(_texts(html)) == sorted(texts)


@pytest.mark.parametrize(
    ("html", "shown", "source", "whole"),
    [
        ("<p>日　時", "日　時", "日　時", True),
        ("<p>日&emsp;時", "日\u2003時", "日&emsp;時", True),
        ("<p>日<b>　</b>時", "日　時", "日<b>　</b>時", False),
        ("<p>日<!-- -->時", "日時", "日<!-- -->時", False),
        ("<p>&notit;x", "¬", "&notit;", False),
        ("<p>&notit;x", "¬it;", "&notit;", True),
        ("<img\r\n alt='a&amp;b'>", "&", "&amp;", True),
        ("一\r\n<p>二", "二", "二", True),
    ],
)
def test_places(html: str, shown: str, source: str, whole: bool) -> None:
    (block,) = (block for block in read(html).blocks if shown in block.text)
    at = block.text.index(shown)
    place = block.place(at, at + len(shown))
    assert html[place.start : place.end] == source
    assert place.whole is whole


def test_words_of_an_element_hold_the_names_of_its_pictures() -> None:
    fragment = read('<p>前<a href=x>地<b>図</b><img alt="PDF"></a>後')
    (link,) = (element for element in fragment.elements if element.tag == "a")
    assert sorted(fragment.words(link).split()) == ["PDF", "地図"]
    assert fragment.source[link.start : link.end] == '<a href=x>地<b>図</b><img alt="PDF"></a>'


def test_the_holder_is_the_innermost() -> None:
    fragment = read("<div><p>一</p>二<b>三</b></div>四")
    tags = [getattr(fragment.holder(fragment.source.index(text)), "tag", None) for text in "一二三四"]
    assert tags == ["p", "div", "b", None]


def test_twenty_thousand_unclosed_tags_are_read() -> None:
    assert len(_texts("<b><p>一</i>" * 20_000)) == 20_000


@given(st.text(alphabet="<>&;/!-[]'\"= #xapbr\r\n　日時", max_size=60))
def test_every_character_comes_from_its_place(html: str) -> None:
    for block in read(html).blocks:
        assert len(block.text) == len(block.spans) == len(block.elements)
        assert all(0 <= start < end <= len(html) for start, end in block.spans)
        for character, (start, end) in zip(block.text, block.spans, strict=True):
            if end == start + 1 and character not in "\t\n":
                assert html[start] == character
