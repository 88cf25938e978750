"""States and logins as projects write them down, and what is said of a step that cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys import DesignsysError
from designsys.audit.states import Settings, State, Step, read_settings

STATES = """
[[states]]
name = "誤り"
page = "/apply"
steps = [{ fill = "#name", value = "山田" }, { click = "#next" }, { press = "Escape", on = "#name" }, { wait = ".error" }]
"""


def test_designsys_toml(tmp_path: Path) -> None:
    (tmp_path / "designsys.toml").write_text(STATES, encoding="utf-8")
    steps = (
        Step("fill", "#name", "山田"),
        Step("click", "#next"),
        Step("press", "Escape", "", "#name"),
        Step("wait", ".error"),
    )
    assert read_settings(tmp_path) == Settings((State("誤り", "/apply", steps),))


def test_pyproject_toml(tmp_path: Path) -> None:
    text = '[tool.designsys.login]\nsteps = [{ open = "/login" }]\n[[tool.designsys.states]]\nname = "a"\n'
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert read_settings(tmp_path) == Settings((State("a", "*", ()),), (Step("open", "/login"),))


def test_the_project_s_own_file_wins(tmp_path: Path) -> None:
    (tmp_path / "designsys.toml").write_text("", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[[tool.designsys.states]]\nname = "a"\n', encoding="utf-8")
    assert read_settings(tmp_path) == Settings()


def test_without_a_file_there_is_nothing(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()


def test_a_secret_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_PASSWORD", "ひみつ")
    text = 'login = [{ fill = "#password", env = "TEST_PASSWORD" }]'
    (tmp_path / "designsys.toml").write_text(text, encoding="utf-8")
    assert read_settings(tmp_path).login == (Step("fill", "#password", "ひみつ"),)


@pytest.mark.parametrize(
    ("page", "url", "belongs"),
    [
        ("*", "http://x/a/b?c", True),
        ("/apply", "http://x/apply?step=1", True),
        ("/apply", "http://x/apply/2", False),
        ("/apply/*", "http://x/apply/2", True),
        ("/", "http://x", True),
    ],
)
def test_which_pages_have_a_state(page: str, url: str, belongs: bool) -> None:
    assert State("s", page, ()).belongs_to(url) is belongs


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("states = [", "it cannot be read ("),
        ("states = 3", "'states' must be a list of tables"),
        ("[[states]]\npage = '/'", "a state needs name and page, both texts."),
        (
            "[[states]]\nname = 'a'\n[[states]]\nname = 'a'",
            "two states are called 'a', or it is the page as loaded; give each a name of its own.",
        ),
        ("[[states]]\nname = 'default'", "two states are called 'default', or it is the page as loaded"),
        (
            "[[states]]\nname = 'a'\nsteps = [{ clik = '#x' }]",
            "a step of 'a' must do exactly one of click, fill, press, wait, open; did you mean 'click' by 'clik'?.",
        ),
        (
            "[[states]]\nname = 'a'\nsteps = [{ click = '#x', wait = '#y' }]",
            "a step of 'a' must do exactly one of click, fill, press, wait, open.",
        ),
        (
            "[[states]]\nname = 'a'\nsteps = [{ click = '#x', value = 'y' }]",
            "'value' in a step 'click' of 'a' cannot be used; beside it may stand nothing.",
        ),
        (
            "[[states]]\nname = 'a'\nsteps = [{ fill = '#x', env = 'NOT_SET_ANYWHERE' }]",
            "the environment has no NOT_SET_ANYWHERE, which a step of 'a' fills in; set it.",
        ),
    ],
    ids=["toml", "list", "name", "twice", "default", "typo", "two", "beside", "environment"],
)
def test_what_cannot_be_done_is_one_sentence(text: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "designsys.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DesignsysError) as caught:
        read_settings(tmp_path)
    assert caught.value.en.startswith(f"{path}: {sentence.removesuffix('.')}")
    assert caught.value.ja.startswith(f"{path}：")
