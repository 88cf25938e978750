"""An error message on the screen that its field, or its group of fields, does not tell, or that tells nothing.

What its class or role calls an error, or what begins with エラー or Error, is taken for a
message where the field says that it is wrong (``aria-invalid="true"``); where it does
not, only what is both. A live region was announced once: a person has to look, and so with words that may be enough
and with fields that are wrong by state or colour alone.
"""

from __future__ import annotations

import importlib.resources

from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "error-association"
CRITERIA = ("1.3.1", "3.3.1")
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
_UNTIED = ("untied", "nowhere")
_WORDS = {
    "untied": (
        "エラーメッセージが入力欄と結び付いておらず、読み上げでは誤りの理由が伝わりません。"
        "メッセージのidを入力欄の aria-describedby に書いてください。",
        "The error message is not tied to its field, so a screen reader does not tell what is wrong. "
        "Write the message's id in the field's aria-describedby.",
    ),
    "nowhere": (
        "入力欄の aria-describedby（または aria-errormessage）が指す先がなく、誤りの理由が伝わりません。"
        "あるエラーメッセージのidに直してください。",
        "The field's aria-describedby (or aria-errormessage) points at nothing, so what is wrong is not told. "
        "Write the id of the error message that is there.",
    ),
    "hidden": (
        "エラーメッセージが aria-hidden で読み上げから隠され、見えない人に伝わりません。"
        "aria-hidden を外し、入力欄の aria-describedby で結び付けてください。",
        "The error message is hidden from screen readers by aria-hidden, so people who do not see it never hear of it. "
        "Take aria-hidden off and tie the message to its field by aria-describedby.",
    ),
    "vague": (
        "エラーメッセージから、何が誤りでどう直すのかが分かりません。"
        "「年齢は1以上の数字で書いてください」のように、直し方を書いてください。",
        "The error message does not tell what is wrong or how to put it right. "
        "Say what to do, as in 'Write your age as a number, 1 or more'.",
    ),
    "colour": (
        "入力欄が誤りとされていますが、そのことを伝える言葉がありません。色の分からない人や読み上げを使う人に伝わりません。"
        "何をどう直すかを文字で書き、aria-describedby で結び付けてください。",
        "The field is marked as wrong, but no words say so: people who do not see the colour, or listen, cannot tell. "
        "Write what to put right, and tie it to the field by aria-describedby.",
    ),
}


def judge(page: LoadedPage) -> list[Observation]:
    """Report every field and group that is wrong on the screen only, and messages that tell nothing."""
    script = importlib.resources.files(__package__ or "").joinpath("error_association.js").read_text("utf-8")
    return [
        Observation(
            rule=ID,
            criteria=CRITERIA if seen["kind"] in _UNTIED else ("3.3.1",),
            certainty=CERTAIN if seen["certain"] else LIKELY,
            path=seen["path"],
            ja=_WORDS[seen["kind"]][0],
            en=_WORDS[seen["kind"]][1],
        )
        for seen in page.observe(script)
    ]
