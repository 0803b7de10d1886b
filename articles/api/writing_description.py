"""How the OpenAPI document speaks of a change: what is sent, on which condition, what comes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.serializers import Serializer

from articles.api.description import (
    ALWAYS,
    REFUSED,
    Decorator,
    needs,
    operation_id,
    problem_responses,
    security,
)

IF_MATCH = OpenApiParameter(
    "If-Match",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    required=True,
    description="The ETag of the draft that the change is based on.",
    examples=[OpenApiExample("If-Match", value='"7.3-5f0d3c2b1a009988"')],
)
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description=(
        "Any 1 to 255 visible characters: the same request with the same key happens once, and"
        " gets the same answer for a day."
    ),
    examples=[OpenApiExample("Idempotency-Key", value="8e03978e-40d5-43dd-bc93-6894a57f9324")],
)
SENT_TWICE = ("still-running", "key-reused")


def describe_write(  # noqa: PLR0913
    summary: str,
    description: str,
    *,
    example: Mapping[str, Any],
    answer: type[Serializer[Any]],
    answer_example: Mapping[str, Any],
    scopes: Iterable[str],
    body: type[Serializer[Any]],
    media_type: str = "application/json",
    status: int = 200,
    path: OpenApiParameter | None = None,
    is_conditional: bool = False,
    is_once: bool | None = None,
    texts: Iterable[str] = (),
    problems: Iterable[str] = (),
) -> Decorator:
    """Describe a POST or, where it is conditional and creates nothing, a PATCH.

    `is_conditional`: it needs If-Match. `is_once`: it takes an Idempotency-Key, as every POST
    does that leaves something behind. `texts` are media types of bodies that are the text itself.
    """
    takes_key = not is_conditional if is_once is None else is_once
    return extend_schema(
        operation_id=operation_id(summary),
        summary=summary,
        description=description + needs(scopes),
        auth=security(scopes),
        parameters=[
            *([path] if path else []),
            *([IF_MATCH] if is_conditional else []),
            *([IDEMPOTENCY_KEY] if takes_key else []),
        ],
        request={media_type: body, **dict.fromkeys(texts, OpenApiTypes.STR)},
        examples=[
            OpenApiExample("Sent", value=example, request_only=True, media_type=media_type),
        ],
        responses={
            (status, "application/json"): OpenApiResponse(
                answer, "Done.", [OpenApiExample(summary, value=answer_example)]
            ),
            **problem_responses(
                (
                    *ALWAYS,
                    "unknown-parameter",
                    *REFUSED,
                    *(("precondition-required", "stale") if is_conditional else ()),
                    *(SENT_TWICE if takes_key else ()),
                    *problems,
                )
            ),
        },
    )
