"""One document out of many files: reading it gives the tokens again, whatever they are."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.tokens import Document, Token, TokenSystem, build, load

NUMBER = {"$type": "number", "$value": 1}
PX = {"value": 1, "unit": "px"}
BLACK = {"colorSpace": "oklch", "components": ["none", 0, 0], "alpha": 0.5}
LAYER = {"color": BLACK, **dict.fromkeys(("offsetX", "offsetY", "blur", "spread"), PX)}
VALUES: dict[str, list[Any]] = {
    "color": [BLACK, {"colorSpace": "srgb", "components": [1, 0.5, 0], "hex": "#ff8000"}],
    "dimension": [PX, {"value": -0.5, "unit": "rem"}],
    "fontFamily": ["游ゴシック", ['A "B"', "sans-serif"]],
    "fontWeight": [1, "bold"],
    "duration": [{"value": 200, "unit": "ms"}, {"value": 0.2, "unit": "s"}],
    "cubicBezier": [[0, -1, 1, 2], [0.2, 0, 0, 1]],
    "number": [0, 1.5],
    "strokeStyle": ["dashed", {"dashArray": [PX], "lineCap": "butt"}],
    "border": [{"color": BLACK, "width": PX, "style": "solid"}],
    "transition": [
        {
            "duration": {"value": 1, "unit": "s"},
            "delay": {"value": 0, "unit": "ms"},
            "timingFunction": [0, 0, 1, 1],
        }
    ],
    "shadow": [LAYER, [LAYER, {**LAYER, "inset": True}]],
    "gradient": [[{"color": BLACK, "position": 0}, {"color": BLACK, "position": 1}]],
    "typography": [
        {"fontFamily": "A", "fontSize": PX, "fontWeight": 400, "letterSpacing": PX, "lineHeight": 1.5}
    ],
}


def every_choice(system: TokenSystem) -> dict[tuple[str, ...], dict[str, Token]]:
    contexts = system.contexts
    return {
        choice: system.resolve(**dict(zip(contexts, choice, strict=True)))
        for choice in itertools.product(*contexts.values())
    }


@pytest.fixture
def read_back(tmp_path: Path) -> Callable[[TokenSystem], TokenSystem]:
    """What reading the written document gives."""

    def read(system: TokenSystem) -> TokenSystem:
        path = tmp_path / "written" / "tokens.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(build(system, "json"), encoding="utf-8")
        return load(path)

    return read


@pytest.mark.parametrize("tokens", ["own", "town"])
def test_it_reads_back_equal(
    tokens: str, request: pytest.FixtureRequest, read_back: Callable[[TokenSystem], TokenSystem]
) -> None:
    system: TokenSystem = request.getfixturevalue(tokens)
    back = read_back(system)
    assert back.contexts == system.contexts
    assert back.extension("scheme") == system.extension("scheme")
    assert every_choice(back) == every_choice(system)


def test_a_choice_made_for_good_is_no_modifier_any_more(
    own: TokenSystem, read_back: Callable[[TokenSystem], TokenSystem]
) -> None:
    back = read_back(own.only(theme="wakaba"))
    assert back.contexts == {"scheme": own.contexts["scheme"]}
    assert back.resolve(scheme="dark") == own.resolve(theme="wakaba", scheme="dark")


def test_a_choice_of_several_begins_with_the_default(
    own: TokenSystem, read_back: Callable[[TokenSystem], TokenSystem]
) -> None:
    back = read_back(own.only(theme=("wakaba", "default")))
    assert back.contexts["theme"] == ("wakaba", "default")
    assert back.resolve() == own.resolve(theme="wakaba")


def test_an_added_theme_is_written_too(
    own: TokenSystem, read_back: Callable[[TokenSystem], TokenSystem]
) -> None:
    minato = Document(
        Path("minato.tokens.json"),
        '{"$schema": "x", "space": {"16": {"$type": "dimension", "$value": {"value": 9, "unit": "px"}}}}',
    )
    back = read_back(own.with_themes(minato))
    assert back.resolve(theme="minato")["space.16"].value == {"value": 9, "unit": "px"}


def test_without_modifiers_it_is_a_token_file(system: Callable[..., TokenSystem]) -> None:
    files = {
        "my.resolver.json": {
            "version": "2025.10",
            "sets": {"base": {"sources": [{"$ref": "a.tokens.json"}, {"a": {"b": {"$value": "{c}"}}}]}},
            "resolutionOrder": [{"$ref": "#/sets/base"}],
        }
    }
    first = {
        "$description": "町",
        "a": {"$type": "number", "b": {"$value": 1, "$description": "一"}},
        "c": NUMBER,
    }
    assert build(system(first, files), "json") == (
        """{
  "$schema": "https://www.designtokens.org/schemas/2025.10/format.json",
  "$description": "町",
  "a": {
    "$type": "number",
    "b": {
      "$description": "一",
      "$value": "{c}"
    }
  },
  "c": {
    "$type": "number",
    "$value": 1
  }
}
"""
    )


def test_references_of_every_form_stay_as_they_are_written(
    system: Callable[..., TokenSystem], read_back: Callable[[TokenSystem], TokenSystem]
) -> None:
    tokens = {
        "base": {"$type": "color", "a": {"$value": BLACK}, "$root": {"$ref": "#/base/a"}},
        "heir": {
            "$extends": "{base}",
            "b": {"$value": {**BLACK, "alpha": {"$ref": "#/base/a/$value/alpha"}}},
        },
    }
    original = system(tokens)
    assert json.loads(build(original, "json"))["heir"] == tokens["heir"]
    assert read_back(original).resolve() == original.resolve()


@pytest.mark.parametrize(
    "order",
    [
        [
            {"type": "set", "name": "50%41", "sources": [{"$ref": "#/$defs/one"}]},
            {"$ref": "#/modifiers/a~1b"},
        ],
        [
            {"$ref": "#/sets/base"},
            {"type": "modifier", "name": "%41", "contexts": {"x": [], "y": [{"n": NUMBER}]}},
        ],
        [{"$ref": "#/sets/both"}, {"$ref": "#/modifiers/a~1b"}],
    ],
    ids=["inline-set", "inline-modifier", "set-in-set"],
)
def test_every_way_to_write_an_order_reads_back_equal(
    order: list[Any], system: Callable[..., TokenSystem], read_back: Callable[[TokenSystem], TokenSystem]
) -> None:
    resolver = {
        "version": "2025.10",
        "$defs": {"one": {"m": NUMBER}},
        "sets": {
            "base": {"sources": [{"$ref": "a.tokens.json#/part", "k": {"$type": "number", "$value": 5}}]},
            "both": {"sources": [{"$ref": "#/sets/base"}, {"m": NUMBER}]},
        },
        "modifiers": {"a/b": {"contexts": {"x": [], "y": [{"n": {"$type": "number", "$value": 2}}]}}},
        "resolutionOrder": order,
    }
    original = system({"part": {"k": NUMBER, "n": NUMBER}}, {"my.resolver.json": resolver})
    # Without a default there is nothing that other outputs, and the proof, could begin with.
    fixed = original.only(**original.contexts)
    back = read_back(fixed)
    assert back.contexts == original.contexts
    assert back.resolve() == fixed.resolve()
    assert every_choice(back) == every_choice(original)


NAMES = st.sampled_from(["a", "b", "文字", "x y", "p/q", "~1", "%41", "$root"])


@st.composite
def tokens(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(sorted(VALUES)))
    return {"$type": kind, "$value": draw(st.sampled_from(VALUES[kind])), **draw(properties())}


def properties() -> st.SearchStrategy[dict[str, Any]]:
    """What a token or group may say of itself."""
    data = st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
        max_leaves=4,
    )
    return st.fixed_dictionaries(
        {},
        optional={
            "$description": st.text(),
            "$deprecated": st.booleans() | st.text(),
            "$extensions": st.dictionaries(st.sampled_from(["org.example", "例"]), data, max_size=2),
        },
    )


def groups() -> st.SearchStrategy[dict[str, Any]]:
    """A tree without a token at its root, which would stand for the whole file."""
    return st.builds(
        lambda inner, own: {**own, **inner},
        st.recursive(
            st.dictionaries(NAMES, tokens(), max_size=3),
            lambda inner: st.dictionaries(NAMES.filter(lambda name: name != "$root"), inner, max_size=3),
            max_leaves=5,
        ),
        properties(),
    )


def paths(node: dict[str, Any], above: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], str]]:
    """The tokens of a tree, and their types."""
    if "$value" in node:
        return [(above, node["$type"])]
    children = [(name, child) for name, child in node.items() if not name.startswith("$") or name == "$root"]
    return [found for name, child in children for found in paths(child, (*above, name))]


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """A base with references into it, and a context that gives some of its tokens other values."""
    base = draw(groups())
    known = paths(base)
    aliased = draw(st.lists(st.sampled_from(known), max_size=3)) if known else []
    base["alias"] = {
        str(number): {"$value": "{" + ".".join(path) + "}", **draw(properties())}
        for number, (path, _) in enumerate(aliased)
    }
    context: dict[str, Any] = {}
    for path, kind in draw(st.lists(st.sampled_from(known), max_size=3)) if known else []:
        node = context
        for name in path:
            node = node.setdefault(name, {})
        node |= {"$type": kind, "$value": draw(st.sampled_from(VALUES[kind])), **draw(properties())}
    return {"base": base, "context": context, "switches": draw(st.booleans())}


@given(files=files())
def test_what_is_read_and_written_reads_back_equal(
    files: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("tokens")
    sources = [{"$ref": "base.tokens.json"}]
    modifier = {"default": "plain", "contexts": {"plain": [], "other": [{"$ref": "context.tokens.json"}]}}
    resolver: dict[str, Any] = {
        "version": "2025.10",
        "sets": {"base": {"sources": sources}},
        "modifiers": {"mood": modifier} if files["switches"] else {},
        "resolutionOrder": [{"$ref": "#/sets/base"}],
    }
    if files["switches"]:
        resolver["resolutionOrder"].append({"$ref": "#/modifiers/mood"})
    else:
        sources.append({"$ref": "context.tokens.json"})
    for name in ("base", "context"):
        (folder / f"{name}.tokens.json").write_text(json.dumps(files[name]), encoding="utf-8")
    (folder / "my.resolver.json").write_text(json.dumps(resolver), encoding="utf-8")
    original = load(folder)
    written = folder / "written.json"
    written.write_text(build(original, "json"), encoding="utf-8")
    back = load(written)
    assert back.contexts == original.contexts
    assert every_choice(back) == every_choice(original)
    assert build(back, "json") == build(original, "json")
