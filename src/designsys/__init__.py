"""designsys: accessible components for public services, as Jinja macros.

:func:`install` is the whole set-up; the rest of the package is imported where it is needed.
"""

from designsys import resources
from designsys.errors import DesignsysError
from designsys.rendering import ContractError, install, use_locale

__all__ = ["ContractError", "DesignsysError", "__version__", "install", "resources", "use_locale"]

__version__ = "0.1.0"
