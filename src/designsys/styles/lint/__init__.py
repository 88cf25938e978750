"""Reads CSS for what would break a theme, a scheme or a keyboard user's way.

A rule is one module in :mod:`designsys.styles.lint.rules`, found by being there. Nothing is mended,
and only what stands in the file is judged, not what a browser would make of it.
"""

from designsys.styles.lint.check import Finding, lint_css, rules
from designsys.styles.lint.sheet import Fault

__all__ = ["Fault", "Finding", "lint_css", "rules"]
