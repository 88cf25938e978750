"""``designsys audit --content`` as a person or a CMS calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from designsys.cli.audit import command
from designsys.errors import DesignsysError

DRAFT = "<h2>講座</h2>\r\n<p>㈱<br>日　時</p>\r\n"


def _run(*arguments: str, given: str | bytes = DRAFT) -> Any:
    data = given.encode() if isinstance(given, str) else given
    return CliRunner().invoke(command, ["--content", "-", "--lang", "ja", *arguments], input=data)


def test_findings_are_told_by_line_and_column() -> None:
    result = _run()
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "2:4 [助言] machine-dependent",
        "    本文: ㈱",
        "    内容: 「㈱」は1文字に何文字も詰めた機種依存文字です。読み上げで飛ばされたり、違う読みになったりします。「株式会社」と書いてください。",
        "    直し: 株式会社",
        "2:9 [不適合] spaced-word  WCAG 1.3.2 意味をなすシーケンス（A、JIS X 8341-3 1.3.2）",
        "    本文: 日　時",
        "    内容: 「日　時」は語の中に空白があります。読み上げが語の途中で切れ、「日時」で検索しても見つかりません。空白を消し、字の間は CSS の letter-spacing で空けてください。",
        "    直し: 日時",
        "不適合 1件（ほかに不適合らしいもの 0件、助言 1件）。そのまま直せるもの 2件",
    ]


def test_speaks_english() -> None:
    lines = _run("--lang", "en").output.splitlines()
    assert lines[4] == "2:9 [failure] spaced-word  WCAG 1.3.2 Meaningful Sequence (A, JIS X 8341-3 1.3.2)"
    assert lines[-1] == "1 failures (0 more are likely, 1 of advice); 2 can be mended as they stand"


def test_advice_fails_nothing() -> None:
    result = _run(given="<p>㈱")
    assert result.exit_code == 0
    assert result.output.splitlines()[-1].startswith("不適合 0件（ほかに不適合らしいもの 0件、助言 1件）")


def test_the_report_has_offsets(tmp_path: Path) -> None:
    target = tmp_path / "報告.json"
    _run("--json", str(target), given="𠮷" + DRAFT)
    findings = json.loads(target.read_text(encoding="utf-8"))["findings"]
    assert [(one["rule"], one["line"], one["column"]) for one in findings] == [
        ("machine-dependent", 2, 4),
        ("spaced-word", 2, 9),
    ]
    for one in findings:
        assert ("𠮷" + DRAFT)[one["start"] : one["end"]] == one["text"]
    assert findings[1] == {
        "rule": "spaced-word",
        "criteria": ["1.3.2"],
        "certainty": "certain",
        "start": 22,
        "end": 25,
        "line": 2,
        "column": 9,
        "text": "日　時",
        "message": findings[1]["message_ja"],
        "message_ja": findings[1]["message_ja"],
        "message_en": findings[1]["message_en"],
        "mending": "日時",
    }


def test_a_file_and_a_list_of_words(tmp_path: Path) -> None:
    draft, words = tmp_path / "下書き.html", tmp_path / "用語.toml"
    draft.write_bytes("<p>子供\r\n".encode())
    words.write_text('"子供" = "子ども"\n', encoding="utf-8")
    result = CliRunner().invoke(command, ["--content", str(draft), "--words", str(words), "--lang", "ja"])
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == "1:4 [助言] own-words"


@pytest.mark.parametrize(
    ("arguments", "given", "ja"),
    [
        (["--content", "-"], b"\x93\xfa", "「-」は UTF-8 ではありません（1バイト目）。"),
        (["--content", "none.html"], b"", "「none.html」を読めません。"),
        (
            ["--content", "-", "https://www.city.example.jp/"],
            b"",
            "--content はブラウザーを使わず1つのHTMLを判定します。",
        ),
        (
            ["--content", "-", "--condition", "320"],
            b"",
            "--content はブラウザーを使わず1つのHTMLを判定します。",
        ),
        (["--content", "-", "--pdf"], b"", "--content はブラウザーを使わず1つのHTMLを判定します。"),
        (["--content", "-", "--words", "none.toml"], b"", "用語の一覧「none.toml」を読めません。"),
        (["--content", "-", "--json", "none/report.json"], b"", "報告を「none/report.json」に書けません。"),
    ],
)
def test_a_wrong_call_is_one_sentence(arguments: list[str], given: bytes, ja: str) -> None:
    result = CliRunner().invoke(command, arguments, input=given)
    assert isinstance(result.exception, DesignsysError)
    assert result.exception.ja.startswith(ja)


def test_no_browser_library_is_loaded() -> None:
    code = (
        "import sys; from designsys.cli import main\n"
        "try: main(['audit', '--content', '-'])\n"
        "except SystemExit as end: print(end.code, sorted({'playwright', 'selenium', 'axe_selenium_python'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], input=DRAFT.encode(), capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "1 []"


def test_the_function_needs_no_extra() -> None:
    code = "import sys; before = set(sys.modules); import designsys.audit.content; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert loaded <= set(sys.stdlib_module_names) | {"designsys", "jinja2", "markupsafe", "_markupsafe"}
