"""Finds the Chromium that is already on the machine, and how it has to be started.

Downloads nothing and starts nothing.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from designsys.errors import DesignsysError

__all__ = ["find_browser", "find_driver", "judging_arguments", "launch_arguments"]

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)

# Windows and macOS put no browser on the PATH.
_PLACES = (
    ("PROGRAMFILES", "Google/Chrome/Application/chrome.exe"),
    ("PROGRAMFILES(X86)", "Google/Chrome/Application/chrome.exe"),
    ("PROGRAMFILES(X86)", "Microsoft/Edge/Application/msedge.exe"),
    ("PROGRAMFILES", "Microsoft/Edge/Application/msedge.exe"),
)
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)


def find_browser() -> Path:
    """The browser's executable: ``DESIGNSYS_BROWSER``, else Chromium, Chrome or Edge.

    :raises DesignsysError: there is none, or ``DESIGNSYS_BROWSER`` names no file.
    """
    chosen = os.environ.get("DESIGNSYS_BROWSER")
    if chosen:
        path = shutil.which(chosen)
        if path is None:
            raise DesignsysError(
                en=f"DESIGNSYS_BROWSER names '{chosen}', which is no executable: give the path of Chromium, Chrome or Edge.",
                ja=f"DESIGNSYS_BROWSER の「{chosen}」は実行できません。Chromium、Chrome、Edge のいずれかのパスを書いてください。",
            )
        return Path(path)
    for name in _NAMES:
        if path := shutil.which(name):
            return Path(path)
    installed = [Path(os.environ[root], place) for root, place in _PLACES if root in os.environ]
    for candidate in [*installed, *map(Path, _MAC)]:
        if candidate.is_file():
            return candidate
    raise DesignsysError(
        en="no browser was found: run 'apt-get install chromium', or set DESIGNSYS_BROWSER to the path of Chromium, Chrome or Edge.",
        ja="ブラウザーが見つかりません。apt-get install chromium を実行するか、DESIGNSYS_BROWSER に Chromium、Chrome、Edge のパスを書いてください。",
    )


def find_driver() -> Path:
    """ChromeDriver's executable on the PATH.

    :raises DesignsysError: there is none; Selenium would try to download one.
    """
    if path := shutil.which("chromedriver"):
        return Path(path)
    raise DesignsysError(
        en="ChromeDriver was not found: run 'apt-get install chromium-driver', or put chromedriver on the PATH.",
        ja="ChromeDriver が見つかりません。apt-get install chromium-driver を実行するか、chromedriver を PATH に置いてください。",
    )


def launch_arguments() -> list[str]:
    """Switches that the browser needs on this machine: as root it refuses to start in its sandbox."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ["--no-sandbox"] if is_root else []


# Frames of other sites would run in processes that the page's session does not reach.
_ISOLATION = ("IsolateOrigins", "site-per-process")
# Pages of the browser's own, which each window would load beside the one that is judged: 0.7 seconds of computing.
_OWN_PAGES = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "PreloadTopChromeWebUI")
# Another frame for each page of a tab: a tenth of the computing, and no page can tell.
_FRAMES = ("RenderDocument",)
# What would show something else than the server sent, or ask servers of the browser's maker.
_HELP = (
    "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "Translate", "PaintHolding", "MediaRouter",
    "OptimizationHints", "AimEnabled", "LensOverlay", "NetworkTimeServiceQuerying", "PreconnectToSearch",
)  # fmt: skip


def judging_arguments() -> list[str]:
    """Switches of a browser that judges pages, beside those that it needs; for every engine the same.

    A browser heeds the last ``--disable-features`` only, so what a driver switches off stands here too.
    """
    features = ",".join((*_ISOLATION, *_OWN_PAGES, *_FRAMES, *_HELP))
    return [f"--disable-features={features}", "--disable-site-isolation-trials"]
