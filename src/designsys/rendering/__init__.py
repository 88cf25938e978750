"""Renders components: our macros, compiled apart, given to a service's Jinja environment.

It needs Jinja and MarkupSafe only. It knows neither styles nor any web framework.
"""

from designsys.rendering.contract_error import ContractError
from designsys.rendering.examples import render_example
from designsys.rendering.installation import install
from designsys.rendering.words import use_locale

__all__ = ["ContractError", "install", "render_example", "use_locale"]
