"""Many listeners, one look: whoever streams changes waits here, and the database is asked once.

A listener that has caught up by itself joins, and from then on all that is new is put into its queue.
One that does not read what it is sent is let go: it comes back with the last id that it saw.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from django.db import Error as AnyDatabaseError

from articles.selectors.changes import ChangePage, OutOfStep

log = logging.getLogger(__name__)

QUEUE = 100
"""Batches that a listener may be behind."""


class TooMany(Exception):
    """As many listen as this process takes."""


@dataclass(frozen=True, slots=True)
class News:
    """What is new: each event with its sequence, ready to be sent."""

    events: tuple[tuple[int, bytes], ...]


@dataclass(eq=False, slots=True)
class Listener:
    """One connection. `is_lost` once it cannot be told everything any more."""

    queue: asyncio.Queue[News | None] = field(default_factory=lambda: asyncio.Queue(QUEUE))
    is_lost: bool = False

    def tell(self, news: News) -> None:
        """Put news into the queue, or give up where it is full."""
        try:
            self.queue.put_nowait(news)
        except asyncio.QueueFull:
            self.lose()

    def lose(self) -> None:
        """Give up; a listener that waits wakes."""
        self.is_lost = True
        if self.queue.empty():
            self.queue.put_nowait(None)


class Listeners:
    """All of one process. `read` is asked once a `pause`, and by nobody while nobody listens."""

    def __init__(
        self,
        *,
        most: int,
        pause: float,
        read: Callable[[int], Awaitable[ChangePage]],
        write: Callable[[ChangePage], tuple[tuple[int, bytes], ...]],
    ) -> None:
        """Take how many may listen, how to read what came after a sequence, and how to write it."""
        self._most = most
        self._pause = pause
        self._read = read
        self._write = write
        self._all: set[Listener] = set()
        self._look: asyncio.Task[None] | None = None
        self.position = 0

    def __len__(self) -> int:
        """Return how many listen."""
        return len(self._all)

    def require_room(self) -> None:
        """Raise TooMany unless one more may come."""
        if len(self._all) >= self._most:
            raise TooMany

    def join(self, position: int) -> Listener:
        """Return a listener that stands at `position`. Raises TooMany."""
        self.require_room()
        listener = Listener()
        self._all.add(listener)
        if self._look is None or self._look.done():
            self.position = position
            self._look = asyncio.create_task(self._keep_looking())
        return listener

    def leave(self, listener: Listener) -> None:
        """Let one go. The last one ends the looking."""
        self._all.discard(listener)
        if not self._all and self._look is not None:
            self._look.cancel()
            self._look = None

    async def _keep_looking(self) -> None:
        is_more = False
        while True:
            if not is_more:
                await asyncio.sleep(self._pause)
            try:
                is_more = await self._look_once()
            except AnyDatabaseError:
                is_more = False
                log.warning("changes cannot be read now", exc_info=True)

    async def _look_once(self) -> bool:
        """Tell all what is new; return whether there is more."""
        try:
            page = await self._read(self.position)
        except OutOfStep:
            for listener in self._all:
                listener.lose()
            return False
        if page.sequence > self.position:
            news = News(self._write(page))
            self.position = page.sequence
            for listener in self._all:
                listener.tell(news)
        return page.is_more
