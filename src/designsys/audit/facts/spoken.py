"""The language that most of a document is in, where it does not mark its parts.

Small shares of other languages do not count; a document that is half one and half the other has none.
"""

from __future__ import annotations

from collections import Counter

from designsys.audit.facts.texts import Frame
from designsys.audit.languages import Language, language, primary

__all__ = ["spoken"]

_MOST, _LITTLE = 0.7, 0.2


def spoken(frame: Frame) -> Language | None:
    """The language of what a document says without a mark of its own; None where that cannot be told.

    :param frame: one document; without a ``lang`` it is not judged, since it says nothing that could be wrong.
    """
    if not frame.lang.strip():
        return None
    kinds: dict[tuple[str, ...], list[Language]] = {}
    for text in frame.texts:
        if text.whole and (seen := language(text.text, frame.lang)):
            kinds.setdefault(seen.tags, []).append(seen)
    letters = Counter({tags: sum(one.letters for one in seen) for tags, seen in kinds.items()})
    if not letters:
        return None
    tags, most = letters.most_common(1)[0]
    declared = primary(frame.lang)
    own = sum(count for other, count in letters.items() if declared in other)
    if declared not in tags and (most < _MOST * letters.total() or own > _LITTLE * letters.total()):
        return None
    return Language(tags, most, sum(one.words for one in kinds[tags]))
