"""A header cell that is the header of no cell, by HTML's own algorithm.

Tables of layout (``role="presentation"``) are left out. Whether the cells that a header has are the right ones, only a
person can see; a table without any data, and a header as wide as the table, are likely only.
"""

from __future__ import annotations

import importlib.resources

from designsys.audit.findings import Observation, observations
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "table-header"
CRITERIA = ("1.3.1",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
JA = (
    "見出しセル「{name}」が、どのセルの見出しにもなっていません。読み上げでは表の意味が伝わりません。"
    "足りないセルを補うか、scope を直すか、見出しでなければ <td> にしてください。"
)
EN = (
    "The header cell '{name}' is the header of no cell, so the table makes no sense when it is read out. "
    "Add the missing cells, mend scope, or write <td> if it is no header."
)


def judge(page: LoadedPage) -> list[Observation]:
    """Report each header cell without cells."""
    script = importlib.resources.files(__package__ or "").joinpath("table_header.js").read_text("utf-8")
    return observations(ID, CRITERIA, page.observe(script), {"": (JA, EN)})
