"""Makes accessible names and roles known in the page, for the scripts of checks that ask ``probe.named``.

axe-core computes them; where its check has not run on this page yet, it is loaded here, without being run.
"""

from __future__ import annotations

from designsys.audit.axe_core import script
from designsys.audit.page import LoadedPage

__all__ = ["know_names"]


def know_names(page: LoadedPage) -> None:
    """See that ``probe.named`` gives names in every frame; not a fact, since a page that is loaded anew forgets it.

    :raises Unjudged: the page does not answer.
    """
    if not all(page.everywhere("typeof axe === 'object'")):
        page.everywhere(f"{script().read_text(encoding='utf-8')}; 0")
