"""The circumstances under which a resident may meet a page.

Only says what they are; an engine brings them about, and :mod:`.page` proves in the
page that they took.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from designsys.errors import DesignsysError, nearest

__all__ = ["BASE", "CONDITIONS", "Condition", "named"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One way of looking at a page.

    :param id: name in reports and on the command line.
    :param ja: name for people, in Japanese.
    :param en: the same in English.
    :param width: viewport width in CSS pixels.
    :param height: viewport height in CSS pixels.
    :param scheme: ``prefers-color-scheme``, ``"light"`` or ``"dark"``.
    :param forced_colors: whether the reader's own colours replace the page's.
    :param scripts: whether scripts run.
    """

    id: str
    ja: str
    en: str
    width: int = 1280
    height: int = 800
    scheme: str = "light"
    forced_colors: bool = False
    scripts: bool = True


BASE = Condition("base", "標準（幅1280・明るい配色）", "base (1280 wide, light)")

# 320 px is 1280 px at 400 % zoom, the width that WCAG 1.4.10 names.
CONDITIONS: tuple[Condition, ...] = (
    BASE,
    Condition("320", "幅320", "320 wide", width=320),
    Condition("dark", "暗い配色", "dark scheme", scheme="dark"),
    Condition("forced-colours", "強制カラー", "forced colours", forced_colors=True),
    Condition("javascript-off", "JavaScriptなし", "JavaScript off", scripts=False),
)


def named(ids: Iterable[str]) -> list[Condition]:
    """The conditions of these ids, once each, in their fixed order; all when none is given.

    :raises DesignsysError: an id that does not exist; names the nearest.
    """
    known = {condition.id: condition for condition in CONDITIONS}
    wanted = [identifier.strip().lower().replace("colors", "colours") for identifier in ids]
    for identifier in wanted:
        if identifier not in known:
            near = nearest(identifier, known)
            raise DesignsysError(
                en=f"there is no condition '{identifier}'"
                + (f"; did you mean '{near}'?" if near else f": write one of {', '.join(known)}."),
                ja=f"条件「{identifier}」はありません。"
                + (f"「{near}」のことですか。" if near else f"{'、'.join(known)} から選んでください。"),
            )
    return [condition for condition in CONDITIONS if not wanted or condition.id in wanted]
