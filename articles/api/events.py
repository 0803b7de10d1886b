"""Server-sent events: the changes feed as a stream (HTML standard, section 9.2).

Served by the events process alone: a stream would hold a thread of the web processes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import orjson
from asgiref.sync import sync_to_async
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed, StreamingHttpResponse

from articles.selectors.changes import PublicChange, changes_after, last_sequence

PAUSE = 1.0  # seconds between two looks
SILENCE = 15  # looks without news after which a comment keeps the connection open


async def stream_changes(request: HttpRequest) -> HttpResponseBase:
    """Send each change as it happens, after `Last-Event-ID` or, without one, from now on."""
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    given = request.headers.get("Last-Event-ID", "")
    start = int(given) if given.isdecimal() and len(given) < 19 else await _newest()  # noqa: PLR2004
    response = StreamingHttpResponse(_events(start), content_type="text/event-stream")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    return response


async def _events(sequence: int) -> AsyncIterator[bytes]:
    yield b"retry: 3000\n\n"
    silent = 0
    while True:
        changes = await _next(sequence)
        for change in changes:
            sequence = change["sequence"]
            yield _event(change)
        silent = 0 if changes else silent + 1
        if silent >= SILENCE:
            silent = 0
            yield b": still here\n\n"
        if not changes:
            await asyncio.sleep(PAUSE)


def _event(change: PublicChange) -> bytes:
    head = f"id: {change['sequence']}\nevent: {change['kind']}\ndata: ".encode()
    return head + orjson.dumps(change) + b"\n\n"


@sync_to_async
def _next(sequence: int) -> list[PublicChange]:
    close_old_connections()
    return changes_after(sequence)


@sync_to_async
def _newest() -> int:
    close_old_connections()
    return last_sequence()
