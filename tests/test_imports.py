"""The layers of ARCHITECTURE §1, held: arrows downwards only, no cycle, no late import of our own, a light start."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "designsys"

# What each part may import of the others, from the top down. A part that is not named is at the bottom.
BOTTOM = {"errors", "resources", "criteria"}
ARROWS: dict[str, set[str]] = {
    "tokens": set(),
    "catalogue": set(),
    "catalogues": set(),
    "japanese": set(),
    "rendering": {"catalogue", "tokens", "japanese"},
    "styles": {"catalogue", "tokens", "rendering"},
    "forms": {"rendering", "catalogue", "japanese"},
    "audit": {"rendering", "styles", "catalogue", "tokens"},
    "docs": {"rendering", "styles", "catalogue", "tokens", "forms"},
    "lint": {"rendering", "styles", "catalogue", "tokens"},
    "starter": {"rendering", "styles", "catalogue", "tokens"},
    "integrations": {"rendering", "styles", "catalogue", "tokens", "forms"},
    "pytest_plugin": {"audit"},
    "cli": {
        "audit",
        "docs",
        "lint",
        "starter",
        "integrations",
        "rendering",
        "styles",
        "catalogue",
        "tokens",
        "forms",
    },
    "__init__": {"rendering"},
    "__main__": {"cli"},
}
# ARCHITECTURE §1: the lazy Click group and the pytest plugin are the only guarded exceptions.
GUARDED = {"cli/__init__.py", "pytest_plugin.py"}
# The gate's plan, engines and checks must serve any page, so they may not know our catalogue.
AUDIT_KNOWS_NO_CATALOGUE = {"catalogue", "tokens", "rendering", "styles"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _is_module(name: str) -> bool:
    path = PACKAGE.parent.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def _imports(tree: ast.AST) -> set[str]:
    """Our modules that are imported: ``from designsys.docs import search`` is ``designsys.docs.search``."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "write absolute imports"
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                found.add(name if _is_module(name) else str(node.module))
    return {name for name in found if name.split(".")[0] == "designsys"}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_run_downwards(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    allowed = ARROWS.get(own, set()) | BOTTOM | {own}
    if own == "audit" and "html" not in path.stem:
        allowed -= AUDIT_KNOWS_NO_CATALOGUE
    for name in _imports(ast.parse(path.read_text(encoding="utf-8"))):
        parts = name.split(".")
        if len(parts) > 1 and ((PACKAGE / parts[1]).is_dir() or (PACKAGE / f"{parts[1]}.py").is_file()):
            assert parts[1] in allowed, f"{_name(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_late_import_of_our_own(path: Path) -> None:
    if _name(path) in GUARDED:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert not _imports(node), f"{_name(path)}, {node.name}: import at the top"


def test_no_cycle() -> None:
    modules = {
        "designsys." + _name(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__"): path
        for path in MODULES
    }
    modules["designsys"] = PACKAGE / "__init__.py"
    graph = {
        name: {
            target for target in _imports(ast.parse(path.read_text(encoding="utf-8"))) if target in modules
        }
        - {name}
        for name, path in modules.items()
    }
    done: set[str] = set()

    def visit(name: str, chain: tuple[str, ...]) -> None:
        assert name not in chain, " → ".join((*chain[chain.index(name) :], name))
        if name not in done:
            # A package's __init__ gathers its modules; its modules do not import it back.
            for target in graph[name]:
                visit(target, (*chain, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def _loaded(statement: str) -> set[str]:
    code = f"import sys; before = set(sys.modules); {statement}; print(*sorted(set(sys.modules) - before))"
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in result.stdout.split()}


def test_import_designsys_loads_only_jinja() -> None:
    allowed = set(sys.stdlib_module_names) | {"designsys", "jinja2", "markupsafe", "_markupsafe"}
    assert _loaded("import designsys") <= allowed


def test_import_designsys_is_nearly_as_quick_as_jinja() -> None:
    def seconds(module: str) -> float:
        code = (
            f"import time; start = time.perf_counter(); import {module}; print(time.perf_counter() - start)"
        )
        runs = [
            float(
                subprocess.run(
                    [sys.executable, "-c", code], capture_output=True, text=True, check=True
                ).stdout
            )
            for _ in range(5)
        ]
        return min(runs)

    assert seconds("designsys") < 3 * seconds("jinja2")
