"""Reads back what controls send: a typed value, or an error in words, with what was typed untouched.

Plain Python over the form data of any framework. It renders nothing and knows no framework.
"""

from designsys.forms.consent import ConsentReading, read_consent
from designsys.forms.date import DateReading, date_part_names, read_date
from designsys.forms.email import read_email
from designsys.forms.number import read_number
from designsys.forms.one_time_code import read_one_time_code
from designsys.forms.phone import read_phone
from designsys.forms.reading import Reading
from designsys.forms.repeat_group import RepeatReading, read_repeat_group

__all__ = [
    "ConsentReading",
    "DateReading",
    "Reading",
    "RepeatReading",
    "date_part_names",
    "read_consent",
    "read_date",
    "read_email",
    "read_number",
    "read_one_time_code",
    "read_phone",
    "read_repeat_group",
]
