"""Reads back what the controls of several fields send: typed parts, a value, or an error with its part.

Plain Python over the form data of any framework. It renders nothing and knows no framework.
"""

from designsys.forms.closed_days import closed_days
from designsys.forms.date import DateReading, PartialDate, date_part_names, read_date
from designsys.forms.date_range import DateRangeReading, read_date_range
from designsys.forms.parts import FormData
from designsys.forms.slot import SlotReading, read_slot
from designsys.forms.time import TimeReading, read_time

__all__ = [
    "DateRangeReading",
    "DateReading",
    "FormData",
    "PartialDate",
    "SlotReading",
    "TimeReading",
    "closed_days",
    "date_part_names",
    "read_date",
    "read_date_range",
    "read_slot",
    "read_time",
]
