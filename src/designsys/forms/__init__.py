"""Reads back what the controls of several fields send: typed parts, a value, or an error with its part.

Plain Python over the form data of any framework. It renders nothing and knows no framework.
"""

from designsys.forms.combobox import ComboboxReading, read_combobox, typed_name
from designsys.forms.date import DateReading, date_part_names, read_date
from designsys.forms.file_upload import FileUploadReading, UploadedFile, file_upload_names, read_file_upload

__all__ = [
    "ComboboxReading",
    "DateReading",
    "FileUploadReading",
    "UploadedFile",
    "date_part_names",
    "file_upload_names",
    "read_combobox",
    "read_date",
    "read_file_upload",
    "typed_name",
]
