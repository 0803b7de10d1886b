import datetime as dt

import pytest
from django.db import OperationalError

from newsroom import watchdog as module
from newsroom.watchdog import Watchdog, WatchdogStep


class Worker:
    """A worker on a hand-moved clock: what it has started, whether it is at it, what waits."""

    def __init__(self):
        self.count, self.busy, self.waiting, self.now = 0, False, dt.timedelta(hours=1), 1000.0
        self.watchdog = Watchdog(
            started=lambda: self.count,
            is_busy=lambda: self.busy,
            oldest_due_age=lambda: self.waiting,
            clock=lambda: self.now,
            patience=dt.timedelta(seconds=60),
        )

    def is_deaf_after(self, seconds):
        self.now += seconds
        return self.watchdog.is_deaf()


@pytest.fixture
def worker():
    worker = Worker()
    assert not worker.is_deaf_after(0)
    return worker


def test_it_gives_a_worker_time(worker):
    assert not worker.is_deaf_after(59)


def test_it_tells_a_worker_that_starts_nothing_while_work_waits(worker):
    assert worker.is_deaf_after(60)


def test_a_worker_that_starts_something_hears(worker):
    worker.is_deaf_after(59)
    worker.count += 1

    assert not worker.is_deaf_after(59)
    assert not worker.is_deaf_after(59)
    assert worker.is_deaf_after(1)


def test_a_worker_that_is_busy_hears(worker):
    worker.busy = True

    assert not worker.is_deaf_after(600)


@pytest.mark.parametrize("waiting", [None, dt.timedelta(seconds=59)])
def test_a_worker_without_work_is_not_deaf(worker, waiting):
    worker.waiting = waiting

    assert not worker.is_deaf_after(600)


def test_nobody_knows_while_the_database_is_away(worker, monkeypatch):
    step = WatchdogStep(parent=None)

    def refuse():
        raise OperationalError

    monkeypatch.setattr(step, "_watchdog", worker.watchdog)
    monkeypatch.setattr(worker.watchdog, "oldest_due_age", refuse)
    worker.now += 600

    assert step._is_deaf() is False


def test_it_ends_a_deaf_worker(worker, monkeypatch):
    step = WatchdogStep(parent=None)
    ended = []

    def end(status):
        ended.append(status)
        step.stop(None)

    monkeypatch.setattr(module, "_PAUSE", 0)
    monkeypatch.setattr(module.os, "_exit", end)
    monkeypatch.setattr(step, "_watchdog", worker.watchdog)
    worker.now += 600
    step._watch()

    assert ended == [70]
