"""The tools that read our outputs, and a town whose tokens are of every type."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from designsys.tokens import TokenSystem, load

HERE = Path(__file__).parent
MODULES = HERE.parent.parent.parent / ".cache" / "tokens" / "node_modules"
PROGRAMS = {
    "sass": MODULES / "sass" / "sass.js",
    "tsc": MODULES / "typescript" / "bin" / "tsc",
    "tailwindcss": MODULES / "@tailwindcss" / "cli" / "dist" / "index.mjs",
}


@pytest.fixture(scope="session")
def own() -> TokenSystem:
    """designsys' own tokens."""
    return load()


@pytest.fixture(scope="session")
def town() -> TokenSystem:
    """Tokens of all thirteen types, in two themes and three schemes; what each output makes of them lies beside."""
    return load(HERE / "every_type")


@pytest.fixture(scope="session")
def run_tool() -> Callable[..., str]:
    """Runs a program of npm and gives what it prints; its complaints fail the test."""

    def run(program: str, *arguments: str | Path, cwd: Path) -> str:
        if shutil.which("node") is None or not PROGRAMS[program].is_file():
            pytest.fail(f"{program} is absent: 'make test' installs it, and needs Node.js for it.")
        command = ["node", PROGRAMS[program], *arguments]
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="session")
def tailwind_sheet() -> str:
    """The path by which a style sheet imports Tailwind itself."""
    return (MODULES / "tailwindcss" / "index.css").as_posix()
