"""A page that answers to tilting or shaking the device and has no control that does the same.

Only that something listens is known, not what it does: nothing here is certain, and with controls on the page a person
has to see whether they do the same, and whether the motion can be turned off.
"""

from __future__ import annotations

from designsys.audit.facts import listeners
from designsys.audit.findings import ADVICE, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "motion-actuation"
CRITERIA = ("2.5.4",)
ASPECTS = frozenset({"scripts"})
ACTS = False

_EVENTS = ("devicemotion", "deviceorientation", "deviceorientationabsolute")
_WORDS = {
    LIKELY: (
        "端末を傾けたり振ったりすると働きますが、同じことができるボタンや入力欄がありません。"
        "端末を動かせない人や固定して使う人は操作できません。ボタンを付け、動きで働かない設定も用意してください。",
        "The page answers to tilting or shaking the device, and there is no button or field that does the same: people "
        "who cannot move the device, or have it mounted, are shut out. Add a button, and a setting that turns motion off.",
    ),
    ADVICE: (
        "端末を傾けたり振ったりすると働きます。同じことがボタンでもでき、動きで働かないように設定できるか、"
        "確かめてください。",
        "The page answers to tilting or shaking the device. See that a button does the same and that motion can be "
        "turned off.",
    ),
}

_CONTROLS = """probe.all('button, [role=button], input:not([type=hidden]), select, textarea, [role=slider], [role=switch]')
  .filter(control => probe.visible(control) && !control.disabled).length"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report the page once, if anything on it listens to the device's motion."""
    if page.condition is not None and not page.condition.scripts:
        return []
    if not page.fact(listeners.find).any(*_EVENTS):
        return []
    certainty = ADVICE if any(page.everywhere(_CONTROLS)) else LIKELY
    ja, en = _WORDS[certainty]
    return [Observation(ID, CRITERIA, certainty, ["html"], ja, en)]
