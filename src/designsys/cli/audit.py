"""``designsys audit``: judges pages and says what keeps residents out.

Reads options and chooses the exit code; judging is :mod:`designsys.audit`'s.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from designsys.audit import engines
from designsys.audit.conditions import NAMES, Condition, named
from designsys.audit.content.command import lines, read_html, render
from designsys.audit.content.judging import judge as judge_content
from designsys.audit.content.word_list import read_words
from designsys.audit.doctor import diagnose
from designsys.audit.findings import CERTAIN, Result
from designsys.audit.merging import as_part
from designsys.audit.plan import plan
from designsys.audit.progress import progress
from designsys.audit.run import run
from designsys.audit.shards import Shard, divide
from designsys.audit.states import read_settings
from designsys.audit.targets import Address, Tell
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
    "--engine", default="playwright", show_default=True, help="Browser driver: playwright or selenium."
)
@click.option(
    "--condition", "conditions", multiple=True, metavar="NAME",
    help=f"Judge under this condition only; may be repeated. One of {', '.join(NAMES)}, or several joined by +: 320+dark.",
)  # fmt: skip
@click.option(
    "--timeout", default=30.0, show_default=True, help="Seconds for loading a page, and for judging it."
)
@click.option(
    "--lang", type=click.Choice(["ja", "en"]), help="Language of the report (default: the machine's)."
)
@click.option(
    "--content",
    metavar="FILE",
    help="Judge the text of this HTML instead, without a browser; - is standard input.",
)
@click.option(
    "--words",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help='With --content: your own words, a TOML file of word = "plainer word".',
)
@click.option(
    "--doctor", is_flag=True, help="Test browser, driver, font and network of this machine; judge nothing."
)
@click.option("--browser-path", metavar="FILE", help="The Chromium, Chrome or Edge to use.")
@targeting_options
@keeping_options
@spreading_options
@report_options
def command(
    targets: tuple[str, ...],
    targeting: Targeting,
    keeping: Keeping,
    spreading: Spreading,
    doctor: bool,
    browser_path: str | None,
    engine: str,
    conditions: tuple[str, ...],
    timeout: float,
    lang: str | None,
    content: str | None,
    words: Path | None,
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
      designsys audit https://www.city.example.jp/sitemap.xml --shard 2/4 --json 2.json
      designsys audit merge 1.json 2.json 3.json 4.json --json report.json
      designsys audit --doctor
      designsys audit --content - --json findings.json < draft.html
    """
    if lang:
        os.environ["DESIGNSYS_LANG"] = lang
    if browser_path:
        os.environ["DESIGNSYS_BROWSER"] = browser_path
    language = message_language()
    if doctor:
        _examine(language)
    paths = report_paths(files)
    if content is not None or words is not None:
        _refuse_content(targets, content, conditions, paths)
        _content(content or "", words, paths.get("json"), language)
    wanted = named(conditions)
    _refuse(targeting.targets(targets), timeout, paths)
    spreading.refuse(engine, targeting)
    with targeting.pages(targets, timeout, _teller(language)) as (pages, pace):
        start = functools.partial(spreading.start, engine, timeout, pace)
        result = _judged(pages, wanted, start, timeout, keeping, spreading.shard)
    conclude(result, language, paths)


def _judged(
    pages: list[Address],
    conditions: list[Condition],
    start: Callable[[], engines.Engine],
    timeout: float,
    keeping: Keeping,
    shard: Shard | None,
) -> Result:
    """The result of all pages, in the states and conditions asked for."""
    settings = read_settings(Path())
    jobs = plan(pages, conditions, settings.states)
    part = divide(jobs, shard) if shard else None
    jobs = part.jobs if part else jobs
    with keeping.kept() as (journal, cache):
        browser = start()
        try:
            with progress(len(jobs), "判定中" if message_language() == "ja" else "Judging") as done:
                result = run(jobs, browser, timeout, done, journal, settings, cache)
                return as_part(result, part) if part else result
        finally:
            browser.close()


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


def _refuse(targets: tuple[str, ...], timeout: float, paths: dict[str, Path]) -> None:
    """Say what is wrong with the call before a browser starts."""
    if not targets:
        raise DesignsysError(
            en="no page was named: write an address or a folder, such as 'designsys audit https://www.city.example.jp/'.",
            ja="判定するページがありません。designsys audit https://www.city.example.jp/ のように、アドレスかフォルダーを書いてください。",
        )
    if not 0 < timeout < float("inf"):
        raise DesignsysError(
            en=f"--timeout {timeout:g} is no time to wait: write seconds, more than 0.",
            ja=f"--timeout の {timeout:g} は待ち時間になりません。0より大きい秒数を書いてください。",
        )
    refuse_unwritable(paths)


def _refuse_content(
    targets: tuple[str, ...], content: str | None, conditions: tuple[str, ...], paths: dict[str, Path]
) -> None:
    """Say what does not go together with --content."""
    if content is None:
        raise DesignsysError(
            en="--words goes with --content: write 'designsys audit --content FILE --words words.toml'.",
            ja="--words は --content と一緒に使います。designsys audit --content FILE --words words.toml のように書いてください。",
        )
    if targets or conditions or set(paths) - {"json"}:
        raise DesignsysError(
            en="--content judges one HTML without a browser: leave out pages, --condition and reports other than --json.",
            ja="--content はブラウザーを使わず1つのHTMLを判定します。ページ、--condition、--json のほかの報告は一緒に書けません。",
        )
    refuse_unwritable(paths)


def _content(content: str, words: Path | None, report: Path | None, language: str) -> NoReturn:
    """Judge a fragment of HTML, tell it, and end."""
    own = read_words(words) if words else {}
    html = read_html(content)
    findings = judge_content(html, own)
    if report:
        write(report, render(html, findings, language))
    click.echo("\n".join(lines(html, findings, language)))
    sys.exit(1 if any(finding.certainty == CERTAIN for finding in findings) else 0)
