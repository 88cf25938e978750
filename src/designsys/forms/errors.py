"""Turns the errors of WTForms, Django, Pydantic or plain Python into what our controls and summary take.

It imports none of them: it goes by the shape of what it is given. It words no message; Pydantic's own are
written for programmers, so that a service puts its own in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from designsys.rendering.attributes import html_id

__all__ = ["error_items", "errors_by_name"]

_OF_THE_WHOLE = ""


def errors_by_name(
    source: Any, *, message: Callable[[Mapping[str, Any]], object] | None = None
) -> dict[str, list[str]]:
    """The messages by the name of the control: ``text_input("email", …, error=errors.email)``.

    Names are those that the macros send: ``person[0][name]`` for Pydantic's ``("person", 0, "name")``, WTForms'
    ``person-0-name``, Django's with the form's prefix. What concerns the whole form is under ``""``.

    :param source: a form of WTForms or Django that was validated; Pydantic's or FastAPI's exception, or its
        list of errors; a mapping of names to a text or a list of texts; None for no errors.
    :param message: gives the words for one of Pydantic's errors, a mapping with ``type``, ``loc`` and ``ctx``.
        By default its ``msg``, in English.
    """
    found: dict[str, list[str]] = {}
    for name, text in _errors(source, message):
        found.setdefault(name, []).append(text)
    return found


def error_items(
    source: Any,
    *,
    ids: Mapping[str, str] | None = None,
    message: Callable[[Mapping[str, Any]], object] | None = None,
) -> list[dict[str, str]]:
    """The items of ``error_summary`` and of ``form(errors=…)``, each linked to the first control of its field.

    Serves WCAG 3.3.1. Items that are ready, such as those of a reading's ``as_error_items()``, pass as they are.

    :param source: as for :func:`errors_by_name`, or a list of items.
    :param ids: ids of controls that are not made from their name: those of another library, or given by ``id=``.
    :param message: as for :func:`errors_by_name`.
    """
    known = ids or {}
    items: list[dict[str, str]] = []
    for part in source if isinstance(source, (list, tuple)) else [source]:
        if isinstance(part, Mapping) and "text" in part and source is not part:
            items.append(dict(part))
            continue
        for name, text in _errors(part if source is part else [part], message):
            link = {"href": "#" + known.get(name, html_id(name))} if name else {}
            items.append({"text": text, **link})
    return items


def _errors(source: Any, message: Callable[[Mapping[str, Any]], object] | None) -> Iterator[tuple[str, str]]:
    if source is None:
        return
    if isinstance(source, Mapping):
        yield from _of_mapping(source, lambda name: name)
    elif isinstance(source, Iterable) and not hasattr(source, "errors"):
        yield from _of_list(source, message)
    elif hasattr(source, "_fields"):
        yield from _of_wtforms(source)
    elif callable(source.errors):
        # FastAPI puts the part of the request before each place.
        yield from _of_list(source.errors(), message, 1 if hasattr(source, "body") else 0)
    else:
        yield from _of_mapping(source.errors, source.add_prefix)


def _of_mapping(errors: Mapping[Any, Any], named: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    for name, texts in errors.items():
        # Django has "__all__", WTForms None, for what concerns the whole form.
        whole = name in (None, "", "__all__")
        for text in [texts] if isinstance(texts, str) or not isinstance(texts, Iterable) else texts:
            yield _OF_THE_WHOLE if whole else named(name), str(text)


def _of_list(
    errors: Iterable[Any], message: Callable[[Mapping[str, Any]], object] | None, skipped: int = 0
) -> Iterator[tuple[str, str]]:
    for error in errors:
        if not isinstance(error, Mapping):
            yield _OF_THE_WHOLE, str(error)
            continue
        place = [str(part) for part in error.get("loc", ())][skipped:]
        name = place[0] + "".join(f"[{part}]" for part in place[1:]) if place else _OF_THE_WHOLE
        yield name, str(message(error) if message else error.get("msg", ""))


def _of_wtforms(form: Any) -> Iterator[tuple[str, str]]:
    for text in getattr(form, "form_errors", ()):
        yield _OF_THE_WHOLE, str(text)
    for field in form:
        # A FormField holds a form, a FieldList entries; their own errors repeat those of what they hold.
        if hasattr(field, "form"):
            yield from _of_wtforms(field.form)
        elif hasattr(field, "entries"):
            yield from _of_entries(field)
        else:
            for text in field.errors:
                yield field.name, str(text)


def _of_entries(field: Any) -> Iterator[tuple[str, str]]:
    for text in field.errors:
        if not isinstance(text, (list, tuple, Mapping)):
            yield field.name, str(text)
    yield from _of_wtforms(field.entries)
