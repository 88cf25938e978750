"""``designsys audit``: judges pages and says what keeps residents out.

Reads options and chooses the exit code; judging is :mod:`designsys.audit`'s.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click

from designsys.audit.content.command import lines, read_html, render
from designsys.audit.content.judging import judge as judge_content
from designsys.audit.content.word_list import read_words
from designsys.audit.doctor import diagnose
from designsys.audit.findings import CERTAIN, Result
from designsys.audit.plan import plan
from designsys.audit.progress import progress
from designsys.audit.reports import console, file_reports
from designsys.audit.run import run
from designsys.audit.states import read_settings
from designsys.audit.targets import Tell
from designsys.cli._judging import Judging, judging_options
from designsys.cli._keeping import Keeping, keeping_options
from designsys.cli._targeting import Targeting, targeting_options
from designsys.errors import DesignsysError, message_language

__all__ = ["command"]


def _report_options(function: Callable[..., None]) -> Callable[..., None]:
    """One ``--name FILE`` for each report that goes to a file."""
    for name in file_reports():
        function = click.option(
            f"--{name}", f"report_{name}", metavar="FILE", help=f"Write a {name} report too."
        )(function)
    return function


@click.command(name="audit")
@click.argument("targets", nargs=-1, metavar="TARGET...")
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
@judging_options
@targeting_options
@keeping_options
@_report_options
def command(
    targets: tuple[str, ...],
    judging: Judging,
    targeting: Targeting,
    keeping: Keeping,
    doctor: bool,
    browser_path: str | None,
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

    Exit code: 0 nothing found, 1 findings, 2 something could not be judged.

    \b
    Example:
      designsys audit https://www.city.example.jp/ --json report.json
      designsys audit site/ --engine selenium --condition base --condition 320+dark
      designsys audit https://www.city.example.jp/ --crawl --sample 40 --seed 8
      designsys audit http://127.0.0.1:8000/ --serve "flask run --port 8000"
      designsys audit https://www.city.example.jp/ --crawl --resume
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
    paths = {name: Path(files[f"report_{name}"]) for name in file_reports() if files[f"report_{name}"]}
    if content is not None or words is not None:
        _refuse_content(targets, content, judging.conditions, paths)
        _content(content or "", words, paths.get("json"), language)
    conditions, only = judging.wanted()
    _refuse(targeting.targets(targets), paths)
    with targeting.pages(targets, judging.timeout, _teller(language)) as (pages, pace):
        settings = read_settings(Path())
        jobs = plan(pages, conditions, settings.states)
        word = "判定中" if language == "ja" else "Judging"
        with keeping.kept() as (journal, cache), progress(len(jobs), word) as done:
            result = run(
                jobs, partial(judging.start, pace), judging.timeout,
                done, journal, settings, cache, only, judging.workers,
            )  # fmt: skip
    for name, path in paths.items():
        _write(path, file_reports()[name].render(result, language))
    _conclude(result, language)


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
    for path in paths.values():
        if path.is_dir() or not path.absolute().parent.is_dir():
            raise _unwritable(path)


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
    for path in paths.values():
        if path.is_dir() or not path.absolute().parent.is_dir():
            raise _unwritable(path)


def _content(content: str, words: Path | None, report: Path | None, language: str) -> NoReturn:
    """Judge a fragment of HTML, tell it, and end."""
    own = read_words(words) if words else {}
    html = read_html(content)
    findings = judge_content(html, own)
    if report:
        _write(report, render(html, findings, language))
    click.echo("\n".join(lines(html, findings, language)))
    sys.exit(1 if any(finding.certainty == CERTAIN for finding in findings) else 0)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        raise _unwritable(path) from None


def _unwritable(path: Path) -> DesignsysError:
    return DesignsysError(
        en=f"the report cannot be written to '{path}': name a file in a folder that exists.",
        ja=f"報告を「{path}」に書けません。あるフォルダーの中のファイル名を書いてください。",
    )


def _conclude(result: Result, language: str) -> None:
    lost = [page.reason for page in result.pages if page.reason]
    if len(lost) < len(result.pages):
        console.show(result, language, sys.stdout)
    if lost:
        raise lost[0]
    sys.exit(1 if result.of(CERTAIN) else 0)
