"""What building tokens to CSS costs beside Style Dictionary 5 and Terrazzo 2: CPU and memory of the whole process.

Run it: ``python tests/benchmarks/token_build.py``, after ``make .cache/peers/node_modules``. All tools
read the same files by turns in one run, and what counts are the ratios: it judges no seconds, for a busy
machine is slow for all. It needs ``os.wait4``, so it does not run on Windows.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from token_sample import FAULTS, faulty

HERE = Path(__file__).parent
PEERS = HERE.parent.parent / ".cache" / "peers" / "node_modules"
ROUNDS = {200: 9, 2_000: 9, 10_000: 4}
"""Numbers of tokens, and how often each tool builds them: a large file shows its cost in fewer."""
SAMPLE = "sample.tokens.json"


@dataclass
class Run:
    """One process and the processes that it started: exit code, CPU seconds, peak memory in MB, what it said."""

    code: int
    cpu: float
    memory: float
    said: str


@dataclass
class Tool:
    """A builder: what is run in the folder of the sample, the style sheet that it writes, and what it cost.

    ``cpu`` and ``memory`` are the least of all rounds, by number of tokens.
    """

    name: str
    command: list[str]
    output: str
    cpu: dict[int, float] = field(default_factory=dict)
    memory: dict[int, float] = field(default_factory=dict)
    failure: str = ""

    def build(self, folder: Path) -> Run:
        """Run it; its style sheet is new, or not there."""
        output = folder / self.output
        output.unlink(missing_ok=True)
        # As installed by pip: compiled once. Into the folder, so that nothing is left behind.
        environment = {
            **os.environ,
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(folder / "pyc"),
        }
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(
                self.command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            text = said.read().decode("utf-8", "replace")
        unit = 2**20 if sys.platform == "darwin" else 2**10
        return Run(process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, text)

    def build_sound(self, folder: Path, what: str) -> Run | None:
        """Run it on tokens without a fault; what keeps it from them stays in ``failure``, with its last lines."""
        if self.failure:
            return None
        run = self.build(folder)
        if run.code != 0 or not (folder / self.output).is_file():
            last = " / ".join(run.said.strip().splitlines()[-3:])
            self.failure = f"failed on {what} (exit {run.code}): {last}"
            return None
        return run

    def measure(self, folder: Path, tokens: int) -> None:
        """Add a round."""
        if run := self.build_sound(folder, f"{tokens:,} tokens"):
            self.cpu[tokens] = min(run.cpu, self.cpu.get(tokens, run.cpu))
            self.memory[tokens] = min(run.memory, self.memory.get(tokens, run.memory))


def tools() -> list[Tool]:
    """Ours first, then the peers; one that is not installed says so as its failure."""
    node = str(PEERS / ".bin" / "node")
    ours = [
        str(Path(sys.executable).with_name("designsys")),
        *("tokens", "build", "--to", "css", "--tokens", SAMPLE, "--out", "designsys/tokens.css"),
    ]
    style_dictionary = ["build", "--config", "style-dictionary.config.json"]
    peers = [
        Tool(
            "Style Dictionary 5",
            [node, str(PEERS / ".bin" / "style-dictionary"), *style_dictionary],
            "style-dictionary/tokens.css",
        ),
        Tool("Terrazzo 2", [node, str(PEERS / ".bin" / "tz"), "build"], "terrazzo/tokens.css"),
    ]
    for peer in peers:
        if not all(Path(part).exists() for part in peer.command[:2]):
            peer.failure = "not installed; make .cache/peers/node_modules"
    return [Tool("designsys", ours, "designsys/tokens.css"), *peers]


def prepare(folder: Path) -> None:
    """Lay the peers' configuration into the folder that all work in."""
    for config in HERE.glob("peers/*.config.*"):
        shutil.copy(config, folder)
    (folder / "node_modules").symlink_to(PEERS)


