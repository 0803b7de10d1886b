"""`Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a POST that may be sent again."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable
from typing import Any

import orjson
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from rest_framework.request import Request

from articles.actions.answer_once import Answer, KeyReused, StillRunning, answer_once
from articles.api.problems import Problem
from articles.models import ApiKey

Method = Callable[..., HttpResponse]

# A string of a structured field, or its characters alone, as most clients send it.
_KEY = re.compile(
    r'"(?P<quoted>[\x20\x21\x23-\x5b\x5d-\x7e]{1,255})"|(?P<bare>[\x21\x23-\x5b\x5d-\x7e]{1,255})'
)
_KEPT_HEADERS = ("Content-Type", "ETag", "Location", "Cache-Control")


def once(method: Method) -> Method:
    """Let a POST with an Idempotency-Key happen once: again, it gets the same answer."""

    @functools.wraps(method)
    def answered(view: Any, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        key = _key_of(request)
        if key is None:
            return method(view, request, *args, **kwargs)
        if not isinstance(request.auth, ApiKey):
            raise Problem("malformed", "Idempotency-Key: it is for requests with an API key.")
        try:
            answer, is_old = answer_once(
                api_key=request.auth,
                idempotency_key=key,
                request_hash=_hash_of(request),
                do=lambda: _answer(method(view, request, *args, **kwargs)),
            )
        except StillRunning as error:
            raise Problem("still-running").with_headers(retry_after="1") from error
        except KeyReused as error:
            raise Problem("key-reused") from error
        return _response(answer, is_old=is_old)

    return answered


def _key_of(request: Request) -> str | None:
    given: str | None = request.META.get("HTTP_IDEMPOTENCY_KEY")
    if given is None:
        return None
    found = _KEY.fullmatch(given.strip())
    if found is None:
        message = "Idempotency-Key: it has 1 to 255 visible ASCII characters."
        raise Problem("malformed", message)
    return found["quoted"] or found["bare"]


def _hash_of(request: Request) -> str:
    """Return the hash of what is asked for: where, and with which body, as it was read."""
    address = f"{request.method} {request.get_full_path()}\n".encode()
    body = orjson.dumps(request.data, option=orjson.OPT_SORT_KEYS, default=_digest)
    return hashlib.sha256(address + body).hexdigest()


def _digest(value: Any) -> str:
    if isinstance(value, UploadedFile):
        file = value
        file.seek(0)
        value = file.read()
        file.seek(0)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    raise TypeError


def _answer(response: HttpResponse) -> Answer:
    headers = {name: response[name] for name in _KEPT_HEADERS if name in response}
    return Answer(response.status_code, headers, response.content)


def _response(answer: Answer, *, is_old: bool) -> HttpResponse:
    headers = {**answer.headers, **({"Idempotency-Replayed": "true"} if is_old else {})}
    return HttpResponse(answer.body, status=answer.status, headers=headers)
