"""How quickly components are rendered, beside govuk-frontend-jinja on equal content in the same run.

Run it: ``python tests/benchmarks/rendering.py``. It prints rates and judges none: a machine that
is busy renders both more slowly. Our checks are on, as in a service.
"""

from __future__ import annotations

import time
import timeit

from jinja2 import Environment, PackageLoader, PrefixLoader, Template

from designsys import install
from designsys.catalogue import load

CALLS = 200
ROUNDS = 9

OURS = {
    "text_input": """text_input("email", "メールアドレス", type="email", hint="受付の知らせを送ります",
        error="メールアドレスを入れてください")""",
    "radios": """radios("who", "だれが引っ越しますか", [
        {"value": "all", "label": "家族みんなで"},
        {"value": "me", "label": "わたしだけ"},
        {"value": "some", "label": "家族のうち何人か", "hint": "次のページで選びます"},
        ], value="all", hint="ひとつ選びます", error="だれが引っ越すか選んでください")""",
    "date_input": """date_input("moved", "引っ越す日", value={"year": "2028", "month": "2", "day": "30"},
        hint="例：2026年 4月 1日", error="2月は29日までです", error_parts=["day"])""",
}
THEIRS = {
    "text_input": """input/macro.html" import govukInput %}{{ govukInput({"id": "email", "name": "email",
        "type": "email", "label": {"text": "メールアドレス"}, "hint": {"text": "受付の知らせを送ります"},
        "errorMessage": {"text": "メールアドレスを入れてください"}}) }}""",
    "radios": """radios/macro.html" import govukRadios %}{{ govukRadios({"name": "who", "value": "all",
        "fieldset": {"legend": {"text": "だれが引っ越しますか"}}, "hint": {"text": "ひとつ選びます"},
        "errorMessage": {"text": "だれが引っ越すか選んでください"}, "items": [
        {"value": "all", "text": "家族みんなで"},
        {"value": "me", "text": "わたしだけ"},
        {"value": "some", "text": "家族のうち何人か", "hint": {"text": "次のページで選びます"}}]}) }}""",
    "date_input": """date-input/macro.html" import govukDateInput %}{{ govukDateInput({"id": "moved",
        "namePrefix": "moved", "fieldset": {"legend": {"text": "引っ越す日"}},
        "hint": {"text": "例：2026年 4月 1日"}, "errorMessage": {"text": "2月は29日までです"}, "items": [
        {"name": "year", "label": "年", "classes": "govuk-input--width-4", "value": "2028"},
        {"name": "month", "label": "月", "classes": "govuk-input--width-2", "value": "2"},
        {"name": "day", "label": "日", "classes": "govuk-input--width-2 govuk-input--error",
         "value": "30"}]}) }}""",
}


def _imports(*names: str) -> str:
    return "".join(f'{{% from "designsys/{name}.jinja" import {name} %}}' for name in names)


def environment() -> Environment:
    """One environment with both libraries."""
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    result = Environment(autoescape=True, loader=loader)
    install(result)
    return result


def seconds_a_call(env: Environment, head: str, call: str) -> float:
    """The quickest of several rounds by this process's own time, so that other work on the machine counts least."""
    template = env.from_string(f"{head}{{% for _ in range({CALLS}) %}}{call}{{% endfor %}}")
    template.render()
    return _quickest(template, 1) / CALLS


def _quickest(template: Template, renders: int) -> float:
    times = timeit.repeat(template.render, number=renders, repeat=ROUNDS, timer=time.process_time)
    return min(times) / renders


def compare(env: Environment, name: str) -> tuple[float, float]:
    """Seconds a call: ours, theirs."""
    ours = seconds_a_call(env, _imports(name), f"{{{{ {OURS[name]} }}}}")
    head, call = THEIRS[name].split("%}", 1)
    theirs = seconds_a_call(env, f'{{% from "govuk_frontend_jinja/components/{head}%}}', call)
    return ours, theirs


def page_of_twenty(env: Environment) -> float:
    """Seconds for the default examples of 20 components on one page, with their imports."""
    components = [component for component in load() if component.name != "page"][:20]
    source = "".join(component.example("default").source() for component in components)
    template = env.from_string(source)
    template.render()
    return _quickest(template, CALLS)


def main() -> None:
    """Print the comparison."""
    env = environment()
    print(f"{'component':<12}{'ours/s':>10}{'govuk/s':>10}{'ratio':>8}")
    for name in OURS:
        ours, theirs = compare(env, name)
        print(f"{name:<12}{1 / ours:>10,.0f}{1 / theirs:>10,.0f}{theirs / ours:>8.1f}")
    print(f"page of 20 components: {page_of_twenty(env) * 1000:.2f} ms")


if __name__ == "__main__":
    main()
