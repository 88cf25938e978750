"""``designsys tokens``: build the tokens to another language, and check the contrast of their pairs."""

from __future__ import annotations

import dataclasses
import gc
import json
import sys
from pathlib import Path

import click

from designsys.cli._options import theme_option, tokens_option
from designsys.errors import DesignsysError, message_language
from designsys.tokens import (
    Distance,
    Pair,
    build,
    choose_themes,
    distances,
    exempt,
    load,
    outputs,
    prove,
)
from designsys.tokens.contrast import floor_ratio

__all__ = ["command"]


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
@tokens_option
@theme_option
def build_command(output: str, out: Path | None, tokens: Path | None, theme: tuple[str, ...]) -> None:
    """Write the tokens in another language.

    Refuses when a declared pair of colours misses its contrast in any theme or scheme.

    \b
    Examples:
      designsys tokens build --to css --out static/tokens.css
      designsys tokens build --to figma --theme yokohama.tokens.json --out variables.json
    """
    # Nothing is thrown away before the process ends, and the collector's passes over all that is kept are what
    # would not grow with the tokens: 10,000 take 342 ms without them, 389 ms with (measured).
    gc.disable()
    try:
        text = build(choose_themes(load(tokens), theme), output)
    finally:
        gc.enable()
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise DesignsysError(
            en=f"{out} cannot be written: {error.strerror}; give another file to --out.",
            ja=f"{out} に書きこめません（{error.strerror}）。--out に別のファイルを指定してください。",
        ) from None


@command.command(name="check")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, to be recomputed by others.")
@tokens_option
@theme_option
def check_command(as_json: bool, tokens: Path | None, theme: tuple[str, ...]) -> None:
    """Print the contrast of every pair in every theme and scheme (WCAG 2.2); exit 1 when one falls short.

    The colours of charts are measured too: how far they are apart in each colour vision.

    \b
    Examples:
      designsys tokens check --theme yokohama.tokens.json
      designsys tokens check --json > contrast.json
    """
    system = choose_themes(load(tokens), theme)
    pairs, reasons, apart = prove(system), exempt(system), distances(system)
    if as_json:
        click.echo(json.dumps(_data(pairs, reasons, apart), ensure_ascii=False, indent=1))
    else:
        _print_pairs(pairs)
        _print_distances(apart)
        _print_summary(pairs, reasons, apart)
    if not all(pair.passes for pair in pairs) or not all(distance.passes for distance in apart):
        sys.exit(1)


def _data(pairs: list[Pair], reasons: dict[str, str], apart: list[Distance]) -> dict[str, object]:
    return {
        "pairs": [
            {
                **dataclasses.asdict(pair),
                "ratio": floor_ratio(pair.ratio),
                "apca": round(pair.apca, 1),
                "passes": pair.passes,
                "nearest": pair.nearest,
            }
            for pair in pairs
        ],
        "exempt": [{"token": token, "reason": reason} for token, reason in reasons.items()],
        "distances": [
            {
                **dataclasses.asdict(distance),
                "delta_e": floor_ratio(distance.delta_e),
                "passes": distance.passes,
            }
            for distance in apart
        ],
    }


def _print_pairs(pairs: list[Pair]) -> None:
    for pair in pairs:
        mark = "ok  " if pair.passes else "FAIL"
        nearest = f"  -> {pair.nearest}" if pair.nearest else ""
        click.echo(
            f"{mark} {pair.theme:10} {pair.scheme:13} {floor_ratio(pair.ratio):5.2f} >= {pair.required:<4g} {pair.kind:10} "
            f"Lc {pair.apca:6.1f} {pair.foreground} {pair.foreground_hex} / {pair.background} {pair.background_hex}{nearest}"
        )


def _print_distances(apart: list[Distance]) -> None:
    """For each theme, scheme and colour vision the two colours that come nearest, and every shortfall."""
    nearest: dict[tuple[str, str, str], Distance] = {}
    for one in apart:
        key = (one.theme, one.scheme, one.vision)
        if key not in nearest or one.delta_e < nearest[key].delta_e:
            nearest[key] = one
    shown = [one for one in apart if not one.passes or one in nearest.values()]
    for one in shown:
        click.echo(
            f"{'ok  ' if one.passes else 'FAIL'} {one.theme:10} {one.scheme:13} {one.delta_e:5.2f} >= {one.required:<4g} "
            f"{one.vision:10} ΔE2000   {one.first} {one.first_hex} / {one.second} {one.second_hex}"
        )


def _print_summary(pairs: list[Pair], reasons: dict[str, str], apart: list[Distance]) -> None:
    japanese = message_language() == "ja"
    for token, reason in reasons.items():
        click.echo(f"{'対象外' if japanese else 'exempt'} {token}: {reason}")
    short = sum(not pair.passes for pair in pairs)
    near = sum(not distance.passes for distance in apart)
    click.echo(
        f"{len(pairs)} 組を調べ、{short} 組が足りません。図表の色 {len(apart)} 組を調べ、{near} 組が近すぎます。"
        if japanese
        else f"{len(pairs)} pairs checked, {short} fall short. "
        f"{len(apart)} pairs of chart colours checked, {near} are too near."
    )
