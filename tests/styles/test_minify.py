"""Small files that mean the same; and the same files where the libraries are missing."""

from __future__ import annotations

import pytest

from designsys.errors import DesignsysError
from designsys.styles import minify
from designsys.styles.minify import minify_css, minify_js


@pytest.mark.parametrize(
    "kept",
    [
        "light-dark(",
        "--switch: ;",
        "(width>=48rem)",
        "margin-inline-start",
        ":where(",
        "@media (forced-colors:active)",
    ],
)
def test_rewrites_nothing_for_older_browsers(kept: str) -> None:
    css = """/* why */ :root { --switch: ; }
    .a:where(.b) { color: light-dark(var(--x), var(--y)); margin-inline-start: 0; }
    @media (width >= 48rem) { .a { margin: 0; } }
    @media (forced-colors: active) { .a { color: LinkText; } }"""
    small = minify_css(css, "a.css")
    assert kept.replace("--switch: ;", "--switch: }") in small
    assert "why" not in small


@pytest.mark.parametrize(
    "script", ["const a = `two  blanks ${b}`;", "const a = /[/]  x/;", 'const a = "// no comment";']
)
def test_scripts_keep_what_is_quoted(script: str) -> None:
    assert script.split(" = ")[1] in minify_js(f"// why\n{script}\n")


def test_what_does_not_parse_is_one_sentence() -> None:
    with pytest.raises(DesignsysError, match=r"wrong\.css"):
        minify_css(".a { color: red; } }", "wrong.css")


def test_without_the_libraries_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minify, "lightningcss", None)
    monkeypatch.setattr(minify, "rjsmin", None)
    assert minify_css(".a { top: 0 }", "a.css") == ".a { top: 0 }"
    assert minify_js("const a = 1 ;") == "const a = 1 ;"
