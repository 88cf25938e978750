"""Judges what a test holds in its hands: a string of HTML, or an open Playwright page.

A page is judged as it stands, under whatever its test made of it; only HTML can be
looked at under other conditions. Nothing here depends on pytest.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import inspect
import re
from collections.abc import Awaitable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from designsys.audit import engines
from designsys.audit.conditions import BASE, Condition, named
from designsys.audit.findings import CERTAIN, Finding
from designsys.audit.page import attach
from designsys.audit.plan import DEFAULT_STATE, Job, plan
from designsys.audit.run import judge, run
from designsys.audit.targets import Address, LocalServer
from designsys.audit.wording import entries, lines
from designsys.audit.workers import Lent
from designsys.errors import DesignsysError, message_language

__all__ = ["Gate", "whole_page"]

_BOUND = 30.0


class Gate:
    """A browser and a local server that serve any number of assertions; started when first needed."""

    def __init__(self) -> None:
        self._engine: engines.Engine | None = None
        self._pages: dict[str, str] = {}
        self._servers: dict[Path | None, LocalServer] = {}

    def __call__(
        self,
        subject: Any,
        *,
        conditions: Sequence[str] = ("base",),
        folder: str | Path | None = None,
        lang: str | None = None,
        timeout: float = _BOUND,
    ) -> Awaitable[None] | None:
        """Assert that a page, or HTML, has no certain finding.

        :param subject: a Playwright page; a str or Markup with a whole page or a part of one,
            which is then put into a real page.
        :param conditions: for HTML, the ids of :data:`designsys.audit.conditions.CONDITIONS`.
        :param folder: for HTML, the folder whose files answer its root-relative links, such as styles.
        :param lang: language of a part; by default ``ja`` when it has Japanese text, else ``en``.
        :param timeout: seconds that loading or judging may take.
        :return: None; for a page of Playwright's asynchronous API, what has to be awaited.
        :raises AssertionError: findings, each with element, criterion and how to mend it.
        :raises DesignsysError: it could not be judged.
        """
        __tracebackhide__ = True
        markup = subject.__html__() if hasattr(subject, "__html__") else subject
        if isinstance(markup, str):
            found = self._html(str(markup), named(conditions), Path(folder) if folder else None, lang)
            _insist(found)
            return None
        if not (hasattr(subject, "context") and hasattr(subject, "locator")):
            raise DesignsysError(
                en=f"assert_accessible got {type(subject).__name__}: give it a Playwright page, or HTML as str or Markup.",
                ja=f"assert_accessible に {type(subject).__name__} が渡されました。Playwrightのページか、HTMLの文字列を渡してください。",
            )
        if inspect.iscoroutinefunction(subject.title):
            return _judge_async_page(subject, timeout)
        _insist(_judge_tab(engines.module("playwright").SyncTab(subject, timeout), subject.url, timeout))
        return None

    def _html(
        self, markup: str, conditions: list[Condition], folder: Path | None, lang: str | None
    ) -> list[Finding]:
        if re.fullmatch(r"\s*(?:https?|file)://\S+\s*", markup):
            raise DesignsysError(
                en="assert_accessible got an address: open it in a Playwright page, or run 'designsys audit' on it.",
                ja="assert_accessible にアドレスが渡されました。Playwrightのページで開いて渡すか、designsys audit を使ってください。",
            )
        if self._engine is None:
            self._engine = engines.start("playwright", _BOUND)
        if folder not in self._servers:
            self._servers[folder] = LocalServer(folder, self._pages)
        path = f"/designsys-assertion-{len(self._pages)}.html"
        self._pages[path] = whole_page(markup, lang)
        try:
            jobs = plan([Address(self._servers[folder].url + path, "HTML")], conditions)
            result = run(jobs, partial(Lent, self._engine), _BOUND)
        finally:
            self._pages[path] = ""
        for page in result.pages:
            if page.reason:
                raise page.reason
        return result.of(CERTAIN)

    def close(self) -> None:
        """Stop what was started."""
        if self._engine:
            self._engine.close()
        for server in self._servers.values():
            server.close()


def whole_page(markup: str, lang: str | None = None) -> str:
    """The markup as a page; a part gets language, title and main, whose absence is not its own fault.

    :param lang: language of a part; found by its script when None.
    """
    if re.match(
        r"\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype|html|head|body)\b", markup, re.IGNORECASE | re.DOTALL
    ):
        return markup
    language = lang or ("ja" if re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", markup) else "en")
    main = markup if re.search(r"<main\b", markup, re.IGNORECASE) else f"<main>\n{markup}\n</main>"
    return (
        f'<!doctype html>\n<html lang="{html.escape(language)}">\n<head><meta charset="utf-8"><title>assert_accessible</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"></head>\n<body>\n{main}\n</body>\n</html>\n'
    )


async def _judge_async_page(page: Any, timeout: float) -> None:
    __tracebackhide__ = True
    tab = await engines.module("playwright").async_tab(page, timeout)
    # The judging waits for answers that this loop has to bring, so it stands on another thread.
    _insist(await asyncio.to_thread(_judge_tab, tab, page.url, timeout))


def _judge_tab(tab: engines.Tab, url: str, timeout: float) -> list[Finding]:
    with contextlib.closing(tab):
        found = judge(attach(tab, url, timeout), Job(Address(url, url), DEFAULT_STATE, BASE))
    return [finding for finding in found if finding.certainty == CERTAIN]


def _insist(found: Iterable[Finding]) -> None:
    __tracebackhide__ = True
    told = entries(found)
    if not told:
        return
    language = message_language()
    heading = (
        f"アクセシビリティの不適合が{len(told)}件あります。"
        if language == "ja"
        else f"{len(told)} accessibility finding{'s' if len(told) > 1 else ''}:"
    )
    conditions = {condition for entry in told for condition in entry.conditions}
    shown = len(conditions) if conditions != {BASE} else None
    raise AssertionError(
        "\n".join([heading, *(line for entry in told for line in lines(entry, language, shown))])
    )
