"""The door for web servers: pages, desk and API."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.wsgi import get_wsgi_application

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

_django = get_wsgi_application()
_REFUSAL = b'{"type":"about:blank","title":"Bad Request","status":400}'


def application(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """Serve one request.

    Django takes a request in outside of anything that could answer with an error: a Content-Type
    whose charset is a codec for no text ("hex"), or unknown, ends there in an exception.
    """
    try:
        return _django(environ, start_response)
    except (LookupError, ValueError):
        headers = [
            ("Content-Type", "application/problem+json"),
            ("Content-Length", str(len(_REFUSAL))),
        ]
        start_response("400 Bad Request", headers)
        return [_REFUSAL]
