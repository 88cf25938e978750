"""``designsys tokens``: build the tokens to another language, and check the contrast of their pairs."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

import click

from designsys.errors import message_language
from designsys.tokens import Pair, build, exempt, load, outputs, prove
from designsys.tokens.contrast import floor_ratio

__all__ = ["command"]

_FOLDER = click.option(
    "--tokens",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder with the *.resolver.json to use instead of designsys' own tokens.",
)


@click.group(name="tokens")
def command() -> None:
    """Build and check the design tokens.

    \b
    Example:
      designsys tokens check
    """


@command.command(name="build")
@click.option(
    "--to", "output", required=True, metavar="OUTPUT", help=f"What to write: {', '.join(outputs())}."
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write; stdout when left out."
)
@_FOLDER
def build_command(output: str, out: Path | None, folder: Path | None) -> None:
    """Write the tokens as CSS custom properties.

    Refuses when a declared pair of colours misses its contrast in any theme or scheme.

    \b
    Example:
      designsys tokens build --to css --out static/tokens.css
    """
    text = build(load(folder), output)
    if out is None:
        click.echo(text, nl=False)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8", newline="\n")


@command.command(name="check")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, to be recomputed by others.")
@_FOLDER
def check_command(as_json: bool, folder: Path | None) -> None:
    """Print the contrast of every pair in every theme and scheme (WCAG 2.2); exit 1 when one falls short.

    \b
    Example:
      designsys tokens check --json > contrast.json
    """
    system = load(folder)
    pairs = prove(system)
    reasons = exempt(system)
    if as_json:
        listed = [{"token": token, "reason": reason} for token, reason in reasons.items()]
        click.echo(
            json.dumps(
                {"pairs": [_row(pair) for pair in pairs], "exempt": listed}, ensure_ascii=False, indent=1
            )
        )
    else:
        _table(pairs, reasons)
    if any(not pair.passes for pair in pairs):
        sys.exit(1)


def _row(pair: Pair) -> dict[str, object]:
    return {
        **dataclasses.asdict(pair),
        "ratio": floor_ratio(pair.ratio),
        "passes": pair.passes,
        "nearest": pair.nearest,
    }


def _table(pairs: list[Pair], reasons: dict[str, str]) -> None:
    japanese = message_language() == "ja"
    short = [pair for pair in pairs if not pair.passes]
    for pair in pairs:
        mark = "ok  " if pair.passes else "FAIL"
        nearest = f"  -> {pair.nearest}" if pair.nearest else ""
        click.echo(
            f"{mark} {pair.theme:10} {pair.scheme:13} {floor_ratio(pair.ratio):5.2f} >= {pair.required:<4g} {pair.kind:10} "
            f"{pair.foreground} {pair.foreground_hex} / {pair.background} {pair.background_hex}{nearest}"
        )
    for token, reason in reasons.items():
        click.echo(f"{'対象外' if japanese else 'exempt'} {token}: {reason}")
    click.echo(
        f"{len(pairs)} 組を調べ、{len(short)} 組が足りません。"
        if japanese
        else f"{len(pairs)} pairs checked, {len(short)} fall short."
    )
