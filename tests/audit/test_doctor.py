"""What the doctor says of a machine that is well, and of one that lacks something."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.audit import doctor
from designsys.audit.doctor import diagnose


def test_this_machine_is_well() -> None:
    found = list(diagnose())
    assert [one.en for one in found if not one.is_well] == []
    assert "A page was opened and judged, and its kanji are shown." in [one.en for one in found]


def test_a_missing_browser_is_told_with_the_command_that_mends_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DESIGNSYS_BROWSER", raising=False)
    cures = [one.cure for one in diagnose() if not one.is_well]
    assert "apt-get install chromium" in cures
    assert "apt-get install chromium-driver" in cures


def test_a_proxy_that_takes_this_machine_s_own_pages_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:8080")
    monkeypatch.setenv("NO_PROXY", "")
    (told,) = doctor._proxy()
    assert (told.cure, "HTTPS_PROXY" in told.ja) == ("export NO_PROXY=localhost,127.0.0.1", True)


def test_two_versions_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "chromedriver"
    other.write_text("#!/bin/sh\necho ChromeDriver 1.2.3\n", encoding="utf-8")
    other.chmod(0o755)
    monkeypatch.setattr(doctor, "find_driver", lambda: other)
    (told,) = doctor._versions()
    assert "and ChromeDriver (1) differ" in told.en
    assert told.cure == "apt-get install chromium chromium-driver"


@pytest.mark.parametrize("one", [pytest.param(one, id=one.en[:40]) for one in doctor._libraries()])
def test_both_languages(one: doctor.Diagnosis) -> None:
    assert one.ja.endswith("。") and one.en.endswith(".")
