"""Errors speak the reader's language, and know what was meant."""

from __future__ import annotations

import pytest

from designsys.errors import DesignsysError, message_language, nearest


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "ja_JP", "LC_ALL": "en_US"}, "en"),
        ({"LANG": "en_US", "DESIGNSYS_LANG": "ja"}, "ja"),
    ],
    ids=str,
)
def test_language_follows_the_machine(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DESIGNSYS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert message_language() == language
    assert str(DesignsysError(en="English", ja="日本語")) == {"ja": "日本語", "en": "English"}[language]


def test_nearest_is_the_name_meant_or_none() -> None:
    assert nearest("lable", ["label", "hint"]) == "label"
    assert nearest("xyz", ["label", "hint"]) is None
