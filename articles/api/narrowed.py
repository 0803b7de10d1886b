"""What `fields` and `exclude` do to an answer, told in the OpenAPI document.

Which members are there depends on the question, and OpenAPI cannot say so: such an answer is the
record, or some of it. The names that both parameters take are written down once for each record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]

SCHEMAS = "#/components/schemas/"
_NARROWED: Node = {
    "type": "object",
    "description": "Of the record, what `fields` asks for and `exclude` leaves.",
}
_NARROWED_PAGE: Node = {
    "type": "object",
    "description": "One page of a list of such records.",
    "properties": {
        "results": {"type": "array", "items": {"$ref": f"{SCHEMAS}Narrowed"}},
        "next": {"type": ["string", "null"], "format": "uri"},
        "previous": {"type": ["string", "null"], "format": "uri"},
        "count": {"type": "integer"},
    },
    "required": ["next", "previous", "results"],
}


def tell_narrowed(result: Node, **_: Any) -> Node:
    """Return the document with narrowed answers. A hook of drf-spectacular."""
    schemas = result["components"]["schemas"]
    for operation in _narrowable(result):
        content = operation["responses"]["200"]["content"]["application/json"]
        shape = content["schema"]["$ref"].removeprefix(SCHEMAS)
        narrowed = "NarrowedPage" if shape.endswith("Page") else "Narrowed"
        content["schema"] = {
            "anyOf": [{"$ref": f"{SCHEMAS}{shape}"}, {"$ref": f"{SCHEMAS}{narrowed}"}]
        }
        name = f"{shape.removesuffix('Page')}Field"
        for parameter in _narrowing(operation):
            schemas[name] = parameter["schema"]["items"]
            parameter["schema"] = {**parameter["schema"], "items": {"$ref": f"{SCHEMAS}{name}"}}
    schemas |= {"Narrowed": _NARROWED, "NarrowedPage": _NARROWED_PAGE}
    result["components"]["schemas"] = dict(sorted(schemas.items()))
    return result


def _narrowable(result: Node) -> Iterator[Node]:
    for path in result["paths"].values():
        yield from (operation for operation in path.values() if any(_narrowing(operation)))


def _narrowing(operation: Node) -> Iterator[Node]:
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in ("fields", "exclude"):
            yield parameter
