"""Makes CSS and JavaScript small, where the libraries for it are installed.

In a wheel every source is small already, so that building there needs neither
library. No syntax is rewritten for older browsers.
"""

from __future__ import annotations

from designsys.errors import DesignsysError

try:
    import lightningcss
except ImportError:
    lightningcss = None  # type: ignore[assignment]

try:
    import rjsmin
except ImportError:
    rjsmin = None

__all__ = ["minify_css", "minify_js"]


def minify_css(text: str, source: str) -> str:
    """The same style sheet without comments and blanks; unchanged without lightningcss.

    :param source: the file's name, for the error.
    :raises DesignsysError: when the CSS does not parse.
    """
    if lightningcss is None:
        return text
    try:
        # No browsers_list: with one, light-dark() becomes custom properties that a scheme switch does not reach.
        small: str = lightningcss.process_stylesheet(text, filename=source)
    except ValueError as error:
        raise DesignsysError(
            en=f"{source}: this CSS cannot be read: {error}",
            ja=f"{source}：CSS として読めません（{error}）。",
        ) from None
    return small


def minify_js(text: str) -> str:
    """The same script without comments and blanks; unchanged without rjsmin."""
    if rjsmin is None:
        return text
    small: str = rjsmin.jsmin(text)
    return small
