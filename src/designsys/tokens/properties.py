"""The published custom properties, as a linter or an editor needs them.

It lists what there is; which property may be used where is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass

from designsys.tokens.css_values import css_text, declarations
from designsys.tokens.system import TokenSystem, load

__all__ = ["Property", "properties", "themes"]


@dataclass(frozen=True, slots=True)
class Property:
    """A CSS custom property that component CSS may use.

    :param name: such as ``--ds-color-text``.
    :param token: path of its token, such as ``color.text``.
    :param type: the token's DTCG type; ``dimension`` for the letter spacing of a typography token.
    :param value: CSS text of its value in the default theme and scheme, such as ``#333333`` or ``48rem``.
    :param description: what it is for, in Japanese and English.
    :param deprecated: the reason, or True, when it should not be used any more.
    """

    name: str
    token: str
    type: str
    value: str
    description: str
    deprecated: bool | str

    @property
    def is_breakpoint(self) -> bool:
        """Whether ``@media`` may write its value literally, since it cannot read ``var()``."""
        return self.token.startswith("breakpoint.")


def properties(system: TokenSystem | None = None) -> dict[str, Property]:
    """Every published custom property by name, in the order of the token files.

    :param system: designsys' own tokens when left out.
    """
    return {
        name: Property(
            name=name,
            token=token.path,
            type="dimension" if name.endswith("-letter-spacing") else token.type,
            value=css_text(pieces),
            description=token.description,
            deprecated=token.deprecated,
        )
        for token in (system or load()).resolve().values()
        if token.published
        for name, pieces in declarations(token).items()
    }


def themes(system: TokenSystem | None = None) -> tuple[str, ...]:
    """The names of the themes, the default first.

    :param system: designsys' own tokens when left out.
    """
    return (system or load()).contexts.get("theme", ("default",))