def compare(all_tools: list[Tool], folder: Path) -> None:
    """Measure and print a table for each number of tokens, then how the cost grows."""
    print(
        f"{'tokens':>7}  {'tool':<20}{'CPU s':>8}{'MB':>7}{'CPU ratio':>11}{'memory ratio':>14}"
        f"{'properties':>12}{'unusable':>10}"
    )
    for tokens in ROUNDS:
        # In a process of its own: what this one holds at its peak would count as its children's memory.
        subprocess.run([sys.executable, HERE / "token_sample.py", str(tokens), folder / SAMPLE], check=True)
        for _ in range(ROUNDS[tokens]):
            for tool in all_tools:
                tool.measure(folder, tokens)
        for tool in all_tools:
            if not tool.failure:
                print(_row(tool, all_tools[0], tokens, folder))
    first, middle, last = ROUNDS
    print(
        f"\ngrowth of CPU from {middle:,} to {last:,} tokens, each less that at {first} "
        f"(linear: {(last - first) / (middle - first):.1f})"
    )
    for tool in all_tools:
        if not tool.failure:
            growth = (tool.cpu[last] - tool.cpu[first]) / (tool.cpu[middle] - tool.cpu[first])
            print(f"{tool.name:<20}{growth:>8.1f}")


def _row(tool: Tool, ours: Tool, tokens: int, folder: Path) -> str:
    names, unusable = properties(folder / tool.output)
    return (
        f"{tokens:>7,}  {tool.name:<20}{tool.cpu[tokens]:>8.3f}{tool.memory[tokens]:>7.0f}"
        f"{_ratio(tool.cpu[tokens], ours.cpu.get(tokens)):>11}"
        f"{_ratio(tool.memory[tokens], ours.memory.get(tokens)):>14}{names:>12,}{unusable:>10,}"
    )


def _ratio(theirs: float, ours: float | None) -> str:
    return f"{theirs / ours:.2f}" if ours else "–"


def properties(sheet: Path) -> tuple[int, int]:
    """How many custom properties a style sheet sets, and how many of them to something that is no value."""
    declared = re.findall(r"^\s*(--[\w-]+):\s*(.*?);", sheet.read_text(encoding="utf-8"), re.MULTILINE)
    unusable = {name for name, value in declared if re.search(r"\[object|undefined|NaN|\{", value)}
    return len({name for name, _ in declared}), len(unusable)


def judge(all_tools: list[Tool], folder: Path) -> None:
    """Print what each tool does with each fault: its exit code, and whether it says more than of sound tokens."""
    (folder / SAMPLE).write_text(faulty("") or "", encoding="utf-8")
    usual: dict[str, set[str]] = {}
    for tool in all_tools:
        if sound := tool.build_sound(folder, "two sound tokens"):
            usual[tool.name] = _lines(sound.said)
    measured = [tool for tool in all_tools if tool.name in usual]
    passed = dict.fromkeys(usual, 0)
    print(f"\n{'fault':<24}" + "".join(f"{tool.name:<24}" for tool in measured))
    for fault in FAULTS:
        text = faulty(fault)
        (folder / SAMPLE).unlink(missing_ok=True)
        if text is not None:
            (folder / SAMPLE).write_text(text, encoding="utf-8")
        row = f"{fault:<24}"
        for tool in measured:
            run = tool.build(folder)
            passed[tool.name] += run.code == 0
            told = "says so" if _lines(run.said) - usual[tool.name] else "silent"
            row += f"{f'exit {run.code}, {told}':<24}"
        print(row)
    print(f"{'let through (exit 0)':<24}" + "".join(f"{count:<24}" for count in passed.values()))


def _lines(said: str) -> set[str]:
    """What a tool said, apart from counts and times."""
    return {re.sub(r"\d+", "", line).strip() for line in said.splitlines()}


def main() -> None:
    """Print the comparison; with ``--faults`` only what each tool does with a faulty file."""
    all_tools = tools()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        if "--faults" not in sys.argv[1:]:
            compare(all_tools, folder)
        judge(all_tools, folder)
    for tool in all_tools:
        if tool.failure:
            print(f"not measured: {tool.name}: {tool.failure}")


if __name__ == "__main__":
    main()
