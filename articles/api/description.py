"""How the OpenAPI document speaks of an address: one call a method."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.serializers import Serializer

from articles.api import examples
from articles.api.problems import CONTENT_TYPE, KINDS
from articles.api.queries import Query
from articles.api.schemas import PostInput, PostReceipt, ProblemDetails, page_schema
from articles.models import Scope

ALWAYS = ("malformed", "unauthenticated", "internal", "unavailable")
WITH_PARAMETERS = ("unknown-parameter", "invalid-parameter")

REFUSED = ("forbidden", "too-large", "unsupported-media-type", "invalid")
"""Why a body, or whoever sends it, may be turned away."""

PUBLIC_ID = OpenApiParameter(
    "public_id", OpenApiTypes.UUID, OpenApiParameter.PATH, description="Its id."
)
SLUG_OR_ID = OpenApiParameter(
    "key", OpenApiTypes.STR, OpenApiParameter.PATH, description="Its slug or its id."
)
SUFFIX = OpenApiParameter(
    "suffix",
    OpenApiTypes.STR,
    OpenApiParameter.PATH,
    enum=["json", "jsonld", "ninjs", "md", "atom"],
    description="Its form.",
)
SLUG = OpenApiParameter("slug", OpenApiTypes.STR, OpenApiParameter.PATH, description="Its slug.")
NUMBER = OpenApiParameter("id", OpenApiTypes.INT64, OpenApiParameter.PATH, description="Its id.")

REVISION_NUMBER = OpenApiParameter(
    "number", OpenApiTypes.INT, OpenApiParameter.PATH, description="Its number, within the article."
)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def describe(  # noqa: PLR0913
    summary: str,
    description: str,
    *,
    example: Mapping[str, Any] | str,
    answer: type[Serializer[Any]] | None = None,
    page_of: type[Serializer[Any]] | None = None,
    query: Query | None = None,
    path: OpenApiParameter | None = None,
    also: OpenApiParameter | None = None,
    forms: Mapping[str, Any] | None = None,
    media_type: str = "application/json",
    problems: Iterable[str] = (),
    scopes: Iterable[str] = (),
) -> Decorator:
    """Describe a GET: its answer is one record, or one page of them.

    `forms` are further media types of that answer, each with an example. Where neither is given,
    it is text of `media_type`. `scopes` are those of which a key needs one.
    """
    body = page_schema(page_of) if page_of else answer or OpenApiTypes.STR
    return extend_schema(
        operation_id=operation_id(summary),
        summary=summary,
        description=description + needs(scopes),
        auth=security(scopes),
        parameters=[
            *([path] if path else []),
            *([also] if also else []),
            *(query.described() if query else []),
        ],
        responses={
            (200, media_type): OpenApiResponse(
                body,
                "Here it is.",
                [OpenApiExample(summary, value=example, media_type=media_type)],
            ),
            **_further(forms or {}),
            **problem_responses(
                (
                    *ALWAYS,
                    "unknown-parameter",
                    *_problems_of(query),
                    *(("forbidden",) if scopes else ()),
                    *problems,
                )
            ),
        },
    )


def needs(scopes: Iterable[str]) -> str:
    """Return the sentence on the scopes of which a key needs one."""
    names = " or ".join(f"`{scope}`" for scope in map(str, scopes))
    return f" Needs a key with {names}." if names else ""


def security(scopes: Iterable[str]) -> Any:
    """Return the security requirement: a key with one of `scopes`; None where reading needs none."""
    return [{"apiKey": [str(scope)]} for scope in scopes] or None


def _problems_of(query: Query | None) -> tuple[str, ...]:
    if query is None:
        return ()
    return (*WITH_PARAMETERS, "unknown-field") if "fields" in query.parameters else WITH_PARAMETERS


def _further(forms: Mapping[str, Any]) -> dict[tuple[int, str], OpenApiResponse]:
    return {
        (200, media_type): OpenApiResponse(
            OpenApiTypes.OBJECT if media_type.endswith("json") else OpenApiTypes.STR,
            "Here it is.",
            [OpenApiExample(media_type, value=example, media_type=media_type)],
        )
        for media_type, example in forms.items()
    }


def describe_post(query: Query) -> dict[str, Any]:
    """Return what is said of bringing a post in: three kinds of body, three answers."""
    receipt = [OpenApiExample("Receipt", value=examples.POST_RECEIPT)]
    again = [OpenApiExample("Known", value={**examples.POST_RECEIPT, "created": False})]
    return {
        "operation_id": "receive_post",
        "summary": "Bring a post in",
        "description": (
            "The body is a JSON object, or the text itself with its sender in the query."
            " The same post twice is one article. Needs the scope posts:write, or a session with"
            " its CSRF token."
        ),
        "parameters": query.described(),
        "request": {
            "application/json": PostInput,
            **{f"text/{kind}": OpenApiTypes.STR for kind in ("markdown", "html", "plain")},
        },
        "examples": [
            OpenApiExample(
                "A post",
                value=examples.POST_INPUT,
                request_only=True,
                media_type="application/json",
            )
        ],
        "responses": {
            201: OpenApiResponse(PostReceipt, "Received: its reading waits as a job.", receipt),
            200: OpenApiResponse(PostReceipt, "It is here already.", again),
            **problem_responses((*ALWAYS, *WITH_PARAMETERS, *REFUSED, "post-differs")),
        },
    }


def operation_id(summary: str) -> str:
    """Return "list_articles" for "List articles"."""
    return "_".join(word for word in summary.lower().split() if word not in {"a", "an", "the"})


def problem_responses(codes: Iterable[str]) -> dict[tuple[int, str], OpenApiResponse]:
    """Return the responses for these kinds of problem, those of one status together."""
    by_status: dict[int, list[str]] = {}
    for code in dict.fromkeys(codes):
        by_status.setdefault(KINDS[code].status, []).append(code)
    return {
        (status, CONTENT_TYPE): OpenApiResponse(
            ProblemDetails,
            " ".join(KINDS[code].meaning for code in same),
            [_example(code) for code in same],
        )
        for status, same in sorted(by_status.items())
    }


def _example(code: str) -> OpenApiExample:
    kind = KINDS[code]
    value = {
        "type": f"{examples.SITE}/api/v1/#problem-{code}",
        "title": kind.title,
        "status": kind.status,
    }
    return OpenApiExample(kind.title, value=value)


class ApiKeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """Tells drf-spectacular what `ApiKeyAuthentication` asks for."""

    target_class = "articles.api.authentication.ApiKeyAuthentication"
    name = "apiKey"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:  # noqa: ARG002
        """Return the security scheme."""
        return {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "newsroom_…",
            "description": "A key of the newsroom. Reading what is public needs none. "
            + " ".join(f"`{scope.value}`: {scope.label.lower()}." for scope in Scope),
        }
