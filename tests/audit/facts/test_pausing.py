"""Controls that may stop what goes on by itself."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.facts import pausing


@pytest.mark.parametrize(
    ("controls", "way"),
    [
        pytest.param("", "", id="none"),
        pytest.param("<header><button>動きを止める</button></header>", "offered", id="by-its-words"),
        pytest.param("<header><button>Pause</button></header>", "offered", id="in-english"),
        pytest.param(
            '<header><button aria-label="一時停止">‖</button></header>', "offered", id="by-its-label"
        ),
        pytest.param('<header><button class="js-pause">‖</button></header>', "offered", id="by-its-class"),
        pytest.param("<label>更新の間隔 <input></label>", "offered", id="by-the-label-of-a-field"),
        pytest.param("<button>お知らせを閉じる</button>", "offered", id="hides"),
        pytest.param("<header><button>メニューを閉じる</button></header>", "", id="hides-a-menu"),
        pytest.param("<button hidden>動きを止める</button>", "", id="hidden"),
        pytest.param("<button disabled>動きを止める</button>", "", id="disabled"),
        pytest.param("<button>探す</button>", "", id="something-else"),
        pytest.param('<a href="/pause.html">利用停止の手続き</a>', "", id="a-link-to-a-page"),
        pytest.param('<div class="display mx-auto" onclick="show()">表示</div>', "", id="words-within-words"),
    ],
)
def test_what_the_page_offers(controls: str, way: str, load_html: Any) -> None:
    page = load_html(f"{controls}<section><p id='moving'>流れる文字</p></section>")
    page.fact(pausing.find)
    assert page.evaluate("pausing(document.querySelector('#moving'))") == way


def test_a_control_beside_may_stop_it(load_html: Any) -> None:
    page = load_html("<section><p id='moving'>流れる文字</p><button>次へ</button></section>")
    page.fact(pausing.find)
    assert page.evaluate("pausing(document.querySelector('#moving'))") == "near"
