"""JSON bodies, read as strictly as queries are: what does not exist is refused, not ignored."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from rest_framework.serializers import (
    BooleanField,
    CharField,
    ListField,
    ListSerializer,
    Serializer,
    UUIDField,
)

from articles.api.problems import invalid

_TYPES = (
    (CharField, str, "It is a text."),
    (UUIDField, str, "It is an id, as a text."),
    (BooleanField, bool, "It is true or false."),
)


def checked(form: Serializer[Any], sent: Any) -> dict[str, Any]:
    """Return the values of a body that `form` was made for. Raises Problem naming every error."""
    if not isinstance(sent, dict):
        raise invalid({"body": f"It is a JSON object with {_listed(list(form.fields))}."})
    errors = dict(_misfits(form, sent))
    if not form.is_valid():
        errors |= {name: reason for name, reason in _reasons(form.errors) if name not in errors}
    if errors:
        raise invalid(errors)
    values: dict[str, Any] = form.validated_data
    return values


def _misfits(form: Any, sent: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield each member that does not exist, with the nearest one that does, or is of another type.

    Serializers alone would take 5 for a text and "yes" for true.
    """
    if isinstance(form, ListSerializer | ListField):
        for number, one in enumerate(sent if isinstance(sent, list) else ()):
            yield from _misfits(form.child, one, f"{where}[{number}]")
    elif isinstance(form, Serializer) and isinstance(sent, dict):
        dot = "." if where else ""
        for name, value in sent.items():
            if name not in form.fields:
                near = difflib.get_close_matches(name[:100], list(form.fields), n=1, cutoff=0.0)
                yield (
                    f"{where}{dot}{name[:100]}",
                    f"There is no such field; the nearest is {near[0]}.",
                )
            else:
                yield from _misfits(form.fields[name], value, f"{where}{dot}{name}")
    elif reason := _mistyped(form, sent):
        yield where, reason


def _mistyped(field: Any, sent: Any) -> str:
    """Return what a value must be where it is of another type, else ""."""
    reasons = (
        reason
        for kind, of_json, reason in _TYPES
        if isinstance(field, kind) and not isinstance(sent, of_json)
    )
    return "" if sent is None else next(reasons, "")


def _reasons(errors: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield the first reason for each field, fields of fields by their path: faq[0].question."""
    if isinstance(errors, Mapping):
        for name, inner in errors.items():
            step = f"[{name}]" if isinstance(name, int) else name
            own = "" if step == "non_field_errors" else step
            dot = "." if where and own and not own.startswith("[") else ""
            yield from _reasons(inner, f"{where}{dot}{own}")
    elif errors and isinstance(errors[0], Mapping):
        for number, inner in enumerate(errors):
            yield from _reasons(inner, f"{where}[{number}]")
    elif errors:
        yield where or "body", str(errors[0])


def _listed(names: list[str]) -> str:
    return ", ".join(names) if len(names) > 1 else "".join(names) or "nothing in it"
