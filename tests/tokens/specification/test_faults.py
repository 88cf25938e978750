"""Every fault of a token file is found, told once, and told whole: file, JSON Pointer, line, frame, cure, nearest name.

``faults/`` has a file for each kind of fault, and beside it (``.txt``) the report that it gives, in English and in
Japanese. What a broken token breaks in turn is not told.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys.cli import main
from designsys.tokens import TokenError, build, load

Files = dict[str, Any]
Sentences = Callable[..., list[str]]
FAULTS = Path(__file__).parent / "faults"


def number(value: Any) -> dict[str, Any]:
    return {"$type": "number", "$value": value}


def token(kind: str, value: Any) -> dict[str, Any]:
    return {"$type": kind, "$value": value}


def report(name: str) -> tuple[str, str]:
    """The report that a file of ``faults/`` is to give, in English and in Japanese."""
    en, ja = (FAULTS / name).with_suffix(".txt").read_text(encoding="utf-8").split("\n\n")
    return en, ja.rstrip("\n")


@pytest.mark.parametrize("name", sorted(path.name for path in FAULTS.glob("*.json")))
def test_the_whole_report_of_a_fault(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FAULTS)
    with pytest.raises(TokenError) as caught:
        build(load(name), "css")
    told = caught.value
    assert (f"{told.en}\n{told.frame}".rstrip("\n"), f"{told.ja}\n{told.frame}".rstrip("\n")) == report(name)


@pytest.mark.parametrize(("language", "index"), [("en", 0), ("ja", 1)])
def test_the_command_line_prints_the_report_and_exits_2(
    language: str, index: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(FAULTS)
    monkeypatch.setenv("DESIGNSYS_LANG", language)
    with pytest.raises(SystemExit) as end:
        main(["tokens", "build", "--to", "css", "--tokens", "wrong-value.tokens.json"])
    printed = capsys.readouterr()
    assert (end.value.code, printed.out) == (2, "")
    assert printed.err == f"designsys: {report('wrong-value.tokens.json')[index]}\n"


@pytest.mark.parametrize(
    ("count", "en", "ja"),
    [
        (20, "", ""),
        (21, "\nand 1 more.", "\nほかに 1 件。"),
        (25, "\nand 5 more.", "\nほかに 5 件。"),
    ],
)
def test_twenty_faults_are_told_and_the_others_counted(
    count: int, en: str, ja: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [f'"t{index}": {{"$type": "number", "$value": "x"}}' for index in range(1, count + 1)]
    lines = ["{", *(f"{row}," for row in rows[:-1]), rows[-1], "}"]
    Path("a.tokens.json").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(TokenError) as caught:
        load("a.tokens.json").resolve()
    places = [f"a.tokens.json:{index + 1} (#/t{index}/$value): " for index in range(1, 21)]
    frames = [
        "\n".join(
            f"{'>' if number == index else ' '} {number + 1:{len(str(index + 2))}} | {lines[number]}"
            for number in (index - 1, index, index + 1)
        )
        for index in range(1, 21)
    ]
    told = [f'{place}"x" is not a number: write a number.\n' for place in places]
    told_ja = [f'{place}"x" は number の値ではありません。数を書いてください。\n' for place in places]
    assert caught.value.en == f"{count} faults:\n" + "\n".join(map(str.__add__, told, frames)) + en
    assert caught.value.ja == f"{count} 件の誤り:\n" + "\n".join(map(str.__add__, told_ja, frames)) + ja
    assert len(caught.value.faults) == count


PX = {"value": 1, "unit": "px"}
RED = {"colorSpace": "srgb", "components": [1, 0, 0]}
SHADOW = {"color": RED, "offsetX": PX, "offsetY": PX, "blur": PX, "spread": PX}
COLOR_SHAPE = '"red" is not a color: write an object such as {"colorSpace": "srgb", "components": [1, 0, 0], "hex": "#ff0000"}.'
PX_SHAPE = 'is not a dimension: write an object such as {"value": 16, "unit": "px"}.'
EM = '{"value": 1, "unit": "em"} is not a dimension: write one of px, rem. Did you mean \'rem\'?'
STROKES = "write one of solid, dashed, dotted, double, groove, ridge, outset, inset."

COMPOSITE: dict[str, tuple[str, Any, list[str]]] = {
    "border": (
        "border", {"color": "red", "width": "1px", "style": "dash"},
        [f"/color {COLOR_SHAPE}", f'/width "1px" {PX_SHAPE}',
         f"/style \"dash\" is not a strokeStyle: {STROKES} Did you mean 'dashed'?"],
    ),
    "border: a part is missing, another wrong": (
        "border", {"color": "red", "width": PX},
        ['{"color": "red", "width": {"value": 1, "unit": "px"}} is not a border: it lacks \'style\'.',
         f"/color {COLOR_SHAPE}"],
    ),
    "border: a part too many, another wrong": (
        "border", {"color": "red", "width": PX, "style": "solid", "radius": PX},
        ['/radius {"color": "red", "width": {"value": 1, "unit": "px"}, "style": "solid", "radius… is not a '
         "border: it has no part 'radius'; write color, style, width.", f"/color {COLOR_SHAPE}"],
    ),
    "border: its stroke style": (
        "border", {"color": RED, "width": PX, "style": {"dashArray": [PX, "1px"], "lineCap": "flat"}},
        [f'/style/dashArray/1 "1px" {PX_SHAPE}', '/style/lineCap "flat" is not a lineCap: write one of round, butt, square.'],
    ),
    "strokeStyle": (
        "strokeStyle", {"dashArray": ["{thin}", {"value": 1, "unit": "em"}], "lineCap": 1},
        ["/dashArray/0 '{thin}' leads to no token.", f"/dashArray/1/unit {EM}",
         "/lineCap 1 is not a lineCap: write one of round, butt, square."],
    ),
    "transition": (
        "transition", {"duration": "1s", "delay": {"value": 1}, "timingFunction": [2, 0, -1, 1]},
        ['/duration "1s" is not a duration: write an object such as {"value": 200, "unit": "ms"}.',
         "/delay {\"value\": 1} is not a duration: it lacks 'unit'.",
         "/timingFunction/0 [2, 0, -1, 1] is not a cubicBezier: write a number from 0 to 1.",
         "/timingFunction/2 [2, 0, -1, 1] is not a cubicBezier: write a number from 0 to 1."],
    ),
    "shadow": (
        "shadow", {**SHADOW, "offsetX": "1px", "blur": {"value": 1, "unit": "em"}, "inset": "true"},
        [f'/offsetX "1px" {PX_SHAPE}', f"/blur/unit {EM}", '/inset "true" is not a boolean: write true or false.'],
    ),
    "shadow: in its second and third layer": (
        "shadow", [SHADOW, {**SHADOW, "color": "red"}, 3],
        [f"/1/color {COLOR_SHAPE}", "/2 3 is not a shadow: write an object with its parts."],
    ),
    "gradient": (
        "gradient", [{"color": "red", "position": "0"}, {"color": RED, "position": 0.5}, {"color": RED}],
        [f"/0/color {COLOR_SHAPE}", '/0/position "0" is not a number: write a number.',
         '/2 {"color": {"colorSpace": "srgb", "components": [1, 0, 0]}} is not a gradient: it lacks \'position\'.'],
    ),
    "typography": (
        "typography",
        {"fontFamily": ["Meiryo", 3], "fontSize": 16, "fontWeight": "bld", "letterSpacing": "0", "lineHeight": PX},
        ["/fontFamily/1 3 is not a fontFamily: write a font name, or a list of them.", f"/fontSize 16 {PX_SHAPE}",
         '/fontWeight "bld" is not a fontWeight: write a number from 1 to 1000, or a name such as bold. '
         "Did you mean 'bold'?", f'/letterSpacing "0" {PX_SHAPE}',
         '/lineHeight {"value": 1, "unit": "px"} is not a number: write a number.'],
    ),
    "color": (
        "color", {"colorSpace": "srgb", "components": [2, "half", 0], "alpha": 2},
        [f'/{part} {{"colorSpace": "srgb", "components": [2, "half", 0], "alpha": 2}} is not a color: {cure}'
         for part, cure in (("components/0", 'write a number from 0 to 1, or "none".'),
                            ("components/1", 'write a number from 0 to 1, or "none".'),
                            ("alpha", "write a number from 0 to 1."))],
    ),
    "dimension": (
        "dimension", {"value": "1", "unit": "em"},
        ['/value {"value": "1", "unit": "em"} is not a dimension: write a number.',
         '/unit {"value": "1", "unit": "em"} is not a dimension: write one of px, rem. Did you mean \'rem\'?'],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "expected"), COMPOSITE.values(), ids=list(COMPOSITE))
def test_every_wrong_part_of_a_value_is_told(
    kind: str, value: Any, expected: list[str], sentences: Sentences
) -> None:
    told = sentences({"a.tokens.json": {"a": token(kind, value)}})
    assert [sentence.removeprefix("#/a/$value").lstrip(" ") for sentence in told] == expected


X = '"x" is not a number: write a number.'
NO_TYPE = "'a' has no type; write $type on it or on a group around it."
UNKNOWN_TYPE = (
    "there is no type 'numbr'; write one of color, dimension, fontFamily, fontWeight, duration, cubicBezier, number, "
    "strokeStyle, border, transition, shadow, gradient, typography. Did you mean 'number'?"
)
BORDER = {"color": "{a}", "width": PX, "style": "solid"}
CYCLE = "this reference leads back to itself ({}); give one of them a value."
TWO_IN_A_CYCLE = [f"#/a {CYCLE.format('a → b → a')}", f"#/b {CYCLE.format('b → a → b')}"]
A_IN_B_IN_A = {"a": {"$value": "{b}"}, "b": {"$value": "{a}"}}

ONCE: dict[str, tuple[Any, list[str]]] = {
    "an alias of a broken token": ({"a": number("x"), "b": {"$value": "{a}"}}, [f"#/a/$value {X}"]),
    "an alias before the broken token": ({"b": {"$value": "{a}"}, "a": number("x")}, [f"#/a/$value {X}"]),
    "a chain of aliases of a broken token": (
        {"a": number("x"), "b": {"$value": "{a}"}, "c": {"$value": "{b}"}, "d": {"$ref": "#/c"}}, [f"#/a/$value {X}"]
    ),
    "an alias with another type of a broken token": (
        {"a": number("x"), "b": token("color", "{a}")}, [f"#/a/$value {X}"]
    ),
    "a part that is an alias of a broken token": (
        {"a": token("color", "red"), "b": token("border", BORDER)}, [f"#/a/$value {COLOR_SHAPE}"]
    ),
    "a pointer to the value of a broken token": (
        {"a": number("x"), "b": number({"$ref": "#/a/$value"})}, [f"#/a/$value {X}"]
    ),
    "a pointer in a part to the value of a broken token": (
        {"a": number("x"), "b": token("dimension", {"value": {"$ref": "#/a/$value"}, "unit": "px"})},
        [f"#/a/$value {X}"],
    ),
    "an alias of a token without type": ({"a": {"$value": 1}, "b": {"$value": "{a}"}}, [f"#/a {NO_TYPE}"]),
    "an alias of a token of unknown type": (
        {"a": token("numbr", 1), "b": {"$value": "{a}"}}, [f"#/a/$type {UNKNOWN_TYPE}"]
    ),
    "an alias of an unknown alias": (
        {"a": {"$value": "{nowhere}"}, "b": {"$value": "{a}"}}, ["#/a/$value '{nowhere}' leads to no token."]
    ),
    "an alias of an alias of another type": (
        {"n": number(1), "a": token("color", "{n}"), "b": token("color", "{a}")},
        ["#/a/$value a color is wanted here, but 'n' is a number."],
    ),
    "the value of a token of unknown type": ({"a": token("numbr", "x")}, [f"#/a/$type {UNKNOWN_TYPE}"]),
    "the tokens of a group of unknown type": (
        {"g": {"$type": "numbr", "a": {"$value": 1}, "b": {"c": {"$value": 2}}}}, [f"#/g/$type {UNKNOWN_TYPE}"]
    ),
    "what stands in an object that stands twice": (
        '{"a": {"$type": "number", "$value": 1},\n"a": {"$type": "number", "$value": 1}}',
        ["#/a 'a' stands here a second time (first in line 1); keep one of them."],
    ),
    "the child of a token": (
        {"a": {**number(1), "b": number("x")}},
        ["#/a/b a token with $value cannot have the child 'b'; move one of them (a group's own token is $root)."],
    ),
    "the tokens of a group whose name is none": (
        {"a.b": {"c": number("x"), "d": {"$value": 1}}},
        ["#/a.b 'a.b' cannot be a name: names are not empty and have no '{', '}' or '.'."],
    ),
    "a broken token that other groups inherit": (
        {"a": {"x": number("x"), "y": {"$value": "{nowhere}"}}, "b": {"$extends": "{a}"}, "c": {"$ref": "#/b"}},
        [f"#/a/x/$value {X}", "#/a/y/$value '{nowhere}' leads to no token."],
    ),
    "a broken $extends that other groups inherit": (
        {"a": {"$extends": "{nowhere}"}, "b": {"$extends": "{a}"}, "c": {"$extends": "{b}"}},
        ["#/a/$extends there is no group 'nowhere' to extend."],
    ),
    "two cycles": (
        {**A_IN_B_IN_A, "c": {"$value": "{c}"}}, [*TWO_IN_A_CYCLE, f"#/c {CYCLE.format('c → c')}"]
    ),
    "an alias into a cycle": ({"z": {"$value": "{a}"}, **A_IN_B_IN_A}, TWO_IN_A_CYCLE),
    "a part that leads into a cycle": ({"z": token("border", BORDER), **A_IN_B_IN_A}, TWO_IN_A_CYCLE),
    "a cycle of token-level pointers": ({"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}}, TWO_IN_A_CYCLE),
    "a cycle of pointers and braces": ({"a": {"$ref": "#/b/$value"}, "b": {"$value": "{a}"}}, TWO_IN_A_CYCLE),
    "a cycle of pointers in values": (
        {"a": number({"$ref": "#/b/$value"}), "b": number({"$ref": "#/a/$value"})}, TWO_IN_A_CYCLE
    ),
    "a cycle through parts": (
        {"a": token("shadow", ["{b}"]), "b": token("shadow", [SHADOW, "{a}"])}, TWO_IN_A_CYCLE
    ),
    "a cycle of components": (
        {"a": token("dimension", {"value": {"$ref": "#/b/$value/value"}, "unit": "px"}),
         "b": token("dimension", {"value": {"$ref": "#/a/$value/value"}, "unit": "px"})},
        [f"#/a {CYCLE.format('#/a/$value/value → #/b/$value/value → #/a/$value/value')}",
         f"#/b {CYCLE.format('#/b/$value/value → #/a/$value/value → #/b/$value/value')}"],
    ),
    "a group that extends one of a circle": (
        {"c": {"$extends": "{a}"}, "a": {"$extends": "{b}"}, "b": {"$extends": "{a}"}},
        ["#/a/$extends this group extends itself (a → b → a); take one $extends away.",
         "#/b/$extends this group extends itself (b → a → b); take one $extends away."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "expected"), ONCE.values(), ids=list(ONCE))
def test_a_fault_is_told_once_and_what_follows_from_it_is_not(
    tokens: Any, expected: list[str], sentences: Sentences
) -> None:
    assert sentences({"a.tokens.json": tokens}) == expected


def ref(target: str) -> dict[str, str]:
    return {"$ref": target}


RESOLVERS: dict[str, tuple[Files, list[str]]] = {
    "its root": (
        {"a.resolver.json": {"$schema": "x", "vesion": "2025.10", "sets": [], "modifiers": "m", "resolutionOrder": []}},
        ["#/vesion a resolver document has no 'vesion'. Did you mean 'version'?", '#/version write "version": "2025.10".',
         "#/sets 'sets' must be an object.", "#/modifiers 'modifiers' must be an object."],
    ),
    "its order": (
        {"a.resolver.json": {"version": "2025.10", "resolutionOrder": [
            1, ref("#/sets/colour"), {"type": "set"}, {"type": "modifier", "name": "m", "contexts": {}}, ref("#/$defs"),
            ref("sets")], "sets": {"color": {"sources": []}}}},
        ["#/resolutionOrder/0 write a $ref, or an object with name and type (set or modifier).",
         "#/resolutionOrder/1/$ref there is no 'colour' in this document. Did you mean 'color'?",
         "#/resolutionOrder/2 write a $ref, or an object with name and type (set or modifier).",
         "#/resolutionOrder/3 the modifier 'm' needs at least two contexts.",
         "#/resolutionOrder/4/$ref the order takes '#/sets/…' and '#/modifiers/…'.",
         "#/resolutionOrder/5/$ref 'sets' is no JSON Pointer; write '#/sets/name'."],
    ),
    "its sets and modifiers": (
        {"a.resolver.json": {"version": "2025.10", "sets": {"a": {"source": []}, "b": {"sources": {}}},
                             "modifiers": {"m": {"contexts": {"light": [], "dark": {}}},
                                           "n": {"contexts": {"light": [], "dark": []}, "default": "night"}},
                             "resolutionOrder": [ref("#/sets/a"), ref("#/sets/b"), ref("#/modifiers/m"), ref("#/modifiers/n")]}},
        ["#/sets/a/source a set has no 'source'. Did you mean 'sources'?",
         "#/sets/b a set needs an array of sources.", "#/modifiers/m/contexts/dark a context is an array of sources.",
         "#/modifiers/n/default 'night' is not one of the contexts. Did you mean 'light'?"],
    ),
    "a key twice, and no order": (
        {"a.resolver.json": '{"version": "2025.10",\n"version": "2025.10"}'},
        ["#/version 'version' stands here a second time (first in line 1); keep one of them.",
         "#/resolutionOrder 'resolutionOrder' must be an array."],
    ),
    "its sources, and what is in them": (
        {"a.resolver.json": {"version": "2025.10", "resolutionOrder": [{"type": "set", "name": "s", "sources": [
            ref("missing.json"), ref("b.json"), ref("c.json"), 3, {"a": number("x")}]}]},
         "b.json": "{", "c.json": {"c": number("x")}},
        ["#/resolutionOrder/0/sources/0/$ref there is no file 'missing.json' beside this document.",
         "b.json # this is not JSON (column 2: Expecting property name enclosed in double quotes).",
         "#/resolutionOrder/0/sources/3 a source is an object: tokens, or a $ref.",
         f"c.json #/c/$value {X}", f"#/resolutionOrder/0/sources/4/a/$value {X}"],
    ),
    "a file that is named twice": (
        {"a.resolver.json": {"version": "2025.10", "sets": {"s": {"sources": [ref("b.json")]}}, "resolutionOrder": [
            ref("#/sets/s"), {"type": "set", "name": "t", "sources": [ref("b.json"), ref("#/sets/s")]}]},
         "b.json": {"a": number("x")}},
        [f"b.json #/a/$value {X}"],
    ),
    "sets in a circle": (
        {"a.resolver.json": {"version": "2025.10", "sets": {"a": {"sources": [ref("#/sets/b")]},
                                                            "b": {"sources": [ref("#/sets/a")]}},
                             "resolutionOrder": [ref("#/sets/a"), ref("#/sets/b")]}},
        ["#/sets/a/sources this set leads back to itself (sets/a/sources → sets/b/sources → sets/a/sources).",
         "#/sets/b/sources this set leads back to itself (sets/b/sources → sets/a/sources → sets/b/sources)."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), RESOLVERS.values(), ids=list(RESOLVERS))
def test_all_faults_of_a_resolver_document_are_told(
    files: Files, expected: list[str], sentences: Sentences
) -> None:
    assert sentences(files) == expected


def deep(opened: str, inside: str, closed: str) -> str:
    """JSON nested 2,000 deep, which the standard library does not write."""
    return opened * 2000 + inside + closed * 2000


STRANGE = {
    "deep groups": deep('{"a": ', json.dumps(number(1)), "}"),
    "deep arrays": '{"a": {"$type": "number", "$value": ' + deep("[", "", "]") + "}}",
    "deep objects": '{"a": {"$type": "color", "$value": ' + deep('{"x": ', "1", "}") + "}}",
    "deep extensions": '{"a": {"$type": "number", "$value": 1, "$extensions": ' + deep('{"x": ', "1", "}") + "}}",
    "deep and not closed": '{"a": ' * 2000,
    "a chain of $extends": json.dumps(
        {f"g{index}": {"$extends": f"{{g{index + 1}}}"} for index in range(2000)} | {"g2000": {"a": number(1)}}
    ),
    "a chain of components": json.dumps(
        {f"a{index}": token("dimension", {"value": ref(f"#/a{index + 1}/$value/value"), "unit": "px"}) for index in range(2000)}
        | {"a2000": token("dimension", PX)}
    ),
    "NaN": '{"a": {"$type": "number", "$value": NaN}}',
    "-Infinity": '{"a": {"$type": "number", "$value": -Infinity}}',
    "1e999": '{"a": {"$type": "dimension", "$value": {"value": 1e999, "unit": "px"}}}',
    "an integer of 5,000 digits": '{"a": {"$type": "number", "$value": ' + "9" * 5000 + "}}",
    "a lone surrogate as a name": '{"\\ud800": {"$type": "number", "$value": 1}}',
    "a lone surrogate in a reference": '{"a": {"$value": "{\\udfff}"}, "b": {"$ref": "#/\\udfff"}}',
    "an empty key": '{"": {"$type": "number", "$value": 1}}',
    "an empty key in a value": '{"a": {"$type": "color", "$value": {"": 1}}}',
    "an empty part of a pointer": '{"a": {"$ref": "#/"}, "b": {"$ref": "#//"}, "c": {"$value": "{.}"}}',
    "a null character": '{"\\u0000": {"$value": "{\\u0000}"}}',
    "no object": "[]",
    "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("text", STRANGE.values(), ids=list(STRANGE))
def test_strange_files_give_a_sentence_or_tokens(text: str, folder: Callable[[Files], Path]) -> None:
    path = folder({"a.tokens.json": text}) / "a.tokens.json"
    try:
        assert load(path).resolve()
    except TokenError as error:
        assert all(str(path) in sentence for sentence in (error.en, error.ja))
