"""A worker that gives up on itself: alive is not enough, it must move.

After a restart of the broker a worker may stay connected and hear nothing, without a word in its
log, and still answer a ping. So its main process compares what waits in PostgreSQL with what it
started; the supervisor starts a new one.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from celery import bootsteps
from celery.worker import state
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection

from articles.selectors.jobs import oldest_due_age
from newsroom.embedded import ServiceError

log = logging.getLogger(__name__)

EXIT_STATUS = 70  # EX_SOFTWARE of sysexits.h
_PAUSE = 5.0  # seconds between two looks


@dataclass(slots=True)
class Watchdog:
    """Decides whether this worker is deaf: work waited and none was started, for too long."""

    started: Callable[[], int]
    """How many tasks this worker has started."""
    is_busy: Callable[[], bool]
    oldest_due_age: Callable[[], dt.timedelta | None]
    patience: dt.timedelta
    clock: Callable[[], float] = time.monotonic
    _last_count: int = field(default=-1, init=False)
    _last_sign: float = field(default=0.0, init=False)

    def is_deaf(self) -> bool:
        """Look once. Costs one query, and only where this worker has been idle for long."""
        count = self.started()
        if count != self._last_count or self.is_busy():
            self._last_count = count
            self._last_sign = self.clock()
        if self.clock() - self._last_sign < self.patience.total_seconds():
            return False
        age = self.oldest_due_age()
        return age is not None and age >= self.patience


class WatchdogStep(bootsteps.StartStopStep):  # type: ignore[misc]
    """Watches in a thread of the worker's main process, which itself runs no task."""

    requires = ("celery.worker.components:Pool",)

    def __init__(self, parent: Any, **options: Any) -> None:
        """Make the watchdog; `start` lets it run."""
        super().__init__(parent, **options)
        self._stop = threading.Event()
        self._watchdog = Watchdog(
            started=lambda: state.all_total_count[0],
            is_busy=lambda: bool(state.active_requests),
            oldest_due_age=oldest_due_age,
            patience=settings.JOB_PATIENCE,
        )

    def start(self, _parent: Any) -> None:
        """Begin to watch."""
        threading.Thread(target=self._watch, name="watchdog", daemon=True).start()

    def stop(self, _parent: Any) -> None:
        """Let a worker that shuts down take its time."""
        self._stop.set()

    terminate = stop

    def _watch(self) -> None:
        while not self._stop.wait(_PAUSE):
            if self._is_deaf():
                log.critical("work waits and this worker starts none: it ends itself")
                os._exit(EXIT_STATUS)

    def _is_deaf(self) -> bool:
        try:
            return self._watchdog.is_deaf()
        except (OperationalError, InterfaceError, ServiceError):
            return False  # without the database nobody knows
        finally:
            connection.close()
