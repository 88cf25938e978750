"""Why a page could not be judged, each in one sentence of Japanese and English.

Engines and the loader raise these; the run records them and goes on with the next page.
"""

from __future__ import annotations

from designsys.audit.masking import mask
from designsys.errors import DesignsysError

__all__ = [
    "Unjudged",
    "bad_status",
    "broken",
    "crashed",
    "locked",
    "missing_glyphs",
    "moved",
    "not_taken",
    "not_web_page",
    "overran",
    "too_slow",
    "unreachable",
]


class Unjudged(DesignsysError):
    """A page that could not be judged; the pages after it still can be.

    :param again: whether a second try may succeed, as when the page navigated meanwhile.
    :param own: whether the fault is the gate's, so that the other checks may go on.
    """

    def __init__(self, *, en: str, ja: str, again: bool = False, own: bool = False) -> None:
        super().__init__(en=mask(en), ja=mask(ja))
        self.again = again
        self.own = own


def unreachable(url: str, reason: str) -> Unjudged:
    """Nothing answered, or the browser broke off; ``reason`` is its own word for it."""
    return Unjudged(
        en=f"{url} could not be opened ({reason}): check the address and that the server runs.",
        ja=f"{url} を開けません（{reason}）。アドレスと、サーバーが動いているかを確かめてください。",
    )


def bad_status(url: str, status: int) -> Unjudged:
    """The server answered with an HTTP error."""
    return Unjudged(
        en=f"{url} answered HTTP {status}, so there is no page to judge: check the address.",
        ja=f"{url} が HTTP {status} を返したため、判定するページがありません。アドレスを確かめてください。",
    )


def locked(url: str) -> Unjudged:
    """The server wants a name and a password (HTTP 401)."""
    return Unjudged(
        en=f"{url} answered HTTP 401: write name, colon, password and @ into the address, before the host.",
        ja=f"{url} は名前とパスワードを求めています（HTTP 401）。アドレスのホスト名の前に、名前、コロン、パスワード、@ の順で書いてください。",
    )


def not_web_page(url: str, kind: str) -> Unjudged:
    """The answer is not HTML but, say, a PDF."""
    return Unjudged(
        en=f"{url} is {kind}, not a web page: give the address of an HTML page.",
        ja=f"{url} は {kind} で、ウェブページではありません。HTMLのページを指定してください。",
    )


def too_slow(url: str, seconds: float) -> Unjudged:
    """A load or an evaluation went past its bound."""
    return Unjudged(
        en=f"{url} was not ready within {seconds:g} seconds: mend what keeps it loading, or give more time with --timeout.",
        ja=f"{url} の読み込みか判定が{seconds:g}秒で終わりません。終わらない原因を直すか、--timeout を長くしてください。",
    )


def overran(url: str, seconds: float) -> Unjudged:
    """A script of the gate took too long in this page, which goes on living."""
    return Unjudged(
        en=f"a check took longer than {seconds:g} seconds on {url} and did not judge it: look yourself, or give more time with --timeout.",
        ja=f"{url} で、この検査は{seconds:g}秒では終わらず、判定していません。目で確かめるか、--timeout を長くしてください。",
        own=True,
    )


def moved(url: str) -> Unjudged:
    """The document went away while it was judged."""
    return Unjudged(
        en=f"{url} moved to another page while it was judged: give the address that it ends at.",
        ja=f"{url} は判定の途中で別のページに移りました。移った先のアドレスを指定してください。",
        again=True,
    )


def crashed(url: str) -> Unjudged:
    """The browser, or its tab, went away; it is started again for the second try and for the pages behind."""
    return Unjudged(
        en=f"the browser crashed on {url}, twice: judge this page alone, or with another version of the browser.",
        ja=f"{url} でブラウザーが2回とも落ちました。このページだけを判定するか、別の版のブラウザーで試してください。",
        again=True,
    )


def broken(url: str, reason: str) -> Unjudged:
    """A script of the gate failed in this page."""
    return Unjudged(
        en=f"{url} could not be judged, since a check failed in it ({reason}): please report it to designsys.",
        ja=f"{url} で検査が失敗し、判定できませんでした（{reason}）。designsys に報告してください。",
        own=True,
    )


def not_taken(url: str, condition: str) -> Unjudged:
    """The browser did not bring about the condition; the verdict would be about another one."""
    return Unjudged(
        en=f"the browser did not apply the condition '{condition}' to {url}: try another version of the browser.",
        ja=f"ブラウザーが {url} に条件「{condition}」を適用できませんでした。別の版のブラウザーで試してください。",
    )


def missing_glyphs() -> DesignsysError:
    """Japanese would be judged as rows of boxes."""
    return DesignsysError(
        en="this machine has no Japanese font, so layout cannot be judged: run 'apt-get install fonts-noto-cjk'.",
        ja="日本語のフォントがないため、見た目を判定できません。apt-get install fonts-noto-cjk を実行してください。",
    )
