"""What is particular to Japan and needs no page: values and their rules.

Nothing here renders or reads a form.
"""

from designsys.japanese.holidays import public_holidays

__all__ = ["public_holidays"]
