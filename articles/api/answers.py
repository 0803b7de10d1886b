"""Bytes out, with their validators."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from rest_framework.request import Request

from articles.api.cursors import write_cursor
from articles.api.rendering import to_json
from articles.selectors.catalogue import Page, Position

PRIVATE = "private, no-store"


def answer(
    request: Request,
    body: bytes,
    *,
    etag: str | None = None,
    updated_at: dt.datetime | None = None,
    content_type: str = "application/json",
    vary: Iterable[str] = (),
) -> HttpResponse:
    """Return `body`, or 304 where the caller has it. Call it after visibility is settled.

    `etag` is the opaque part of a validator that is known already; else the bytes are hashed.
    `vary` names the headers by which the answer was chosen.
    """
    validator = f'"{etag or hashlib.blake2b(body, digest_size=16).hexdigest()}"'
    modified = int(updated_at.timestamp()) if updated_at else None
    response = HttpResponse(body, content_type=content_type)
    answered: HttpResponse = get_conditional_response(  # type: ignore[assignment]
        request._request,  # noqa: SLF001 - Django's function wants Django's request
        etag=validator,
        last_modified=modified,
        response=response,
    )
    answered["ETag"] = validator
    if modified is not None:
        answered["Last-Modified"] = http_date(modified)
    is_anybody = request.auth is None and not request.user.is_authenticated
    answered["Cache-Control"] = "no-cache" if is_anybody else PRIVATE
    patch_vary_headers(answered, [*vary, "Authorization"])
    return answered


def written(body: bytes, *, status: int = 200, **headers: str) -> HttpResponse:
    """Answer a write with JSON that is the caller's alone."""
    headers = {"Cache-Control": PRIVATE, **headers}
    return HttpResponse(body, status=status, content_type="application/json", headers=headers)


def listing(request: Request, page: Page[Any], items: Iterable[bytes]) -> HttpResponse:
    """Return one page of a list: finished JSON texts joined by commas, and where its neighbours are."""
    rest: dict[str, Any] = {
        "next": _address(request, page.next),
        "previous": _address(request, page.previous),
    }
    if page.count is not None:
        rest["count"] = page.count
    return answer(request, b'{"results":[' + b",".join(items) + b"]," + to_json(rest)[1:])


def _address(request: Request, position: Position | None) -> str | None:
    """Return the address of a neighbouring page: the same query with another cursor."""
    if position is None:
        return None
    query = [
        (name, value)
        for name, value in parse_qsl(request.META.get("QUERY_STRING", ""))
        if name != "cursor"
    ]
    query.append(("cursor", write_cursor(position)))
    return f"{settings.PUBLIC_URL}{request.path}?{urlencode(query)}"
