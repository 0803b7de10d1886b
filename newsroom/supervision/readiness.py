"""When a server answers."""

from __future__ import annotations

import http.client

from newsroom.supervision.ports import LOOPBACK

_FIRST_SERVER_ERROR = 500


def answers(port: int, path: str = "/", *, seconds: float = 5.0) -> bool:
    """Tell whether a web server on this machine answers with anything but a failure of its own."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=seconds)
    try:
        connection.request("GET", path)
        return connection.getresponse().status < _FIRST_SERVER_ERROR
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
