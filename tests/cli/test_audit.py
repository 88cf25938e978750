"""``designsys audit`` as a person calls it: exit codes, one-sentence errors, consoles of other encodings."""

from __future__ import annotations

import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from designsys.audit import reports
from designsys.cli.audit import command

GOOD = (
    '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>転出届</title></head><body><main><h1>転出届</h1>'
    '<p><label for="name">氏名</label> <input id="name" name="name" value="千代田花子"></p></main></body></html>'
)
# ☃ and 𠮷 are not in cp932.
BAD = GOOD.replace(' for="name"', "").replace(
    "転出届</h1>", '転出届</h1><img src="/a?key=ひみつ" data-mark="☃𠮷" id="mark">'
)


def audit(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    settings = {"DESIGNSYS_LANG": "ja", "PYTHONIOENCODING": "utf-8"} | environment
    return subprocess.run(
        [sys.executable, "-m", "designsys", "audit", *map(str, arguments)],
        env={**os.environ, **settings},
        capture_output=True,
        # What a run keeps goes into the folder that it stands in.
        cwd=tempfile.mkdtemp(),
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("市 サイト")
    (folder / "good.html").write_text(GOOD, encoding="utf-8")
    (folder / "bad.html").write_text(BAD, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def slow() -> Iterator[str]:
    """A server that answers /none with 404 and begins everything else without ending it."""
    over = threading.Event()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(404 if self.path.startswith("/none") else 200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>x</title>")
            self.wfile.flush()
            if not self.path.startswith("/none"):
                over.wait(60)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.block_on_close = True, False
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    over.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("engine", ["playwright", "selenium"])
def test_nothing_found_is_0(engine: str, site: Path) -> None:
    done = audit(site / "good.html", "--engine", engine)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().splitlines()[-1].startswith("1ページ × 5条件（5回）を判定: 不適合 0件")
    assert done.stderr == b""


def test_findings_are_1_and_told_once(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "報告.json"
    done = audit(site, "--json", target)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1
    assert lines[-1].startswith("2ページ × 5条件（10回）を判定: 不適合 2件")
    assert [line for line in lines if line.startswith("  × ")] == [
        "  × image-alt  WCAG 1.1.1 非テキストコンテンツ（A、JIS X 8341-3 1.1.1）",
        "  × label  WCAG 4.1.2 名前 (name)・役割 (role)・値 (value)（A、JIS X 8341-3 4.1.2）",
    ]
    assert lines.count("      条件: すべて") == 2
    report = json.loads(target.read_text(encoding="utf-8"))
    assert len(report["pages"]) == 10
    assert set(report["pages"][0]) == {"url", "state", "condition", "status"}
    certain = [one for one in report["findings"] if one["certainty"] == "certain"]
    assert sorted({(one["rule"], one["criteria"][0]) for one in certain}) == [
        ("image-alt", "1.1.1"),
        ("label", "4.1.2"),
    ]
    assert len(certain) == 10
    assert {
        "url",
        "state",
        "condition",
        "rule",
        "criteria",
        "certainty",
        "selector",
        "html",
        "message",
        "fingerprint",
    } <= set(certain[0])
    assert {one["state"] for one in certain} == {"default"}
    assert all(one["url"] == (site / "bad.html").as_posix() for one in certain)
    for secret in ("千代田花子", "ひみつ"):
        assert secret not in done.stdout.decode() + target.read_text(encoding="utf-8")


def test_english(site: Path) -> None:
    done = audit(site / "bad.html", "--lang", "en", "--condition", "base")
    text = done.stdout.decode()
    assert "A field has no label." in text
    assert text.splitlines()[-1].startswith("1 pages × 1 conditions (1 runs) judged: 2 findings")


def test_products_of_conditions(site: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = audit(
        site / "good.html", "--condition", "zoom-400", "--condition", "dark+320+locale-en", "--json", report
    )
    assert done.returncode == 0, done.stderr.decode()
    pages = json.loads(report.read_text(encoding="utf-8"))["pages"]
    assert [page["condition"] for page in pages] == ["zoom-400", "320+dark+locale-en"]


@pytest.mark.parametrize("encoding", ["cp932", "ascii"])
def test_consoles_of_other_encodings(encoding: str, site: Path) -> None:
    done = audit(site / "bad.html", "--condition", "base", PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert "label" in done.stdout.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
@pytest.mark.parametrize(
    ("arguments", "environment", "reason"),
    [
        pytest.param([], {}, "判定するページがありません", id="no-target"),
        pytest.param(["no/such"], {}, "no/such", id="no-such-folder"),
        pytest.param(["{empty}"], {}, "HTMLのページがありません", id="empty-folder"),
        pytest.param(["{site}", "--condition", "drak"], {}, "「dark」のことですか", id="condition"),
        pytest.param(["{site}", "--engine", "selenum"], {}, "「selenium」のことですか", id="engine"),
        pytest.param(["{site}", "--check", "focus-visibel"], {}, "「focus_visible」のことですか", id="mistyped-check"),
        pytest.param(["{site}", "--check", "kanji"], {}, "検査「kanji」はありません", id="no-such-check"),
        pytest.param(["{site}", "--workers", "0"], {}, "--workers", id="no-worker"),
        pytest.param(["{site}", "--timeout", "0"], {}, "0より大きい", id="no-time"),
        pytest.param(["{site}", "--json", "{empty}/no/x.json"], {}, "書けません", id="json-folder"),
        pytest.param(["{site}"], {"DESIGNSYS_BROWSER": "/no/such"}, "DESIGNSYS_BROWSER", id="no-browser"),
        pytest.param(["http://127.0.0.1:1/?pin=ひみつ"], {}, "ERR_", id="unreachable"),
        pytest.param(["{slow}/none", "--condition", "base"], {}, "HTTP 404", id="http-error"),
        pytest.param(["{slow}/", "--condition", "base", "--timeout", "1"], {}, "1秒で終わりません", id="time-out"),
        pytest.param(["{slow}/", "--condition", "base", "--timeout", "1", "--engine", "selenium"], {}, "1秒で終わりません", id="time-out-selenium"),
        pytest.param(["{site}"], {"PYTHONPATH": "{blocked}"}, "pip install 'designsys[audit]'", id="missing-extra"),
    ],
)  # fmt: skip
def test_what_cannot_run_is_2_in_one_sentence(
    encoding: str, arguments: list[str], environment: dict[str, str], reason: str,
    site: Path, slow: str, tmp_path: Path,
) -> None:  # fmt: skip
    (tmp_path / "empty").mkdir()
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['rich'] = None\n", encoding="utf-8")
    places = {"site": site, "slow": slow, "empty": tmp_path / "empty", "blocked": tmp_path}
    filled = [argument.format(**places) for argument in arguments]
    settings = {name: value.format(**places) for name, value in environment.items()}
    done = audit(*filled, PYTHONIOENCODING=encoding, **settings)
    said = done.stderr.decode(encoding)
    assert done.returncode == 2
    assert said.startswith("designsys: ")
    assert said.count("\n") == 1
    assert reason in said
    assert "ひみつ" not in said
    assert done.stdout == b""


def test_what_was_judged_is_told_beside_what_was_not(site: Path, slow: str, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    done = audit(site / "bad.html", f"{slow}/none?pin=ひみつ", "--condition", "base", "--json", target)
    assert done.returncode == 2
    assert "label" in done.stdout.decode()
    assert (
        done.stdout.decode()
        .splitlines()[-1]
        .startswith("1ページ × 1条件（1回）を判定、判定できず 1回: 不適合 2件")
    )
    assert "HTTP 404" in done.stderr.decode()
    report = target.read_text(encoding="utf-8")
    assert [page["status"] for page in json.loads(report)["pages"]] == ["judged", "not judged"]
    assert "ひみつ" not in report


LATIN = [
    folder
    for name in ("dejavu", "liberation")
    if (folder := Path("/usr/share/fonts/truetype", name)).is_dir()
]
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{latin}</dir><cachedir>{folder}</cachedir></fontconfig>"""


@pytest.mark.skipif(not LATIN, reason="a browser without any font does not start")
def test_japanese_without_a_font_is_not_judged(site: Path, tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(FONTS.format(latin=LATIN[0], folder=tmp_path), encoding="utf-8")
    english = tmp_path / "english.html"
    english.write_text(
        '<!doctype html><html lang="en"><title>a</title><main><h1>a</h1></main></html>', encoding="utf-8"
    )
    fonts = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    done = audit(site / "good.html", "--condition", "base", **fonts)
    assert done.returncode == 2
    assert "apt-get install fonts-noto-cjk" in done.stderr.decode()
    assert audit(english, "--condition", "base", **fonts).returncode == 0


def test_help_has_an_example_and_an_option_for_each_report() -> None:
    text = CliRunner().invoke(command, ["--help"]).output
    assert "designsys audit https://www.city.example.jp/" in text
    for name in reports.file_reports():
        assert f"--{name} FILE" in text
