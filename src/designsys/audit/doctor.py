"""``designsys audit --doctor``: whether this machine can judge pages, and the one command that mends what is wrong.

Each test says what it saw; nothing is installed or changed here.
"""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from designsys.audit import engines
from designsys.audit.browser import find_browser, find_driver
from designsys.audit.conditions import BASE
from designsys.audit.page import load
from designsys.audit.targets import LocalServer
from designsys.errors import DesignsysError

__all__ = ["Diagnosis", "diagnose"]

_BOUND = 20.0
_PAGE = '<!doctype html><html lang="ja"><title>診断</title><p>漢字</p></html>'


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What one test saw.

    :param ja: what was tested and seen, in Japanese.
    :param en: the same in English.
    :param cure: the command that mends it; empty when nothing is wrong.
    """

    ja: str
    en: str
    cure: str = ""

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong."""
        return not self.cure


def diagnose() -> Iterator[Diagnosis]:
    """The tests one after another: libraries, browser, driver, their versions, judging a page, proxy, certificates."""
    for test in (_libraries, _browser, _driver, _versions, _judging, _proxy, _certificates):
        yield from test()


def _libraries() -> Iterator[Diagnosis]:
    for module in ("playwright", "selenium", "axe_playwright_python", "axe_selenium_python", "pypdf"):
        if find_spec(module) is None:
            yield Diagnosis(
                f"ライブラリー {module} がありません。",
                f"The library {module} is missing.",
                "pip install 'designsys[audit]'",
            )
    yield Diagnosis(
        f"Python {sys.version.split()[0]} で動いています。", f"Runs on Python {sys.version.split()[0]}."
    )


def _found(find: Callable[[], object], ja: str, en: str, cure: str) -> Iterator[Diagnosis]:
    try:
        place = find()
    except DesignsysError as error:
        yield Diagnosis(error.ja, error.en, cure)
    else:
        yield Diagnosis(f"{ja}：{place}", f"{en}: {place}")


def _browser() -> Iterator[Diagnosis]:
    yield from _found(find_browser, "ブラウザー", "Browser", "apt-get install chromium")


def _driver() -> Iterator[Diagnosis]:
    yield from _found(find_driver, "ChromeDriver", "ChromeDriver", "apt-get install chromium-driver")


def _versions() -> Iterator[Diagnosis]:
    try:
        versions = [_major(str(place)) for place in (find_browser(), find_driver())]
    except DesignsysError:
        return
    if versions[0] != versions[1]:
        yield Diagnosis(
            f"ブラウザー（{versions[0]}）と ChromeDriver（{versions[1]}）の版が違います。",
            f"The versions of browser ({versions[0]}) and ChromeDriver ({versions[1]}) differ.",
            "apt-get install chromium chromium-driver",
        )


def _major(program: str) -> str:
    try:
        answer = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=_BOUND, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return "?"
    numbers = [word for word in answer.stdout.split() if word[:1].isdigit()]
    return numbers[0].partition(".")[0] if numbers else "?"


def _judging() -> Iterator[Diagnosis]:
    """Sandbox and font are found out by judging a page: what fails there would fail in a run."""
    server = LocalServer(pages={"/index.html": _PAGE})
    try:
        engine = engines.start("playwright", _BOUND)
        try:
            load(engine.open(BASE), f"{server.url}/index.html", BASE, _BOUND)
        finally:
            engine.close()
    except DesignsysError as error:
        font = "fonts-noto-cjk" in error.en
        cure = (
            "apt-get install fonts-noto-cjk"
            if font
            else "DESIGNSYS_BROWSER=/usr/bin/chromium designsys audit --doctor"
        )
        yield Diagnosis(error.ja, error.en, cure)
    else:
        yield Diagnosis(
            "ページを1つ開いて判定でき、漢字が表示されました。",
            "A page was opened and judged, and its kanji are shown.",
        )
    finally:
        server.close()


def _proxy() -> Iterator[Diagnosis]:
    names = [
        name for name in ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy") if os.environ.get(name)
    ]
    exempt = os.environ.get("NO_PROXY", os.environ.get("no_proxy", ""))
    if names and "127.0.0.1" not in exempt and "*" not in exempt:
        yield Diagnosis(
            f"プロキシーの設定（{names[0]}）があり、この機械の中のページも通ろうとします。",
            f"A proxy is set ({names[0]}), and pages on this machine would go through it too.",
            "export NO_PROXY=localhost,127.0.0.1",
        )
    else:
        yield Diagnosis("プロキシーは妨げになりません。", "No proxy is in the way.")


def _certificates() -> Iterator[Diagnosis]:
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile or paths.capath) and shutil.which("apt-get"):
        yield Diagnosis(
            "証明書の置き場が見つからず、https のページを調べられません。",
            "No certificates were found, so https pages cannot be checked.",
            "apt-get install ca-certificates",
        )
    else:
        yield Diagnosis("証明書があります。", "Certificates are there.")
