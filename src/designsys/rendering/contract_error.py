"""The error of a wrong call, and the place of that call in the service's templates.

The place is looked for only when there is something to say; it cannot be found
once an async template has been awaited.
"""

from __future__ import annotations

import sys
from types import FrameType

from designsys.errors import DesignsysError

__all__ = ["ContractError", "caller_place"]


class ContractError(DesignsysError):
    """A call breaks the contract of a component.

    :param component: the macro called.
    :param parameter: the parameter at fault, with the item's index where it is one (``items[2].label``).
    :param given: what was given, or None when nothing was.
    :param allowed: what may be given instead.
    :param near: the nearest right name.
    :param template: name of the template with the call; None when it was not called from one.
    :param line: the call's line there.
    """

    def __init__(
        self,
        *,
        en: str,
        ja: str,
        component: str,
        parameter: str | None = None,
        given: object = None,
        allowed: tuple[str, ...] = (),
        near: str | None = None,
        place: tuple[str, int] | None = None,
    ) -> None:
        where = f"{place[0]}:{place[1]}: " if place else ""
        super().__init__(en=f"{where}{component}: {en}", ja=f"{where}{component}：{ja}")
        self.component = component
        self.parameter = parameter
        self.given = given
        self.allowed = allowed
        self.near = near
        self.template: str | None = place[0] if place else None
        self.line: int | None = place[1] if place else None


def caller_place() -> tuple[str, int] | None:
    """Name and line of the template that is calling, or None outside a template.

    Compiled templates carry themselves in their globals as ``__jinja_template__``, so the
    first such frame that is not one of ours is the service's.
    """
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None and not getattr(template.environment, "is_designsys", False):
            name = template.name or template.filename or "<template>"
            if not name.startswith("designsys/") and name != "designsys.jinja":
                return name, template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return None
