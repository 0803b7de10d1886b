"""Many listen, one asks; nobody is told twice, nobody is kept who does not hear."""

import asyncio
import datetime as dt
import uuid

import pytest
from django.db import OperationalError

from articles.api.listeners import QUEUE, Listeners, TooMany
from articles.models import ChangeKind
from articles.selectors.changes import ChangePage, OutOfStep, PublicChange

NOW = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)


class Newsroom:
    """So many changes there are, and how often somebody asked."""

    def __init__(self, *, page=10):
        self.last = self.asked = self.told = 0
        self.page = page
        self.trouble = []

    async def read(self, since):
        self.asked += 1
        await asyncio.sleep(0)
        if self.trouble:
            raise self.trouble.pop()
        end = min(since + self.page, self.last)
        changes = [
            PublicChange(number, ChangeKind.EXPIRED, NOW, uuid.UUID(int=number))
            for number in range(since + 1, end + 1)
        ]
        self.told += bool(changes)
        return ChangePage(changes, end, is_more=end < self.last)

    def listeners(self, *, most=10):
        return Listeners(most=most, pause=0, read=self.read, write=write)


def write(page):
    return tuple((change.sequence, b"event") for change in page.changes)


async def heard(listener, count):
    """Return the sequences of so many events."""
    told = []
    while len(told) < count:
        news = await asyncio.wait_for(listener.queue.get(), timeout=30)
        told += [sequence for sequence, _ in news.events]
    return told


async def turns(count=200):
    for _ in range(count):
        await asyncio.sleep(0)


def test_all_hear_the_same_and_the_database_is_asked_once():
    async def story():
        room = Newsroom(page=4)
        listeners = room.listeners()
        all_of_them = [listeners.join(0) for _ in range(5)]
        room.last = 10
        told = [await heard(one, 10) for one in all_of_them]
        for one in all_of_them:
            listeners.leave(one)
        return told, room

    told, room = asyncio.run(story())

    assert told == [list(range(1, 11))] * 5
    assert room.told == 3  # pages of four, for all five together


def test_nobody_asks_while_nobody_listens():
    async def story():
        room = Newsroom()
        listeners = room.listeners()
        listener = listeners.join(0)
        await turns()
        listeners.leave(listener)
        await turns(2)
        before = room.asked
        await turns()
        return before, room.asked, len(listeners)

    before, after, left = asyncio.run(story())

    assert before == after > 0
    assert left == 0


def test_the_first_one_after_a_silence_begins_where_it_stands():
    async def story():
        room = Newsroom()
        listeners = room.listeners()
        listeners.leave(listeners.join(0))
        room.last = 7
        return await heard(listeners.join(5), 2)

    assert asyncio.run(story()) == [6, 7]


def test_there_is_a_limit():
    async def story():
        listeners = Newsroom().listeners(most=2)
        first = listeners.join(0)
        listeners.join(0)
        with pytest.raises(TooMany):
            listeners.join(0)
        listeners.leave(first)
        listeners.join(0)

    asyncio.run(story())


def test_whoever_does_not_read_is_let_go_and_holds_nobody_else():
    async def story():
        room = Newsroom(page=1)
        listeners = room.listeners()
        deaf, good = listeners.join(0), listeners.join(0)
        room.last = QUEUE + 5
        told = await heard(good, QUEUE + 5)
        return deaf.is_lost, good.is_lost, len(told)

    assert asyncio.run(story()) == (True, False, QUEUE + 5)


def test_a_database_that_is_away_ends_nothing():
    async def story():
        room = Newsroom()
        listeners = room.listeners()
        listener = listeners.join(0)
        room.trouble = [OperationalError("away"), OperationalError("away")]
        room.last = 1
        return await heard(listener, 1)

    assert asyncio.run(story()) == [1]


def test_a_listener_that_cannot_be_told_everything_wakes_and_is_let_go():
    async def story():
        room = Newsroom()
        listeners = room.listeners()
        listener = listeners.join(3)
        room.trouble = [OutOfStep(3, 0, 0)]
        return await asyncio.wait_for(listener.queue.get(), timeout=30), listener.is_lost

    assert asyncio.run(story()) == (None, True)
