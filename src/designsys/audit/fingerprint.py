"""A finding's identity, which survives moving and restyling the page around it.

It holds rule, role, accessible name and landmark path only: never a selector, since
one row put into a table would make every finding below it new.
"""

from __future__ import annotations

import hashlib
import unicodedata

__all__ = ["fingerprint"]


def fingerprint(rule: str, role: str, name: str, landmarks: str) -> str:
    """16 hexadecimal digits of SHA-256 over the four parts.

    White space and width variants (ＡＢＣ, ｶﾅ) do not count: pages change them unseen.
    """
    parts = (" ".join(unicodedata.normalize("NFKC", part).split()) for part in (rule, role, name, landmarks))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
