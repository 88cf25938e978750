"""The house rules that a reader of the code relies on: sizes, docstrings, mirrors, names."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
PACKAGE = REPOSITORY / "src" / "designsys"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTED = [path for path in MODULES if path.name not in {"__init__.py", "__main__.py"}]
COMPONENTS = sorted(path for path in (REPOSITORY / "components").iterdir() if path.is_dir())
# STYLE.md: the longest that each kind of file may be, in lines.
LONGEST = {".jinja": 120, ".toml": 400, ".css": 250, ".js": 250}


def _name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_has_one_idea(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module opens by saying what it is for"
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{node.name} is longer than 60 lines"


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "__main__.py"], ids=_name)
def test_public_names_have_docstrings(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if not isinstance(
            node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        ) or node.name.startswith("_"):
            continue
        assert ast.get_docstring(node), f"{node.name} has no docstring"


@pytest.mark.parametrize("path", TESTED, ids=_name)
def test_every_module_has_its_tests(path: Path) -> None:
    """``src/designsys/x/y.py`` is tested in ``tests/x/test_y.py``; a folder of many like files, in ``tests/x/``."""
    relative = path.relative_to(PACKAGE)
    twin = REPOSITORY / "tests" / relative.parent / f"test_{relative.name}"
    folder = REPOSITORY / "tests" / relative.parent / f"test_{relative.parent.name}.py"
    above = REPOSITORY / "tests" / relative.parent.parent / f"test_{relative.parent.name}.py"
    assert twin.is_file() or folder.is_file() or above.is_file(), f"{twin.relative_to(REPOSITORY)} is missing"


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda path: path.name)
def test_a_component_is_one_small_folder(folder: Path) -> None:
    name = folder.name
    needed = {f"{name}.jinja", f"{name}.toml", f"{name}.css", f"{name}.ja.md", f"{name}.en.md"}
    files = {path.name for path in folder.iterdir()}
    assert needed <= files
    assert len(files) <= 8
    for path in folder.iterdir():
        if path.suffix in LONGEST:
            assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST[path.suffix], path.name


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    return [REPOSITORY / line for line in listed.stdout.splitlines() if (REPOSITORY / line).is_file()]


def test_nothing_private_and_nothing_called_utils() -> None:
    private = re.compile(r"/(home|Users|root)/\w|lorem ipsum", re.IGNORECASE)
    for path in _tracked():
        assert path.stem not in {"utils", "helpers", "misc"}, _name(path)
        if path.suffix in {".py", ".md", ".toml", ".jinja", ".css", ".js", ".yml", ""} and path != Path(
            __file__
        ):
            assert not private.search(path.read_text(encoding="utf-8", errors="replace")), _name(path)


@pytest.mark.parametrize("component", [path.name for path in COMPONENTS])
def test_no_component_is_listed_outside_its_folder(component: str) -> None:
    """Adding a component touches its folder only: no module keeps a list of them.

    ``page`` is the one that the renderer knows by name, since services extend it.
    """
    quoted = re.compile(rf"[\"']{component}[\"']")
    if component in {
        "page",
        "field",
        "form",
        "link",
        "table",
        "tag",
        "button",
        "select",
        "textarea",
        "header",
        "heading",
        "hint",
    }:
        return  # words of HTML too; the others would show any list
    # The gate may not import the catalogue (tests/test_imports.py): what it names are elements of HTML.
    for path in (path for path in MODULES if "audit" not in path.parts):
        assert not quoted.search(path.read_text(encoding="utf-8")), f"{_name(path)} names '{component}'"
