"""A page is judged when it is still: lazy parts loaded, requests answered, animations at their end."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import Address, LocalServer

PAGE = '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>試験</title>{}</head><body><main><h1>試験</h1>{}</main></body></html>'
PAGES = {
    "/late": PAGE.format("", "<div id=box></div><script>setTimeout(() => { box.innerHTML = '<img id=bad src=x>' }, 40)</script>"),
    "/lazy": PAGE.format(
        "",
        "<div style='height: 3000px'></div><div id=box style='height: 10px'></div><script>"
        "new IntersectionObserver(([e]) => { if (e.isIntersecting) box.innerHTML = '<img id=bad src=x>' }).observe(box)</script>",
    ),
    "/fading": PAGE.format(
        "<style>@keyframes come { from { opacity: 0; color: #fff } to { opacity: 1; color: #aaa } }"
        "#bad { animation: come 60s forwards }</style>",
        "<p id=bad>もうすぐ見えます</p>",
    ),
    "/restless": PAGE.format("", "<img id=bad src=x><p id=p></p><script>setInterval(() => { p.textContent = Date.now() }, 10)</script>"),
}  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_what_comes_late_is_judged(path: str, running: Any) -> None:
    server = LocalServer(pages=PAGES)
    try:
        jobs = plan([Address(server.url + path, path)], [BASE])
        result = run(jobs, running.lend("playwright"), 15)
    finally:
        server.close()
    assert [page.status for page in result.pages] == ["judged"]
    assert "#bad" in {finding.selector for finding in result.of(CERTAIN)}
