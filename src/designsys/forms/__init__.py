"""Reads back what controls send: a typed value, or an error in words, with what was typed untouched.

Plain Python over the form data of any framework. It renders nothing and knows no framework.
"""

from designsys.forms.closed_days import closed_days
from designsys.forms.combobox import ComboboxReading, read_combobox, typed_name
from designsys.forms.consent import ConsentReading, read_consent
from designsys.forms.counting import count_bytes, count_characters
from designsys.forms.date import DateReading, PartialDate, date_part_names, read_date
from designsys.forms.date_range import DateRangeReading, read_date_range
from designsys.forms.email import read_email
from designsys.forms.errors import error_items, errors_by_name
from designsys.forms.file_upload import FileUploadReading, UploadedFile, file_upload_names, read_file_upload
from designsys.forms.number import read_number
from designsys.forms.one_time_code import read_one_time_code
from designsys.forms.one_time_key import Claim, KeyStore, MemoryStore, OneTimeKeys
from designsys.forms.parts import FormData
from designsys.forms.phone import read_phone
from designsys.forms.reading import Reading
from designsys.forms.repeat_group import RepeatReading, read_repeat_group
from designsys.forms.slot import SlotReading, read_slot
from designsys.forms.time import TimeReading, read_time

__all__ = [
    "Claim",
    "ComboboxReading",
    "ConsentReading",
    "DateRangeReading",
    "DateReading",
    "FileUploadReading",
    "FormData",
    "KeyStore",
    "MemoryStore",
    "OneTimeKeys",
    "PartialDate",
    "Reading",
    "RepeatReading",
    "SlotReading",
    "TimeReading",
    "UploadedFile",
    "closed_days",
    "count_bytes",
    "count_characters",
    "date_part_names",
    "error_items",
    "errors_by_name",
    "file_upload_names",
    "read_combobox",
    "read_consent",
    "read_date",
    "read_date_range",
    "read_email",
    "read_file_upload",
    "read_number",
    "read_one_time_code",
    "read_phone",
    "read_repeat_group",
    "read_slot",
    "read_time",
    "typed_name",
]
