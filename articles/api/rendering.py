"""JSON out."""

from __future__ import annotations

from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer


class JSONRenderer(BaseRenderer):
    """orjson: UTF-8, RFC 3339 times with Z, whole seconds."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data: Any, *_: Any, **__: Any) -> bytes:
        """Return `data` as JSON; nothing at all for an answer without a body."""
        return b"" if data is None else to_json(data)


def to_json(data: Any) -> bytes:
    """Return `data` as the API writes JSON."""
    return orjson.dumps(data, option=orjson.OPT_UTC_Z | orjson.OPT_OMIT_MICROSECONDS)
