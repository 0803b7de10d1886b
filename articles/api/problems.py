"""Errors as RFC 9457 problem details, and as nothing else.

Each kind of problem is a row of `KINDS`: the human page lists them, the OpenAPI document names
them, and `type` in an answer points at the page. Whatever is raised becomes one of them.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.core.signals import got_request_exception
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from rest_framework import exceptions

from articles.policies import NotAllowed
from articles.selectors.catalogue import TooManyToCount

log = logging.getLogger(__name__)

CONTENT_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: the last part of its address, its status, and what it means."""

    code: str
    status: int
    title: str
    meaning: str


KINDS = {
    kind.code: kind
    for kind in (
        Kind("malformed", 400, "Malformed request", "The request cannot be read."),
        Kind(
            "unknown-parameter",
            400,
            "Unknown query parameter",
            "Nothing is ignored in silence: `nearest` is the closest name that exists here.",
        ),
        Kind(
            "invalid-parameter",
            400,
            "Invalid query parameter",
            "`parameter` has a value that does not fit; `detail` says why.",
        ),
        Kind(
            "unknown-field",
            400,
            "Unknown field",
            "The answer has no such member: `nearest` is the closest path that exists.",
        ),
        Kind("unauthenticated", 401, "Not signed in", "A key is missing, unknown or has ended."),
        Kind("forbidden", 403, "Not allowed", "The key or its user may not do this."),
        Kind("not-found", 404, "Not found", "Nothing is here, or nothing that you may see."),
        Kind("method-not-allowed", 405, "Method not allowed", "`Allow` lists what is."),
        Kind(
            "not-acceptable", 406, "Not acceptable", "`available` lists the forms that there are."
        ),
        Kind(
            "post-differs",
            409,
            "Known with other words",
            "This source sent another text under the same external id; `article` names it.",
        ),
        Kind(
            "wrong-state",
            409,
            "Not from here",
            "The article cannot go there from where it stands; `detail` says why.",
        ),
        Kind(
            "replaced",
            409,
            "Replaced in the meantime",
            "New words or a new reading took the place of what was answered: get the draft again.",
        ),
        Kind(
            "still-running",
            409,
            "Still running",
            "A request with this Idempotency-Key is being answered: come back for its answer.",
        ),
        Kind("withdrawn", 410, "Withdrawn", "The article was withdrawn; `note` says why."),
        Kind(
            "out-of-step",
            410,
            "Out of step",
            "Changes do not reach from `since` to now: begin again with the `export`.",
        ),
        Kind(
            "stale",
            412,
            "Changed in the meantime",
            "The draft is no longer what `If-Match` names. `version` and ETag say what it is now,"
            " `diff` what changed since.",
        ),
        Kind("too-large", 413, "Too large", "The body is larger than what is read here."),
        Kind(
            "not-streamed-here",
            421,
            "Not streamed here",
            "Another process streams, and nothing leads from here to it.",
        ),
        Kind("unsupported-media-type", 415, "Unsupported media type", "Send one of `accepted`."),
        Kind("invalid", 422, "Invalid", "`errors` names each field and what is wrong with it."),
        Kind(
            "key-reused",
            422,
            "Idempotency-Key used before",
            "This key came with another request; a new request needs a new one.",
        ),
        Kind(
            "precondition-required",
            428,
            "If-Match is required",
            "Say which version you changed, so that nothing is overwritten unseen.",
        ),
        Kind("throttled", 429, "Too many requests", "`Retry-After` says when to come back."),
        Kind("internal", 500, "Internal error", "A fault of ours. It has been logged."),
        Kind("unavailable", 503, "Unavailable", "The database is busy or away: try again."),
    )
}


class Problem(exceptions.APIException):
    """An answer that is a problem. `members` are added to the standard ones."""

    def __init__(self, code: str, detail: str = "", **members: Any) -> None:
        """Take the code of a kind, a sentence on this very case, and further members."""
        super().__init__(detail)
        self.kind = KINDS[code]
        self.status_code = self.kind.status
        self.sentence = detail
        self.members = members
        self.headers: dict[str, str] = {}

    def with_headers(self, **headers: str) -> Problem:
        """Add headers to the answer: `retry_after="5"` is sent as Retry-After."""
        self.headers |= {name.replace("_", "-").title(): value for name, value in headers.items()}
        return self

    def body(self) -> dict[str, Any]:
        """Return the members in the order in which people read them."""
        members = {
            "type": type_address(self.kind.code),
            "title": self.kind.title,
            "status": self.kind.status,
        }
        if self.sentence:
            members["detail"] = self.sentence
        return members | self.members


