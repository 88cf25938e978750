"""``designsys audit``: judges pages and says what keeps residents out.

Reads options and chooses the exit code; judging is :mod:`designsys.audit`'s.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click

from designsys.audit import engines
from designsys.audit.axe_core import script
from designsys.audit.content.command import lines, read_html, render
from designsys.audit.content.judging import judge as judge_content
from designsys.audit.content.word_list import own_words
from designsys.audit.doctor import diagnose
from designsys.audit.findings import CERTAIN, Result
from designsys.audit.merging import as_part
from designsys.audit.pdf import LinkedPdf
from designsys.audit.pdf.listing import list_pdfs
from designsys.audit.plan import Job, plan
from designsys.audit.politeness import Pace
from designsys.audit.progress import progress
from designsys.audit.run import run
from designsys.audit.shards import divide
from designsys.audit.site_checks.linked_pdf import links
from designsys.audit.states import Settings, read_settings
from designsys.audit.targets import Tell
from designsys.audit.targets.fetching import Fetcher
from designsys.cli._environment import environment_options
from designsys.cli._judging import Judging, judging_options
from designsys.cli._keeping import Keeping, keeping_options
from designsys.cli._merging import merging
from designsys.cli._reporting import conclude, refuse_unwritable, report_options, report_paths, write
from designsys.cli._spreading import Spreading, spreading_options
from designsys.cli._targeting import Targeting, targeting_options
from designsys.errors import DesignsysError, message_language

__all__ = ["command"]


class _Audit(click.Command):
    """The command, whose first argument ``merge`` is another one: anything else that stands there is a target."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        if args[:1] == [merging.name]:
            return merging.make_context(f"{info_name} {merging.name}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command(name="audit", cls=_Audit)
@click.argument("targets", nargs=-1, metavar="TARGET...")
@click.option(
    "--content",
    metavar="FILE",
    help="Judge the text of this HTML instead, without a browser; - is standard input.",
)
@click.option(
    "--doctor", is_flag=True, help="Test browser, driver, font and network of this machine; judge nothing."
)
@click.option(
    "--pdf",
    is_flag=True,
    help="List the PDFs that the pages link to: tags, language, title, text, bookmarks.",
)
@environment_options
@judging_options
@targeting_options
@keeping_options
@spreading_options
@report_options
def command(
    targets: tuple[str, ...],
    judging: Judging,
    targeting: Targeting,
    keeping: Keeping,
    spreading: Spreading,
    doctor: bool,
    content: str | None,
    pdf: bool,
    **files: Any,
) -> None:
    """Judge web pages against WCAG 2.2 A and AA (JIS X 8341-3).

    TARGET is an address (http, https, file), a sitemap (.xml, .xml.gz), a folder of HTML
    pages, an HTML file, or @FILE with one target a line.
    Each page is judged as it is at 1280 px, at 320 px, in the dark scheme, in forced
    colours, and without JavaScript.

    With --content, a fragment of HTML is judged by the rules for Japanese public pages
    before it is published; only certain findings fail it.

    A large site is judged by the browsers of a Selenium Grid, or by several machines: each
    takes its --shard, and 'designsys audit merge' unites their reports.

    Exit code: 0 nothing found, 1 findings, 2 something could not be judged.

    \b
    Example:
      designsys audit https://www.city.example.jp/ --json report.json
      designsys audit site/ --engine selenium --condition base --condition 320+dark
      designsys audit https://www.city.example.jp/ --crawl --sample 40 --seed 8
      designsys audit http://127.0.0.1:8000/ --serve "flask run --port 8000"
      designsys audit https://www.city.example.jp/ --crawl --resume
      designsys audit https://www.city.example.jp/sitemap.xml --shard 2/4 --json 2.json
      designsys audit merge 1.json 2.json 3.json 4.json --json report.json
      designsys audit --doctor
      designsys audit --content - --json findings.json < draft.html
    """
    language = message_language()
    if doctor:
        _examine(language)
    paths = report_paths(files)
    own = own_words()
    if content is not None:
        _refuse_content(bool(targets or judging.conditions or judging.checks or pdf), paths)
        _content(content, own, paths.get("json"), language)
    judging.refuse()
    _refuse(targeting.targets(targets), paths)
    spreading.refuse(judging.engine, targeting, pdf)
    script()
    with targeting.pages(targets, judging.timeout, _teller(language)) as (pages, pace):
        settings = read_settings(Path())
        jobs = plan(pages, judging.wanted_conditions(), settings.states)
        part = divide(jobs, spreading.shard) if spreading.shard else None
        start = partial(spreading.start, judging.engine, judging.timeout, pace)
        result = _judged(part.jobs if part else jobs, start, settings, judging, keeping, pdf)
        if pdf:
            result.pdfs = _pdfs(result, pace, judging.timeout)
    conclude(as_part(result, part) if part else result, language, paths)


def _judged(
    jobs: list[Job],
    start: Callable[[], engines.Engine],
    settings: Settings,
    judging: Judging,
    keeping: Keeping,
    pdf: bool,
) -> Result:
    """The result of the jobs, with a bar on a terminal and what is kept of a run."""
    only = judging.wanted_checks()
    if pdf and only:
        only |= {"linked_pdf"}
    word = "判定中" if message_language() == "ja" else "Judging"
    with keeping.kept() as (journal, cache), progress(len(jobs), word) as done:
        return run(
            jobs,
            start,
            judging.timeout,
            done,
            journal,
            settings,
            cache,
            only,
            judging.workers,
        )


def _pdfs(result: Result, pace: Pace, timeout: float) -> list[LinkedPdf]:
    """What the PDFs offer that the judged pages link to."""
    found = links(result.pages)
    with progress(len(found), "PDF") as done:
        return list_pdfs(found, Fetcher(pace, timeout), timeout, done=done)


def _examine(language: str) -> NoReturn:
    """Tell what the doctor sees, with the command that mends each fault."""
    well = True
    for one in diagnose():
        well = well and one.is_well
        click.echo(f"{'○' if one.is_well else '×'} {one.ja if language == 'ja' else one.en}")
        if one.cure:
            click.echo(f"    → {one.cure}")
    sys.exit(0 if well else 2)


def _teller(language: str) -> Tell:
    """Tells beside the report, which may go to a pipe."""
    return lambda en, ja: click.echo(ja if language == "ja" else en, err=True)


def _refuse(targets: tuple[str, ...], paths: dict[str, Path]) -> None:
    """Say what is wrong with the call before a browser starts."""
    if not targets:
        raise DesignsysError(
            en="no page was named: write an address or a folder, such as 'designsys audit https://www.city.example.jp/'.",
            ja="判定するページがありません。designsys audit https://www.city.example.jp/ のように、アドレスかフォルダーを書いてください。",
        )
    refuse_unwritable(paths)


def _refuse_content(others: bool, paths: dict[str, Path]) -> None:
    """Say what does not go together with --content."""
    if others or set(paths) - {"json"}:
        raise DesignsysError(
            en="--content judges one HTML without a browser: leave out pages, --condition, --pdf and reports other than --json.",
            ja="--content はブラウザーを使わず1つのHTMLを判定します。ページ、--condition、--pdf、--json のほかの報告は一緒に書けません。",
        )
    refuse_unwritable(paths)


def _content(content: str, words: dict[str, str], report: Path | None, language: str) -> NoReturn:
    """Judge a fragment of HTML, tell it, and end."""
    html = read_html(content)
    findings = judge_content(html, words)
    if report:
        write(report, render(html, findings, language))
    click.echo("\n".join(lines(html, findings, language)))
    sys.exit(1 if any(finding.certainty == CERTAIN for finding in findings) else 0)
