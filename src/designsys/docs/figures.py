"""The figures that the site shows: counted from the catalogue, and read from the last test run.

A figure that nobody has measured is None, never 0.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from designsys.catalogue import Catalogue
from designsys.errors import DesignsysError

__all__ = ["CONDITIONS", "Condition", "Figures", "Results", "figures"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One way in which every example is judged.

    :param scheme: ``light``, ``dark``, ``high``, ``forced-light`` or ``forced-dark``.
    :param width: of the window, in CSS pixels.
    :param script: whether scripts run.
    """

    scheme: str
    width: int
    script: bool = True


CONDITIONS = (
    *(
        Condition(scheme, width)
        for scheme in ("light", "dark", "high", "forced-light", "forced-dark")
        for width in (320, 1280)
    ),
    *(Condition("light", width, script=False) for width in (320, 1280)),
)
"""The twelve conditions of ARCHITECTURE §6."""


@dataclass(frozen=True, slots=True)
class Results:
    """What the last run of the example matrix found.

    :param examples: how many examples were judged.
    :param conditions: in how many conditions each.
    :param findings: how many violations were found.
    :param date: the day of the run.
    """

    examples: int
    conditions: int
    findings: int
    date: date


@dataclass(frozen=True, slots=True)
class Figures:
    """The site's figures.

    :param components: how many components there are.
    :param examples: how many examples they have.
    :param conditions: in how many conditions each example is judged.
    :param results: the last run's; None when there was none.
    """

    components: int
    examples: int
    conditions: int
    results: Results | None


def figures(catalogue: Catalogue, results: Path | None) -> Figures:
    """Count the catalogue and read the results file, where there is one.

    :param results: JSON that the tests write: ``{"examples": 214, "conditions": 12, "findings": 0, "date": "2026-01-31"}``.
    :raises DesignsysError: when the file is there but is not such JSON.
    """
    examples = sum(len(component.examples) for component in catalogue)
    read = _read(results) if results is not None and results.is_file() else None
    return Figures(len(catalogue), examples, read.conditions if read else len(CONDITIONS), read)


def _read(path: Path) -> Results:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        counts = {key: data[key] for key in ("examples", "conditions", "findings")}
        if not all(isinstance(count, int) and count >= 0 for count in counts.values()):
            raise ValueError(counts)
        return Results(**counts, date=date.fromisoformat(str(data["date"])[:10]))
    except (ValueError, KeyError, TypeError):
        raise DesignsysError(
            en=f"{path}: not a file of test results; run the tests in tests/components again, or delete it.",
            ja=f"{path}：テスト結果のファイルではありません。tests/components のテストをもう一度動かすか、消してください。",
        ) from None
