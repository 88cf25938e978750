"""``designsys build``: writes the style sheet and the script that pages link.

What goes into them is decided in :mod:`designsys.styles`.
"""

from __future__ import annotations

import re
from pathlib import Path

import click

from designsys import __version__
from designsys.catalogue import load
from designsys.cli._options import components_option, theme_option, tokens_option
from designsys.errors import DesignsysError, message_language
from designsys.styles import Delimiters, Usage, bundle, used_components, write
from designsys.tokens import choose_themes
from designsys.tokens import load as load_tokens

__all__ = ["command"]

_LAYER = re.compile(r"[a-zA-Z_][\w-]*(\.[a-zA-Z_][\w-]*)*\Z")


@click.command("build")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Where to write.")
@click.option(
    "--used-in",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="PATH",
    help="Take only the components that these templates use: a file or a folder. May be repeated.",
)
@click.option(
    "--delimiters", metavar="MARKS", help="The templates' own block and variable marks: '<% %> << >>'."
)
@theme_option
@click.option("--layer", metavar="NAME", help="Put all CSS into this cascade layer.")
@tokens_option
@components_option
def command(
    out: Path,
    used_in: tuple[Path, ...],
    delimiters: str | None,
    theme: tuple[str, ...],
    layer: str | None,
    tokens: Path | None,
    components: tuple[Path, ...],
) -> None:
    """Write hashed, minified CSS and JavaScript, and a manifest.

    Files of an earlier build in the same folder are removed; nothing else there is touched.

    \b
    Examples:
      designsys build --out static/designsys
      designsys build --out static/designsys --used-in templates --layer designsys
      designsys build --out static/designsys --theme yokohama.tokens.json
    """
    if layer is not None and not _LAYER.match(layer):
        raise DesignsysError(
            en=f"--layer: '{layer}' is not the name of a layer; write one such as designsys or vendor.designsys.",
            ja=f"--layer：「{layer}」はレイヤー名になりません。designsys や vendor.designsys のように書いてください。",
        )
    marks = _delimiters(delimiters)
    catalogue = load(components)
    usage = used_components(catalogue, used_in, marks) if used_in else None
    system = choose_themes(load_tokens(tokens), theme)
    made = bundle(catalogue, usage.names if usage else None, layer, system)
    files = write(made, out, __version__)
    _tell(usage)
    for file in files.values():
        click.echo(out / file)


def _delimiters(marks: str | None) -> Delimiters | None:
    if marks is None:
        return None
    words = marks.split()
    if len(words) != 4 or len(set(words)) != 4:
        raise DesignsysError(
            en=f"--delimiters: '{marks}' must be four marks with blanks between them, as in '<% %> << >>'.",
            ja=f"--delimiters：「{marks}」ではなく、'<% %> << >>' のように4つの記号を空白で区切って書いてください。",
        )
    return Delimiters(*words)


def _tell(usage: Usage | None) -> None:
    for en, ja in usage.unsure if usage else ():
        click.echo(f"designsys: {ja if message_language() == 'ja' else en}", err=True)
