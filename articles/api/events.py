"""Server-sent events: the changes feed as a stream (HTML standard, section 9.2).

Served by the events process alone: a stream would hold a thread of the web processes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed, StreamingHttpResponse

from articles.api.rendering import to_json
from articles.documents.change_record import change_record
from articles.selectors.changes import ChangePage, PublicChange, changes_after, last_sequence

PAUSE = 1.0  # seconds between two looks
BATCH = 200
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
        page = await _next(sequence)
        sequence = page.sequence
        for change in page.changes:
            yield _event(change)
        silent = 0 if page.changes else silent + 1
        if silent >= SILENCE:
            silent = 0
            yield b": still here\n\n"
        if not page.is_more:
            await asyncio.sleep(PAUSE)


def _event(change: PublicChange) -> bytes:
    head = f"id: {change.sequence}\nevent: {change.kind.value}\ndata: ".encode()
    return head + to_json(change_record(change)) + b"\n\n"


@sync_to_async
def _next(sequence: int) -> ChangePage:
    close_old_connections()
    return changes_after(sequence, limit=BATCH)


@sync_to_async
def _newest() -> int:
    close_old_connections()
    return last_sequence()
