"""What tokens can be built to: each module here is one output.

An output ``x`` is the function ``write(system) -> str`` in ``designsys/tokens/outputs/x.py``;
being there is all the registration it needs.
"""

from __future__ import annotations

import importlib
import pkgutil

from designsys.tokens.errors import TokenError, hint
from designsys.tokens.proof import refuse_shortfall
from designsys.tokens.series import refuse_near_colors
from designsys.tokens.system import TokenSystem

__all__ = ["build", "outputs"]


def outputs() -> list[str]:
    """The names of the outputs, such as ``css``."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


def build(system: TokenSystem, output: str) -> str:
    """The tokens in another language.

    :param output: one of :func:`outputs`.
    :returns: the text of the file.
    :raises TokenError: when there is no such output, a pair misses its contrast, or the output
        cannot say a token.
    """
    if output not in outputs():
        near = hint(output, outputs())
        raise TokenError(
            en=f"there is no output '{output}'; it is one of {', '.join(outputs())}.{near[0]}",
            ja=f"「{output}」という出力はありません。{', '.join(outputs())} のどれかです。{near[1]}",
        )
    refuse_shortfall(system)
    refuse_near_colors(system)
    text: str = importlib.import_module(f"{__name__}.{output}").write(system)
    return text
