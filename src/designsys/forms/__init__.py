"""Reads back what the controls of several fields send: typed parts, a value, or an error with its part.

Plain Python over the form data of any framework. It renders nothing and knows no framework.
"""

from designsys.forms.date import DateReading, date_part_names, read_date

__all__ = ["DateReading", "date_part_names", "read_date"]
