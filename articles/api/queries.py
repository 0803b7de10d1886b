"""Query parameters: declared once, read strictly, described from the same declaration."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from drf_spectacular.utils import OpenApiExample, OpenApiParameter

from articles.api.problems import Problem

MAX_PARAMETERS = 40
MAX_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Parameter:
    """One query parameter; with `repeats` it may be given several times, and its value is a tuple.

    With `has_commas` its value is a list, parted by commas, that `read` takes apart.
    `read` turns the text into a value or raises ValueError with a sentence for the caller;
    `schema` and `example` are what the OpenAPI document says of it.
    """

    name: str
    description: str
    read: Callable[[str], Any]
    schema: Mapping[str, Any]
    example: str | int | None = None
    repeats: bool = False
    has_commas: bool = False


class Query:
    """The parameters that one address takes, and no others."""

    def __init__(self, *parameters: Parameter) -> None:
        """Take the parameters in the order in which they are described."""
        self.parameters = {parameter.name: parameter for parameter in parameters}

    def read(self, raw: str) -> dict[str, Any]:
        """Return the values of those given. Raises Problem naming the parameter and the reason.

        The query string is decoded here, as UTF-8, and not by Django, which would use whatever
        charset the request's body declares.
        """
        values: dict[str, Any] = {}
        for name, text in _pairs(raw):
            parameter = self.parameters.get(name)
            if parameter is None:
                raise self._unknown(name)
            if parameter.repeats:
                values[name] = (*values.get(name, ()), _value(parameter, text))
                continue
            if name in values:
                raise _refused(name, "It is given twice.")
            values[name] = _value(parameter, text)
        return values

    def described(self) -> list[OpenApiParameter]:
        """Return what the OpenAPI document says of these parameters."""
        return [
            OpenApiParameter(
                parameter.name,
                type=_schema(parameter),
                explode=False if parameter.has_commas else None,
                location=OpenApiParameter.QUERY,
                description=parameter.description,
                examples=(
                    []
                    if parameter.example is None
                    else [OpenApiExample(parameter.name, value=_example(parameter))]
                ),
            )
            for parameter in self.parameters.values()
        ]

    def _unknown(self, name: str) -> Problem:
        nearest = difflib.get_close_matches(name[:100].lower(), self.parameters, n=1, cutoff=0.0)
        known = ", ".join(self.parameters) or "none"
        message = f"There is no parameter {name[:100]!r} here. There is: {known}."
        return Problem(
            "unknown-parameter",
            message,
            parameter=name[:100],
            nearest=nearest[0] if nearest else None,
        )


def text(maximum: int) -> Callable[[str], str]:
    """Return a reader of words, at most `maximum` characters of them."""

    def read(raw: str) -> str:
        if len(raw) > maximum:
            message = f"It has more than {maximum} characters."
            raise ValueError(message)
        return raw

    return read


def one_of(words: Iterable[str]) -> Callable[[str], str]:
    """Return a reader of one of these words, or of the members of an enumeration."""
    known = {str(word): word for word in words}

    def read(raw: str) -> str:
        if raw not in known:
            message = f"It is one of {', '.join(filter(None, known))}."
            raise ValueError(message)
        return known[raw]

    return read


def whole_number(*, low: int, high: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from `low` to `high`."""

    def read(raw: str) -> int:
        if not (raw.isascii() and raw.isdigit() and len(raw) <= len(str(high))) or not (
            low <= int(raw) <= high
        ):
            message = f"It is a whole number from {low} to {high}."
            raise ValueError(message)
        return int(raw)

    return read


def _schema(parameter: Parameter) -> dict[str, Any]:
    one = dict(parameter.schema)
    if parameter.has_commas:
        return {"type": "array", "items": one, "minItems": 1}
    return {"type": "array", "items": one} if parameter.repeats else one


def _example(parameter: Parameter) -> Any:
    if parameter.has_commas:
        return str(parameter.example).split(",")
    return [parameter.example] if parameter.repeats else parameter.example


def _pairs(raw: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            raw,
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=MAX_PARAMETERS,
        )
    except ValueError as error:
        message = f"The query is not UTF-8, or has more than {MAX_PARAMETERS} parameters."
        raise Problem("malformed", message) from error


def _value(parameter: Parameter, raw: str) -> Any:
    if "\x00" in raw:
        raise _refused(parameter.name, "It holds a NUL character.")
    if not raw.strip():
        raise _refused(parameter.name, "It is empty.")
    if len(raw) > MAX_LENGTH:
        raise _refused(parameter.name, f"It has more than {MAX_LENGTH} characters.")
    try:
        return parameter.read(raw)
    except ValueError as error:
        raise _refused(parameter.name, str(error)) from error


def _refused(name: str, reason: str) -> Problem:
    return Problem("invalid-parameter", f"{name}: {reason}", parameter=name)
