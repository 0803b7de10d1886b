"""The paths into what the API answers, read off its shapes: `mentions.quote`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from rest_framework import serializers


@cache
def paths_of(shape: type[serializers.Serializer[Any]]) -> tuple[str, ...]:
    """Return the path of each member of `shape`, and of each member within it, in their order."""
    return tuple(_paths(shape()))


def _paths(record: serializers.Serializer[Any]) -> Iterator[str]:
    for name, field in record.fields.items():
        yield name
        inner = getattr(field, "child", field)
        if isinstance(inner, serializers.Serializer):
            yield from (f"{name}.{path}" for path in _paths(inner))
