"""Writes a theme as files that a designer, a developer and an auditor go on with.

The theme itself comes from :func:`designsys.tokens.new_theme`; the preview is a page made with our macros,
as any service would make one, and opens from disk.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from designsys import __version__
from designsys.catalogue import Catalogue
from designsys.errors import DesignsysError
from designsys.rendering import install, use_locale
from designsys.rendering.examples import example_environment, render_example
from designsys.styles import bundle, write
from designsys.tokens import Color, Theme, build, exempt
from designsys.tokens.contrast import floor_ratio

__all__ = ["LOGO_TYPES", "write_theme"]

LOGO_TYPES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
"""Kinds of image that a logo may be."""

_SOURCES = Path(__file__).with_name("theme_preview")
_SCHEMES = ("light", "dark", "high-contrast")


def write_theme(
    theme: Theme, out: Path, catalogue: Catalogue, logo: Path | None = None, language: str = "ja"
) -> list[Path]:
    """Write the DTCG file, its CSS, the preview page, and the proof for people and for machines.

    :param out: the folder; made when it is not there. Files of the same names are replaced, others stay.
    :param catalogue: the components that the preview shows.
    :param logo: an image for the preview's header, copied beside it.
    :param language: ``ja`` or ``en``, of the preview and the proof.
    :returns: the files, those to be opened first.
    :raises DesignsysError: when the folder cannot be written, or the logo is no image file.
    """
    _check_logo(logo)
    files = {
        theme.file_name: theme.json,
        f"{theme.id}.css": build(theme.system, "css"),
        "proof.json": _proof(theme),
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        write(bundle(catalogue, tokens=theme.system), out / "preview", __version__)
        copied = f"preview/logo{logo.suffix.lower()}" if logo else None
        if logo and copied:
            shutil.copyfile(logo, out / copied)
        (out / "preview" / "preview.css").write_text(_style_sheet(theme), encoding="utf-8", newline="\n")
        files |= _pages(theme, out, catalogue, copied, language)
        for name, text in files.items():
            (out / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise DesignsysError(
            en=f"{out} cannot be written: {error.strerror}; give another folder to --out.",
            ja=f"{out} に書きこめません（{error.strerror}）。--out に別のフォルダーを指定してください。",
        ) from None
    return [out / name for name in files]


def _check_logo(logo: Path | None) -> None:
    if logo is not None and (logo.suffix.lower() not in LOGO_TYPES or not logo.is_file()):
        raise DesignsysError(
            en=f"--logo: '{logo}' is no image file; give one of {', '.join(LOGO_TYPES)}.",
            ja=f"--logo：「{logo}」という画像はありません。{'、'.join(LOGO_TYPES)} のどれかを指定してください。",
        )


def _proof(theme: Theme) -> str:
    pairs = [{**dataclasses.asdict(pair), "ratio": floor_ratio(pair.ratio)} for pair in theme.pairs]
    apart = [{**dataclasses.asdict(one), "delta_e": floor_ratio(one.delta_e)} for one in theme.distances]
    data = {"theme": theme.id, "pairs": pairs, "distances": apart, "exempt": exempt(theme.system)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _swatches(theme: Theme) -> list[dict[str, str]]:
    tokens = theme.system.resolve()
    return [
        {
            "name": "brand" if token.names[-1] == "$root" else token.names[-1],
            "hex": Color.of(token.value).hex,
            "class_name": f"preview-step-{token.names[-1].strip('$')}",
        }
        for token in tokens.values()
        if token.names[0] == "brand" and len(token.names) == 2
    ]


def _style_sheet(theme: Theme) -> str:
    """The preview's own style sheet: a page under our Content-Security-Policy has no inline style."""
    steps = [f".{one['class_name']} {{ background-color: {one['hex']}; }}" for one in _swatches(theme)]
    charts = [
        f".preview-chart-{place} {{ background-color: var(--ds-color-chart-{place}); }}"
        for place in range(1, 9)
    ]
    return "\n".join([(_SOURCES / "preview.css").read_text(encoding="utf-8"), *steps, *charts, ""])


def _pages(theme: Theme, out: Path, catalogue: Catalogue, logo: str | None, language: str) -> dict[str, str]:
    table = tomllib.loads((_SOURCES / "words.toml").read_text(encoding="utf-8"))
    environment = Environment(
        loader=FileSystemLoader(_SOURCES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    words = {key: texts.get(language) or _in_language(texts, language) for key, texts in table.items()}
    install(environment, theme=theme.id, assets=("preview", out / "preview"))
    values: dict[str, Any] = {
        "made": theme,
        "language": language,
        "words": words,
        "schemes": _SCHEMES,
        "logo": Markup(f'<img src="{escape(logo)}" alt="">') if logo else None,
    }
    with use_locale(language):
        preview = environment.get_template("preview.jinja").render(
            **values,
            notes=[note.ja if language == "ja" else note.en for note in theme.notes],
            swatches=_swatches(theme),
            examples=_examples(catalogue, language),
        )
        proof = environment.get_template("proof.jinja").render(
            **values,
            pairs={scheme: _pair_rows(theme, scheme, words["kinds"]) for scheme in _SCHEMES},
            distances=_distance_rows(theme, words),
            exempt=[(token, reason) for token, reason in exempt(theme.system).items()],
        )
    return {"preview.html": preview, "proof.html": proof}


def _examples(catalogue: Catalogue, language: str) -> list[tuple[str, Markup]]:
    """The first example of each component that can stand in a page's main part."""
    environment = example_environment()
    return [
        (component.title[language], Markup(render_example(component.examples[0], language, environment)))
        for component in catalogue
        if not component.furniture and component.name != "page"
    ]


def _in_language(texts: dict[str, dict[str, str]], language: str) -> dict[str, str]:
    return {name: text[language] for name, text in texts.items()}


def _pair_rows(theme: Theme, scheme: str, kinds: dict[str, str]) -> list[tuple[str, ...]]:
    return [
        (
            f"{pair.foreground} {pair.foreground_hex}",
            f"{pair.background} {pair.background_hex}",
            kinds[pair.kind],
            f"{floor_ratio(pair.ratio):.2f}",
            f"{pair.required:g}",
            f"{pair.apca:.1f}",
        )
        for pair in theme.pairs
        if pair.scheme == scheme
    ]


def _distance_rows(theme: Theme, words: dict[str, Any]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for scheme in _SCHEMES:
        for vision in dict.fromkeys(one.vision for one in theme.distances):
            measured = [one for one in theme.distances if (one.scheme, one.vision) == (scheme, vision)]
            if not measured:
                continue
            near = min(measured, key=lambda one: one.delta_e)
            both = f"{near.first} {near.first_hex} / {near.second} {near.second_hex}"
            rows.append((words[scheme], words["visions"][vision], both, f"{floor_ratio(near.delta_e):.2f}"))
    return rows
