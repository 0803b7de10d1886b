"""Server-sent events: the changes as a stream (HTML standard, section 9.2), for a process of its own.

A plain ASGI application: a stream that lasts for hours holds no thread and no connection to the
database. `Last-Event-ID`, or `since` at the first time, says from where on; without either it is now.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Coroutine,
    Iterable,
    Mapping,
    MutableMapping,
)
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from typing import Any, TypeVar

from django.conf import settings
from django.db import close_old_connections
from rest_framework.exceptions import NotAuthenticated

from articles.api.authentication import key_in
from articles.api.changes import LARGEST_SEQUENCE, STREAM, out_of_step
from articles.api.listeners import Listener, Listeners, TooMany
from articles.api.problems import Problem, problem_details, problem_response
from articles.api.queries import whole_number
from articles.api.rendering import to_json
from articles.documents.change_record import change_record
from articles.selectors.changes import (
    ChangePage,
    OutOfStep,
    PublicChange,
    changes_after,
    last_sequence,
)

log = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Result = TypeVar("Result")

PATH = "/api/v1/changes/stream/"
METHODS = ("GET", "HEAD")
OK = 200
BATCH = 200
PAUSE = 1.0  # seconds between two looks
RETRY = b"retry: 3000\n\n"
HEARTBEAT = b": still here\n\n"
HEADERS = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
    "X-Content-Type-Options": "nosniff",
}

_reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="changes")


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Serve one connection."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
        return
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    try:
        _require_address(scope)
        page = await _first_page(scope, headers)
    except Exception as error:  # noqa: BLE001 - whatever it is becomes an answer, faults are logged
        await _refuse(error, headers, send)
        return
    await _start(send, OK, {**HEADERS, **_sharing(headers)})
    if scope["method"] == "HEAD":
        await send({"type": "http.response.body", "body": b""})
        return
    await _until_gone(receive, _send_all(page, send))


async def _first_page(scope: Scope, headers: Mapping[str, str]) -> ChangePage:
    """Return the first changes after what the caller knows. Raises what `_refuse` answers."""
    await _require_key(headers)
    _listeners.require_room()
    known = STREAM.read(scope["query_string"].decode("latin-1")).get("since")
    if last := headers.get("last-event-id"):
        known = _sequence_in(last)
    return await _read(await _in_thread(last_sequence) if known is None else known)


async def _events(page: ChangePage) -> AsyncGenerator[bytes, None]:
    """Return what happened since, then what happens, until the listener is lost."""
    yield RETRY + _joined(_written(page))
    while page.is_more:
        page = await _read(page.sequence)
        yield _joined(_written(page))
    listener = _listeners.join(page.sequence)
    try:
        while page.sequence < _listeners.position:  # others were told meanwhile
            page = await _read(page.sequence)
            yield _joined(_written(page))
            if not page.is_more:
                break
        async for told in _news(listener, page.sequence):
            yield told
    finally:
        _listeners.leave(listener)


async def _news(listener: Listener, known: int) -> AsyncIterator[bytes]:
    """Return what the listener is told, from behind `known` on, and a comment where it is nothing."""
    while not listener.is_lost:
        try:
            async with asyncio.timeout(settings.EVENTS_HEARTBEAT):
                news = await listener.queue.get()
        except TimeoutError:
            yield HEARTBEAT
            continue
        if news is None:
            return
        if told := _joined(one for one in news.events if one[0] > known):
            yield told


async def _send_all(page: ChangePage, send: Send) -> None:
    async with aclosing(_events(page)) as events:
        async for event in events:
            await send({"type": "http.response.body", "body": event, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def _until_gone(receive: Receive, sending: Coroutine[Any, Any, None]) -> None:
    """Send until there is no more, or nobody who listens."""
    tasks = [asyncio.create_task(sending), asyncio.create_task(_gone(receive))]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(outcome, Exception):
            log.warning("a stream of changes broke off", exc_info=outcome)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _live(receive: Receive, send: Send) -> None:
    """Say that nothing has to be done at the start and at the end of the process."""
    kind = ""
    while kind != "lifespan.shutdown":
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})


# --- What is asked, and how it is answered ----------------------------------------------------


def _require_address(scope: Scope) -> None:
    if scope["path"] != PATH:
        raise Problem("not-found", f"Only {PATH} is here.")
    if scope["method"] not in METHODS:
        raise Problem("method-not-allowed").with_headers(allow=", ".join(METHODS))


async def _require_key(headers: Mapping[str, str]) -> None:
    """Refuse a key that is not in force, and nobody's where the operator wants to know who reads."""
    authorization = headers.get("authorization", "")
    key = await _in_thread(lambda: key_in(authorization)) if authorization else None
    if key is None and not settings.API_ANONYMOUS_READING:
        raise NotAuthenticated


def _sequence_in(last_event_id: str) -> int:
    try:
        return whole_number(low=0, high=LARGEST_SEQUENCE)(last_event_id)
    except ValueError as error:
        raise Problem("malformed", f"Last-Event-ID: {error}") from error


async def _refuse(error: Exception, headers: Mapping[str, str], send: Send) -> None:
    if isinstance(error, OutOfStep):
        error = out_of_step(error)
    if isinstance(error, TooMany):
        error = Problem("unavailable", "Too many listen already.").with_headers(retry_after="30")
    answer = problem_response(error) if isinstance(error, Problem) else problem_details(error, {})
    await _start(send, answer.status_code, {**answer.headers, **_sharing(headers)})
    await send({"type": "http.response.body", "body": answer.content})


async def _start(send: Send, status: int, headers: Mapping[str, str]) -> None:
    pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})


def _sharing(headers: Mapping[str, str]) -> dict[str, str]:
    """Return whether scripts of another site may read the answer, as the rest of the API says it."""
    if settings.CORS_ALLOW_ALL_ORIGINS:
        return {"Access-Control-Allow-Origin": "*"}
    origin = headers.get("origin", "")
    allowed = {"Access-Control-Allow-Origin": origin}
    return {"Vary": "Origin", **(allowed if origin in settings.CORS_ALLOWED_ORIGINS else {})}


# --- What is read ------------------------------------------------------------------------------


async def _read(since: int) -> ChangePage:
    return await _in_thread(lambda: changes_after(since, limit=BATCH))


async def _in_thread(ask: Callable[[], Result]) -> Result:
    """Ask the database in the one thread, and by the one connection, that this process has for it."""

    def asked() -> Result:
        close_old_connections()
        return ask()

    return await asyncio.get_running_loop().run_in_executor(_reader, asked)


def _written(page: ChangePage) -> tuple[tuple[int, bytes], ...]:
    return tuple((change.sequence, _event(change)) for change in page.changes)


def _event(change: PublicChange) -> bytes:
    head = f"id: {change.sequence}\nevent: {change.kind.value}\ndata: ".encode()
    return head + to_json(change_record(change)) + b"\n\n"


def _joined(events: Iterable[tuple[int, bytes]]) -> bytes:
    return b"".join(event for _, event in events)


_listeners = Listeners(most=settings.EVENTS_LISTENERS, pause=PAUSE, read=_read, write=_written)
