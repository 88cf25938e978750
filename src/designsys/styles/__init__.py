"""The CSS and JavaScript that a page needs: bundled, cut down to what is used, and linted.

Tokens are compiled by :mod:`designsys.tokens` and HTML is written by :mod:`designsys.rendering`;
this package only puts files together and judges CSS.
"""

from designsys.styles.bundle import Bundle, bundle
from designsys.styles.output import write
from designsys.styles.references import Delimiters
from designsys.styles.usage import Usage, used_components

__all__ = ["Bundle", "Delimiters", "Usage", "bundle", "used_components", "write"]
