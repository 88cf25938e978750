"""Fields whose edge, and icons alone in a button or link, that hardly differ from their ground.

Colours are read from the styles, so only plain ones are judged: not pictures, gradients, shadows or what lies half
transparent over something. Whether the edge is needed to find the field is for a person: all of it is likely.
"""

from __future__ import annotations

import importlib.resources

from designsys.audit.findings import LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "control-contrast"
CRITERIA = ("1.4.11",)
ASPECTS = frozenset({"width", "scheme", "forced_colors"})
ACTS = False

_WORDS = {
    "edge": (
        "入力欄の枠と背景のコントラストが {ratio}:1 で、どこに書くのかが見えにくい人がいます。枠を濃くして 3:1 以上にしてください。",
        "The edge of the field has {ratio}:1 against its ground, so some people cannot see where to write. Make it at least 3:1.",
    ),
    "icon": (
        "アイコンと背景のコントラストが {ratio}:1 で、何のボタンかが見えにくい人がいます。3:1 以上にしてください。",
        "The icon has {ratio}:1 against its ground, so some people cannot see what it stands for. Make it at least 3:1.",
    ),
}


def judge(page: LoadedPage) -> list[Observation]:
    """Report every field and icon with less than 3:1."""
    script = importlib.resources.files(__package__ or "").joinpath("control_contrast.js").read_text("utf-8")
    return [
        Observation(
            rule=ID,
            criteria=CRITERIA,
            certainty=LIKELY,
            path=seen["path"],
            ja=_WORDS[seen["kind"]][0].format(ratio=f"{seen['ratio']:.2f}"),
            en=_WORDS[seen["kind"]][1].format(ratio=f"{seen['ratio']:.2f}"),
        )
        for seen in page.observe(script)
    ]
