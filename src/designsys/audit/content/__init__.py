"""The rules for Japanese public pages that need no browser, so that a CMS can ask before an editor publishes.

Judges a fragment of HTML by its text and attributes alone. What only a layout or a
script shows (colours, sizes, what is hidden by CSS) it cannot know.
"""

from designsys.audit.content.findings import ContentFinding
from designsys.audit.content.judging import judge, mend

__all__ = ["ContentFinding", "judge", "mend"]
