"""Makes the folder that the benchmark of the gate judges: form pages as a city's service has them, some with faults."""

from __future__ import annotations

import random
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

import designsys
from designsys import resources

__all__ = ["write_pages"]

_PAGE = """{% extends "designsys/page.jinja" %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/text_input.jinja" import text_input %}
{% from "designsys/radios.jinja" import radios %}
{% from "designsys/select.jinja" import select %}
{% from "designsys/textarea.jinja" import textarea %}
{% from "designsys/date_input.jinja" import date_input %}
{% from "designsys/button.jinja" import button %}
{% set title = title %}
{% block content %}
<h1>{{ title }}</h1>
{% call form(action="/send") %}
{% for question in questions %}
{% if question.kind == "radios" %}{{ radios(question.name, question.label, [("1", "はい"), ("2", "いいえ"), ("3", "分からない")]) }}
{% elif question.kind == "select" %}{{ select(question.name, question.label, towns) }}
{% elif question.kind == "textarea" %}{{ textarea(question.name, question.label, hint="分かる範囲でかまいません") }}
{% elif question.kind == "date" %}{{ date_input(question.name, question.label) }}
{% else %}{{ text_input(question.name, question.label, hint="書類のとおりに入れてください") }}{% endif %}
{% endfor %}
{% for fault in faults %}{{ fault }}{% endfor %}
{{ button("次へ進む") }}
{% endcall %}
{% endblock %}
"""
_PROCEDURES = (
    "転出届",
    "転入届",
    "児童手当の請求",
    "犬の登録",
    "水道の使用開始",
    "粗大ごみの申込み",
    "保育所の申込み",
    "介護認定の申請",
)
_SUBJECTS = (
    "届け出る人",
    "世帯主",
    "代わりの人",
    "お子さん",
    "新しい住まい",
    "前の住まい",
    "勤め先",
    "連絡先",
)
_ASKED = {
    "text": ("氏名", "電話番号", "番地"),
    "radios": ("同居していますか",),
    "select": ("町名",),
    "textarea": ("事情",),
    "date": ("日付",),
}
_FAULTS = (
    '<p><input name="unlabelled"></p>',
    '<p><img src="/map.png" width="40" height="40"></p>',
    '<p class="ds-field"><font color="#999999">この欄は後からでも入れられます</font></p>',
    '<p><a href="/help"></a></p>',
)  # fmt: skip


def write_pages(folder: Path, number: int, faulty: int = 4, questions: int = 12, seed: int = 8) -> list[Path]:
    """Write so many pages, the same for the same seed.

    :param number: how many pages.
    :param faulty: every so-many-th page has two faults that axe calls certain.
    :param questions: how many each asks.
    """
    environment = Environment(autoescape=True)
    served = folder / "designsys"
    served.mkdir(parents=True)
    for file in Path(resources.assets()).iterdir():
        (served / file.name).write_bytes(file.read_bytes())
    designsys.install(environment, assets="/designsys/")
    template, chance, written = environment.from_string(_PAGE), random.Random(seed), []
    for page in range(number):
        asked = [_question(place, chance) for place in range(questions)]
        faults = chance.sample(_FAULTS, 2) if page % faulty == faulty - 1 else []
        html = template.render(
            title=f"{chance.choice(_PROCEDURES)}（{page + 1}）",
            questions=asked,
            faults=[Markup(fault) for fault in faults],
            towns=[(str(one), f"みどり町{one}丁目") for one in range(1, 31)],
        )
        written.append(folder / f"page-{page:04}.html")
        written[-1].write_text(html, encoding="utf-8")
    return written


def _question(place: int, chance: random.Random) -> dict[str, str]:
    kind = chance.choice(list(_ASKED))
    label = f"{chance.choice(_SUBJECTS)}の{chance.choice(_ASKED[kind])}（{place + 1}）"
    return {"kind": kind, "name": f"q{place}", "label": label}
