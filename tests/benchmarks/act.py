"""Scores the gate on W3C ACT Rules test cases: what it finds of the failed examples, and its false alarms.

Run it: ``python tests/benchmarks/act.py FOLDER [--rule ID]…``, where FOLDER holds ``cases.json`` and ``cases/``. An
example is flagged when a certain or likely finding names one of its criteria. Without a folder it says so and ends.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

from designsys.audit import engines
from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN, LIKELY, Finding
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import Address, LocalServer
from designsys.audit.workers import cores

BOUND = 20.0


def judged(folder: Path, cases: list[dict[str, Any]]) -> dict[str, list[Finding]]:
    """The findings of each case, by its file; one that could not be judged is told and has none."""
    server = LocalServer(folder / "cases")
    try:
        pages = [Address(f"{server.url}/{case['file']}", case["file"]) for case in cases]
        start = partial(engines.start, "playwright", BOUND)
        result = run(plan(pages, [BASE]), start, BOUND, workers=cores())
    finally:
        server.close()
    found: dict[str, list[Finding]] = {case["file"]: [] for case in cases}
    for page in result.pages:
        if page.reason:
            print(f"not judged: {page.reason.en}")
    for finding in result.findings:
        found[finding.job.address.shown].append(finding)
    return found


def flags(case: dict[str, Any], findings: list[Finding]) -> list[Finding]:
    """The findings that flag a case; none for a good example that breaks the same criterion in another way."""
    if case["expectation"] != "failed" and case.get("also_fails"):
        return []
    wanted = set(case["wcag"])
    return [one for one in findings if one.certainty in (CERTAIN, LIKELY) and wanted & set(one.criteria)]


def main() -> None:
    """Print the table by rule, then the sums by group."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rule", action="append", default=[])
    parser.add_argument("--verbose", action="store_true", help="name every missed case and every false alarm")
    options = parser.parse_args()
    if not (options.folder / "cases.json").is_file():
        print(f"not measured: there is no {options.folder / 'cases.json'}")
        return
    cases = json.loads((options.folder / "cases.json").read_text(encoding="utf-8"))
    cases = [case for case in cases if not options.rule or case["rule"] in options.rule]
    found = judged(options.folder, cases)
    rows: dict[tuple[str, str, str], Counter[str]] = {}
    for case in cases:
        row = rows.setdefault((case["group"], case["rule"], case["name"]), Counter())
        told = flags(case, found[case["file"]])
        failed = case["expectation"] == "failed"
        row["failed" if failed else "good"] += 1
        if told:
            row["flagged" if failed else "false"] += 1
            row["certain"] += failed and any(one.certainty == CERTAIN for one in told)
        if options.verbose and bool(told) != failed:
            rules = ", ".join(f"{one.rule} ({one.certainty}) {one.selector}" for one in told)
            print(f"{'missed' if failed else 'FALSE ALARM'}: {case['file']} {rules}")
    print(f"{'rule':8}{'failed':>8}{'flagged':>9}{'certain':>9}{'good':>6}{'false':>7}  name")
    for (_, rule, name), row in rows.items():
        print(_line(rule, row, name))
    for group in dict.fromkeys(group for group, _, _ in rows):
        total: Counter[str] = Counter()
        for (own, _, _), row in rows.items():
            total.update(row if own == group else {})
        print(_line("SUM", total, group))


def _line(rule: str, row: Counter[str], name: str) -> str:
    return f"{rule:8}{row['failed']:>8}{row['flagged']:>9}{row['certain']:>9}{row['good']:>6}{row['false']:>7}  {name}"


if __name__ == "__main__":
    sys.exit(main())
