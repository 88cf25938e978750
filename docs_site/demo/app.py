"""引越しワンストップ: a moving-out notification (転出届) of the fictional 若草市, on Flask.

It shows how a service uses designsys: macros in templates, answers kept in the session, each page
checked on the server. It stores nothing; the receipt is the end.
"""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import (
    Flask,
    Response,
    abort,
    redirect,
    render_template,
    request,
    send_from_directory,
    session,
    url_for,
)
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse

import designsys
from designsys import resources
from designsys.forms import DateReading, read_date

CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; require-trusted-types-for 'script'"
)
MOVERS = {"me": "わたしだけ", "family": "家族みんな", "some": "家族のうち何人か"}
PREFECTURES = (
    "北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 "
    "山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 "
    "広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県"
).split()
# 住民基本台帳法 § 24 asks for the notice beforehand; the city takes it from 60 days before to a year after.
EARLY, LATE = datetime.timedelta(days=365), datetime.timedelta(days=60)

Form = MultiDict[str, str]
Errors = dict[str, dict[str, str]]  # by the control's name: an item of the error summary
Answers = dict[str, str]


def read_text(form: Form, errors: Errors, name: str, label: str, longest: int) -> str:
    """What was typed, without blanks around it; adds an error when it is empty or too long."""
    text = form.get(name, "").strip()
    if not text:
        errors[name] = {"href": f"#{name}", "text": f"{label}を入れてください"}
    elif len(text) > longest:
        said = f"{label}は{longest}文字までです。いまは{len(text)}文字あります"
        errors[name] = {"href": f"#{name}", "text": said}
    return text


def read_choice(form: Form, errors: Errors, name: str, label: str, choices: list[str]) -> str:
    """The value chosen; adds an error when it is none of the choices."""
    choice = form.get(name, "")
    if choice not in choices:
        errors[name] = {"href": f"#{name}", "text": f"{label}を選んでください"}
    return choice


def read_who(form: Form, errors: Errors) -> tuple[Answers, DateReading | None]:
    """Who moves, and how to reach them."""
    answers = {
        "movers": read_choice(form, errors, "movers", "引っ越す人", list(MOVERS)),
        "full_name": read_text(form, errors, "full_name", "氏名", 50),
        "email": read_text(form, errors, "email", "メールアドレス", 254),
    }
    local, _, domain = answers["email"].partition("@")
    if "email" not in errors and (not local or "." not in domain or " " in answers["email"]):
        said = "メールアドレスを taro@example.jp のように入れてください"
        errors["email"] = {"href": "#email", "text": said}
    return answers, None


def read_when(form: Form, errors: Errors) -> tuple[Answers, DateReading | None]:
    """The day of the move."""
    today = datetime.date.today()
    reading = read_date(
        form, "moving_date", label="引っ越す日", required=True, earliest=today - EARLY, latest=today + LATE
    )
    for item in reading.as_error_items():
        errors["moving_date"] = item
    return {"moving_date": reading.value.isoformat() if reading.value else ""}, reading


def read_where(form: Form, errors: Errors) -> tuple[Answers, DateReading | None]:
    """The new address."""
    return {
        "prefecture": read_choice(form, errors, "prefecture", "都道府県", PREFECTURES),
        "city": read_text(form, errors, "city", "市区町村", 30),
        "street": read_text(form, errors, "street", "町名・番地・建物名", 100),
    }, None


STEPS: dict[str, Callable[[Form, Errors], tuple[Answers, DateReading | None]]] = {
    "who": read_who,
    "when": read_when,
    "where": read_where,
}


def create_app(assets: Path | None = None) -> Flask:
    """The service.

    :param assets: a folder made by ``designsys build``; None for the assets that come with designsys.
    """
    app = Flask(__name__, static_folder=None)
    app.secret_key = secrets.token_bytes(32)
    folder = assets or Path(resources.assets())
    designsys.install(app.jinja_env, theme="wakaba", assets=("/static/designsys/", folder))

    @app.get("/static/designsys/<path:name>")
    def asset(name: str) -> Response:
        return send_from_directory(folder, name)

    @app.after_request
    def policy(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = CSP
        return response

    @app.before_request
    def csrf() -> None:
        token = session.setdefault("csrf", secrets.token_urlsafe(16))
        if request.method == "POST" and not secrets.compare_digest(token, request.form.get("csrf_token", "")):
            abort(400)

    @app.get("/")
    def start() -> BaseResponse:
        return redirect(url_for("step", name="who"))

    @app.route("/<any(who, when, where):name>", methods=["GET", "POST"])
    def step(name: str) -> str | BaseResponse | tuple[str, int]:
        errors: Errors = {}
        answers: dict[str, Any] = session.get("answers", {})
        reading: DateReading | None = None
        if request.method == "POST":
            typed, reading = STEPS[name](request.form, errors)
            answers = {**answers, **typed}
            if not errors:
                session["answers"] = answers
                return redirect(url_for("check") if missing() is None else url_for("step", name=missing()))
        page = render_template(f"{name}.html", **context(name, answers, errors, reading))
        return (page, 400) if errors else page

    @app.route("/check", methods=["GET", "POST"])
    def check() -> str | BaseResponse:
        if missing() is not None:
            return redirect(url_for("step", name=missing()))
        if request.method == "POST":
            session["receipt"] = f"若草-{secrets.token_hex(3).upper()}"
            return redirect(url_for("receipt"))
        return render_template("check.html", **context("check", session["answers"]))

    @app.get("/receipt")
    def receipt() -> str | BaseResponse:
        if "receipt" not in session:
            return redirect(url_for("check"))
        return render_template(
            "receipt.html", number=session["receipt"], **context("receipt", session["answers"])
        )

    def missing() -> str | None:
        """The first page that has not been answered."""
        answered = session.get("answers", {})
        first = {"who": "full_name", "when": "moving_date", "where": "street"}
        return next((name for name, answer in first.items() if answer not in answered), None)

    return app


def context(
    name: str, answers: Answers, errors: Errors | None = None, reading: DateReading | None = None
) -> dict[str, Any]:
    """What a page shows: answers, errors, and each choice by its words."""
    day = datetime.date.fromisoformat(answers["moving_date"]) if answers.get("moving_date") else None
    errors = errors or {}
    steps = [*STEPS, "check"]
    return {
        "answers": answers,
        "errors": list(errors.values()),
        "error_of": {name: error["text"] for name, error in errors.items()},
        "reading": reading,
        "day": day,
        "movers": MOVERS,
        "prefectures": [(prefecture, prefecture) for prefecture in PREFECTURES],
        "place": (steps.index(name) + 1, len(steps)) if name in steps else None,
        "csrf_token": session["csrf"],
    }


if __name__ == "__main__":
    print("http://127.0.0.1:5000/ で開けます（Ctrl+C で終わります）")
    create_app().run(port=5000)
