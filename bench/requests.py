"""A request through everything that a web server calls: WSGI, middleware, view."""

from __future__ import annotations

import io
from typing import Any
from urllib.parse import urlsplit

HOST = "localhost"


def get(address: str) -> bytes:
    """Return the body of the answer. Raises LookupError for any status but 200."""
    from newsroom.wsgi import application  # noqa: PLC0415 - makes the handler with these settings

    status: list[str] = []
    answer = application(_environ(address), lambda line, *_: status.append(line))
    try:
        body = b"".join(answer)
    finally:
        answer.close()
    if not status[0].startswith("200"):
        message = f"{address} answered {status[0]}."
        raise LookupError(message)
    return body


def _environ(address: str) -> dict[str, Any]:
    """Return what PEP 3333 asks a server to hand over."""
    parts = urlsplit(address)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": parts.path,
        "QUERY_STRING": parts.query,
        "SERVER_NAME": HOST,
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": HOST,
        "HTTP_ACCEPT": "*/*",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
