"""The API's description of itself: for programs (OpenAPI 3.1) and for people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpResponse
from django.template.loader import get_template
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from articles.api.answers import answer
from articles.api.authentication import ApiKeyAuthentication
from articles.api.problems import KINDS
from articles.api.rendering import to_json
from articles.api.views import ApiView

JSON = "application/json"
Words = list[tuple[str, bool]]  # stretches of a sentence, and whether each is code


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address, as the page shows it."""

    method: str
    path: str
    id: str
    summary: str
    description: Words
    parameters: list[dict[str, Any]]
    asks: str
    answers: str


@extend_schema(exclude=True)
class OpenApiDocument(ApiView):
    """For programs, those without a key too."""

    authentication_classes = [ApiKeyAuthentication]

    def get(self, request: Request) -> HttpResponse:
        """Answer with the OpenAPI document."""
        return answer(request, to_json(openapi_document()))


@extend_schema(exclude=True)
class ReferencePage(ApiView):
    """For people: one plain page, without scripts."""

    authentication_classes = [ApiKeyAuthentication]

    def get(self, request: Request) -> HttpResponse:
        """Answer with the page."""
        page = answer(request, _page())
        page["Content-Type"] = "text/html; charset=utf-8"
        page["Link"] = '<openapi.json>; rel="service-desc"; type="application/json"'
        return page


@cache
def openapi_document() -> dict[str, Any]:
    """Return the OpenAPI document. It is made once in each process."""
    document: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return document


@cache
def _page() -> bytes:
    template = get_template("articles/api/reference.html")
    kinds = [(kind, _words(kind.meaning)) for kind in KINDS.values()]
    context = {"operations": list(_operations()), "kinds": kinds}
    return template.render(context).encode()


def _operations() -> Iterator[Operation]:
    for path, methods in openapi_document()["paths"].items():
        for method, operation in methods.items():
            body = operation.get("requestBody", {}).get("content", {})
            responses = operation["responses"]
            success = next(code for code in sorted(responses) if code.startswith("2"))
            yield Operation(
                method=method.upper(),
                path=path,
                id=operation["operationId"],
                summary=operation["summary"],
                description=_words(operation["description"]),
                parameters=[_parameter(one) for one in operation.get("parameters", ())],
                asks=_example(body),
                answers=_example(responses[success]["content"]),
            )


def _parameter(described: dict[str, Any]) -> dict[str, Any]:
    schema = described["schema"]
    values = schema.get("items", schema).get("enum", [])
    examples = [one["value"] for one in described.get("examples", {}).values()]
    return {
        **described,
        "words": _words(described["description"]),
        "values": values,
        "example": _one_of(examples[0]) if examples else "",
    }


def _one_of(example: Any) -> Any:
    return example[0] if isinstance(example, list) else example


def _words(text: str) -> Words:
    """Tell what stands between backticks from what does not."""
    return [(piece, bool(number % 2)) for number, piece in enumerate(text.split("`"))]


def _example(content: dict[str, Any]) -> str:
    """Return the first example of a body, in the form in which people read JSON."""
    examples = content.get(JSON, {}).get("examples", {})
    first = next(iter(examples.values()), None)
    return json.dumps(first["value"], indent=2, ensure_ascii=False) if first else ""
