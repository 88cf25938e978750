"""Which questions of a form carry a mark: 「※必須」, 「任意」 or both, chosen once for all of them.

It decides from what a control's call says; what the marks look like and say is the template's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

__all__ = ["MarkPolicy", "Marks"]

MarkPolicy = Literal["required", "optional", "both"]

_of_form: ContextVar[str | None] = ContextVar("designsys_marks", default=None)


class Marks:
    """The policy in force at a call: that of the form around it, else the service's.

    Serves WCAG 3.3.2: in a form every question is marked by one rule, and none is forgotten.

    :param service: ``"required"`` marks what must be answered, ``"optional"`` what need not be, ``"both"``
        marks every question; None marks what each call says.
    """

    def __init__(self, service: MarkPolicy | None = None) -> None:
        self._service = service

    def policy(self) -> str | None:
        """The policy in force here."""
        return _of_form.get() or self._service

    @contextmanager
    def within(self, policy: str | None) -> Iterator[None]:
        """Let ``policy`` hold for what is rendered inside the ``with`` block; None changes nothing."""
        token = _of_form.set(policy or _of_form.get())
        try:
            yield
        finally:
            _of_form.reset(token)

    def completes(self) -> bool:
        """Whether a question that is not required is optional without its call saying so."""
        return self.policy() in ("optional", "both")

    def shown(self, required: bool, optional: bool) -> str | None:
        """The mark for a question: ``"required"``, ``"optional"`` or None."""
        mark = "required" if required else "optional" if optional else None
        return mark if self.policy() in (None, "both", mark) else None
