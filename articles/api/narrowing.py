"""Less of a record, or more: `fields`, `exclude` and `include`.

They work on finished JSON. Without them nothing is parsed: the stored bytes go out as they are.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import accumulate
from typing import Any

import orjson
from rest_framework.serializers import Serializer

from articles.api.problems import Problem
from articles.api.queries import Parameter
from articles.api.rendering import to_json
from articles.api.schemas import paths_of

NAMES = ("fields", "exclude", "include")

Record = dict[str, Any]
Tree = dict[str, Any]
Include = Callable[[list[Record], Collection[str]], None]
"""Adds what is asked for to each of some records."""


def narrowing(shape: type[Serializer[Any]]) -> tuple[Parameter, Parameter]:
    """Return `fields` and `exclude` for records of this shape."""
    paths = paths_of(shape)
    one, other = paths[0], next((path for path in paths if "." in path), paths[-1])
    return (
        _list_of(
            "fields",
            "Only these members, parted by commas; a dot leads into a record: `section.name`.",
            paths,
            example=(one, other),
            code="unknown-field",
        ),
        _list_of(
            "exclude",
            "All members but these, parted by commas; a dot leads into a record.",
            paths,
            example=(other,),
            code="unknown-field",
        ),
    )


def including(*names: str) -> Parameter:
    """Return `include` for records to which these others can be added."""
    return _list_of(
        "include",
        "Related records, whole, parted by commas: they are added as `included`.",
        names,
        example=names[:2],
        code="invalid-parameter",
    )


def is_shaped(values: Mapping[str, Any]) -> bool:
    """Say whether anything but the finished bytes is asked for."""
    return any(name in values for name in NAMES)


def shaped(
    bodies: Iterable[bytes], values: Mapping[str, Any], *, include: Include | None = None
) -> list[bytes]:
    """Return JSON records with what `values` asks to add, and without what it asks to leave out."""
    if not is_shaped(values):
        return list(bodies)
    records: list[Record] = [orjson.loads(body) for body in bodies]
    if include and "include" in values:
        include(records, values["include"])
    only, without = _tree(values.get("fields", ())), _tree(values.get("exclude", ()))
    if only:
        records = [_only(record, only) for record in records]
    return [to_json(_without(record, without)) for record in records]


def _list_of(
    name: str, description: str, known: tuple[str, ...], *, example: tuple[str, ...], code: str
) -> Parameter:
    def read(raw: str) -> tuple[str, ...]:
        asked = tuple(dict.fromkeys(part.strip() for part in raw.split(",")))
        for one in asked:
            if one not in known:
                raise _unknown(one, name, known, code)
        return asked

    return Parameter(
        name,
        description,
        read,
        {"type": "string", "enum": list(known)},
        example=",".join(example),
        has_commas=True,
    )


def _unknown(asked: str, parameter: str, known: tuple[str, ...], code: str) -> Problem:
    nearest = difflib.get_close_matches(asked[:100], known, n=1, cutoff=0.0)[0]
    message = f"{parameter}: There is no {asked[:100]!r} here; the nearest is {nearest!r}."
    return Problem(code, message, parameter=parameter, nearest=nearest)


def _tree(paths: Collection[str]) -> Tree:
    """Return paths as nested names; what is named whole has nothing under it."""
    tree: Tree = {}
    for path in paths:
        names = path.split(".")
        if any(parent in paths for parent in list(accumulate(names, "{}.{}".format))[:-1]):
            continue
        node = tree
        for name in names:
            node = node.setdefault(name, {})
    return tree


def _only(value: Any, tree: Tree) -> Any:
    if isinstance(value, list):
        return [_only(one, tree) for one in value]
    if not isinstance(value, dict) or not tree:
        return value
    return {name: _only(inner, tree[name]) for name, inner in value.items() if name in tree}


def _without(value: Any, tree: Tree) -> Any:
    if isinstance(value, list):
        return [_without(one, tree) for one in value]
    if not isinstance(value, dict) or not tree:
        return value
    return {
        name: _without(inner, tree[name]) if tree.get(name) else inner
        for name, inner in value.items()
        if tree.get(name) != {}
    }