def type_address(code: str) -> str:
    """Return the address that names a kind of problem: its place on the human page."""
    return f"{settings.PUBLIC_URL}/api/v1/#problem-{code}"


def invalid(errors: Mapping[str, str]) -> Problem:
    """Return the problem that names fields of a body, each with its reason."""
    listed = [{"field": field, "reason": reason} for field, reason in errors.items()]
    first = listed[0]
    return Problem("invalid", f"{first['field']}: {first['reason']}", errors=listed)


def problem_details(exc: Exception, context: Mapping[str, Any]) -> HttpResponse:
    """Answer any exception with a problem; faults of ours are logged. DRF's EXCEPTION_HANDLER."""
    problem = _as_problem(exc)
    view = context.get("view")
    if problem.kind.code == "unsupported-media-type":
        parsers = getattr(view, "parser_classes", [])
        problem.members["accepted"] = [parser.media_type for parser in parsers]
    if problem.kind.code == "method-not-allowed":
        problem.with_headers(allow=", ".join(getattr(view, "allowed_methods", [])))
    if problem.kind.status >= KINDS["internal"].status:
        log.error("api.%s", problem.kind.code, exc_info=exc)
    if problem.kind.code == "internal":
        got_request_exception.send(sender=problem_details, request=context.get("request"))
    return problem_response(problem)


def problem_response(problem: Problem) -> HttpResponse:
    """Return the bytes of a problem. They depend on nothing but the problem."""
    return HttpResponse(
        orjson.dumps(problem.body()),
        status=problem.kind.status,
        content_type=CONTENT_TYPE,
        headers={"Cache-Control": "no-store", **problem.headers},
    )


def _as_problem(exc: Exception) -> Problem:
    if isinstance(exc, Problem):
        return exc
    return next(
        (translate(exc) for raised, translate in _TRANSLATIONS if isinstance(exc, raised)),
        Problem("internal"),
    )


def _unauthenticated(exc: Exception) -> Problem:
    challenge = getattr(exc, "auth_header", "Bearer")
    return Problem("unauthenticated", str(exc)).with_headers(www_authenticate=challenge)


def _throttled(exc: Exception) -> Problem:
    wait = getattr(exc, "wait", None) or 1
    return Problem("throttled").with_headers(retry_after=f"{math.ceil(wait)}")


def _too_large(_exc: Exception) -> Problem:
    return Problem("too-large", f"At most {settings.DATA_UPLOAD_MAX_MEMORY_SIZE} bytes.")


# The first row that fits is taken: narrow ones stand above wide ones.
_TRANSLATIONS: tuple[tuple[tuple[type[Exception], ...], Callable[[Exception], Problem]], ...] = (
    ((Http404, exceptions.NotFound), lambda _: Problem("not-found")),
    ((exceptions.NotAuthenticated, exceptions.AuthenticationFailed), _unauthenticated),
    (
        (NotAllowed, PermissionDenied, exceptions.PermissionDenied),
        lambda exc: Problem("forbidden", str(exc)),
    ),
    ((exceptions.MethodNotAllowed,), lambda exc: Problem("method-not-allowed", str(exc))),
    ((exceptions.Throttled,), _throttled),
    ((RequestDataTooBig,), _too_large),
    (
        (exceptions.UnsupportedMediaType,),
        lambda exc: Problem("unsupported-media-type", str(exc)),
    ),
    (
        (
            exceptions.ParseError,
            BadRequest,
            SuspiciousOperation,
            MultiPartParserError,
            UnreadablePostError,
        ),
        lambda exc: Problem("malformed", str(exc)),
    ),
    (
        (TooManyToCount,),
        lambda _: Problem(
            "unavailable", "These are too many to count in time: ask for count=estimate."
        ),
    ),
    (
        (OperationalError, InterfaceError),
        lambda _: Problem("unavailable").with_headers(retry_after="5"),
    ),
)
