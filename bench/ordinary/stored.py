"""The least that Django can do: the bytes of one SELECT. No key, no window, no validator."""

from __future__ import annotations

import uuid

from django.db import connection
from django.http import HttpRequest, HttpResponse

_DETAIL = "SELECT detail FROM articles_storeddocument WHERE public_id = %s"


def detail(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Send the stored JSON of an article."""
    del request
    with connection.cursor() as cursor:
        cursor.execute(_DETAIL, [public_id])
        [body] = cursor.fetchone()
    return HttpResponse(body, content_type="application/json")
