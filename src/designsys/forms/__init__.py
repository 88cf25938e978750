"""Reads back what the controls of several fields send: typed parts, a value, or an error with its part.

Plain Python over the form data of any framework. It renders nothing and knows no framework.
"""

from designsys.forms.counting import count_bytes, count_characters
from designsys.forms.date import DateReading, date_part_names, read_date
from designsys.forms.errors import error_items, errors_by_name
from designsys.forms.one_time_key import Claim, KeyStore, MemoryStore, OneTimeKeys

__all__ = [
    "Claim",
    "DateReading",
    "KeyStore",
    "MemoryStore",
    "OneTimeKeys",
    "count_bytes",
    "count_characters",
    "date_part_names",
    "error_items",
    "errors_by_name",
    "read_date",
]
