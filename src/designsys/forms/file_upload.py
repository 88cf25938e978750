"""Reads what a ``file_upload`` sends: new files within the limits, files kept from before, and what to do with them.

It judges name, size and number. It stores nothing, and what is inside a file it cannot know: that is for
the service's own check and its virus scanner.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from designsys.forms.parts import FormData, words_for
from designsys.rendering.attributes import html_id
from designsys.rendering.words import Words

__all__ = ["FileUploadReading", "UploadedFile", "file_upload_names", "read_file_upload"]

_MEGABYTE = 1024 * 1024
_LONGEST_QUOTED = 80
_SAME = {".jpeg": ".jpg"}


@dataclass(frozen=True)
class UploadedFile:
    """A new file within the limits.

    :param name: the file's own name, without folders. Not safe as a name on the server's disk.
    :param size: in bytes.
    :param upload: the framework's object, with the content.
    """

    name: str
    size: int
    upload: Any


@dataclass(frozen=True)
class FileUploadReading:
    """What was sent for a file upload.

    :param name: the name given to ``file_upload``.
    :param files: new files within the limits; store them, also when another answer is wrong.
    :param kept: of the files received before, those that stay, as they were given.
    :param errors: what to mend, each with the file's name; empty when nothing is wrong.
    :param stays: whether adding or removing was pressed: the same page comes back, with nothing else judged.
    :param summary: the errors with the question's name before them, for the error summary.
    """

    name: str
    files: tuple[UploadedFile, ...] = ()
    kept: tuple[Mapping[str, Any], ...] = ()
    errors: tuple[str, ...] = ()
    stays: bool = False
    summary: tuple[str, ...] = ()

    def as_arguments(self, stored: Iterable[Mapping[str, Any]] = ()) -> dict[str, Any]:
        """What to hand on to the macro: ``file_upload(name, label, **reading.as_arguments(stored))``.

        :param stored: the new files as the service has stored them: ``key``, ``name``, ``size`` in bytes.
        """
        return {"kept": [*self.kept, *stored], "error": list(self.errors)}

    def as_error_items(self, id: str | None = None) -> list[dict[str, str]]:
        """The items for ``error_summary``, linked to the control; none when nothing is wrong.

        :param id: the ``id`` given to ``file_upload``, where it was given one.
        """
        return [{"text": text, "href": "#" + (id or html_id(self.name))} for text in self.summary]


def file_upload_names(name: str) -> dict[str, str]:
    """The names under which ``file_upload(name, …)`` sends the keys of files kept, a removal, and adding.

    ``proof`` gives ``proof-kept`` …; ``person[0][proof]`` gives ``person[0][proof][kept]`` ….
    """
    parts = ("kept", "remove", "add")
    return {part: f"{name}[{part}]" if name.endswith("]") else f"{name}-{part}" for part in parts}


def read_file_upload(
    form: FormData,
    files: FormData,
    name: str,
    *,
    kept: Iterable[Mapping[str, Any]] = (),
    label: str | None = None,
    required: bool = False,
    accept: Sequence[str] = (),
    max_files: int = 1,
    max_megabytes: int | None = None,
    locale: str | None = None,
) -> FileUploadReading:
    """Read files; whatever was sent, this gives a reading and never raises.

    :param form: the form data.
    :param files: the uploads: ``request.files``, ``request.FILES``, or the form itself (Starlette).
    :param name: the name given to ``file_upload``.
    :param kept: the files received from this person before: ``key``, ``name``, ``size``. A key that is not
        among them is ignored, so that nobody reaches the files of others.
    :param label: what the files are; printed before the errors in the error summary.
    :param required: whether no file at all is an error.
    :param accept: the kinds taken, as given to ``file_upload``.
    :param max_files: how many are taken, those kept among them.
    :param max_megabytes: largest size of each, in MB of 1,048,576 bytes.
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """
    words = words_for(locale)
    names = file_upload_names(name)
    removed = _texts(form, names["remove"])
    wanted = set(_texts(form, names["kept"])) - set(removed)
    staying = tuple(file for file in kept if str(file.get("key")) in wanted)
    taken: list[UploadedFile] = []
    errors: list[str] = []
    for upload in _uploads(files, name):
        file = UploadedFile(_name(upload), _size(upload), upload)
        error = _error(file, accept, max_megabytes, words)
        # One file in the place of another: who may send only one and chooses anew means the new one.
        if error is None and max_files == 1 and not taken:
            staying = ()
        if error is None and len(taken) + len(staying) >= max_files:
            error = _too_many(max_files, words)
        if error is None:
            taken.append(file)
        elif error not in errors:
            errors.append(error)
    stays = bool(removed or _texts(form, names["add"]))
    if required and not stays and not taken and not staying and not errors:
        errors.append(words.gettext("Choose a file."))
    summary = [
        words.gettext("%(label)s: %(error)s", label=label, error=error) if label else error
        for error in errors
    ]
    return FileUploadReading(name, tuple(taken), staying, tuple(errors), stays, tuple(summary))


def _error(file: UploadedFile, accept: Sequence[str], max_megabytes: int | None, words: Words) -> str | None:
    shown = file.name if len(file.name) <= _LONGEST_QUOTED else file.name[:_LONGEST_QUOTED] + "…"
    kinds = {_kind(kind) for kind in accept}
    if kinds and _kind(os.path.splitext(file.name)[1]) not in kinds:  # noqa: PTH122
        listed = ", ".join(kind.lstrip(".").upper() for kind in accept)
        return words.gettext("“%(name)s” cannot be sent. Choose %(kinds)s.", name=shown, kinds=listed)
    if file.size == 0:
        return words.gettext("“%(name)s” is empty. Choose another file.", name=shown)
    if max_megabytes is not None and file.size > max_megabytes * _MEGABYTE:
        return words.gettext(
            "“%(name)s” is larger than %(size)s MB. Send a smaller file.", name=shown, size=max_megabytes
        )
    return None


def _too_many(number: int, words: Words) -> str:
    return words.ngettext(
        "Up to %(number)s file can be sent. Remove one first.",
        "Up to %(number)s files can be sent. Remove one first.",
        number,
    )


def _kind(extension: str) -> str:
    lower = extension.lower()
    return _SAME.get(lower, lower)


def _all(form: FormData, name: str) -> list[Any]:
    """Every value of a name: multi-dicts have ``getlist`` (Django, werkzeug, Starlette), a dict its value or a list."""
    many = getattr(form, "getlist", None)
    values = many(name) if callable(many) else form.get(name)
    if isinstance(values, (list, tuple)):
        return list(values)
    return [] if values is None else [values]


def _texts(form: FormData, name: str) -> list[str]:
    return [value for value in _all(form, name) if isinstance(value, str) and value]


def _uploads(files: FormData, name: str) -> list[Any]:
    # A browser sends an empty part without a name where no file was chosen.
    return [upload for upload in _all(files, name) if not isinstance(upload, (str, bytes)) and _name(upload)]


def _name(upload: Any) -> str:
    # werkzeug's upload has both, and its name is the field's; Django's has only a name.
    name = getattr(upload, "filename" if hasattr(upload, "filename") else "name", None)
    # Old browsers send the whole path, and not always this system's kind of path.
    return name.replace("\\", "/").rpartition("/")[2] if isinstance(name, str) else ""


def _size(upload: Any) -> int:
    size = getattr(upload, "size", None)
    if isinstance(size, int):
        return size
    stream = getattr(upload, "stream", None) or getattr(upload, "file", upload)
    try:
        place = stream.tell()
        end = stream.seek(0, os.SEEK_END)
        stream.seek(place)
    except (AttributeError, OSError, TypeError, ValueError):
        return 0
    return end if isinstance(end, int) else 0
