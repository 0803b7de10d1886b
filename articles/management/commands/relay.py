"""`manage.py relay`: the process between the rows and the workers."""

from __future__ import annotations

import logging
import signal
import threading
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, close_old_connections

from articles.actions.forget_answers import forget_answers
from articles.actions.forget_deliveries import forget_deliveries
from articles.actions.queue_delivery_jobs import queue_delivery_jobs
from articles.actions.queue_stale_documents import queue_stale_documents
from articles.actions.ring_due_jobs import ring_due_jobs
from articles.actions.sweep_jobs import sweep_jobs
from articles.gateways.broker import BrokerUnavailable

log = logging.getLogger(__name__)

PAUSE = 0.5  # seconds between two looks at the queue
FORGETS_EVERY = 3600.0
LONGEST_PAUSE = 5.0  # while the database or the broker is away


class Command(BaseCommand):
    """Rings the workers for due jobs and takes back abandoned ones, until it is told to stop."""

    help = "Ring the workers for the jobs that wait. Runs until SIGTERM or Ctrl-C."
    _queued_stale = False
    _forgets_at = 0.0

    def handle(self, *args: Any, **options: Any) -> None:
        """Look, ring, pause; pause longer while a service is away."""
        stop = threading.Event()
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, lambda *_: stop.set())
        pause = PAUSE
        while not stop.is_set():
            pause = PAUSE if self._round() else min(2 * pause, LONGEST_PAUSE)
            stop.wait(pause)

    def _round(self) -> bool:
        """Return whether both services were there."""
        close_old_connections()
        try:
            if not self._queued_stale:  # a new renderer comes with a new process
                self._queue_stale()
            if swept := sweep_jobs():
                log.warning("took back abandoned jobs: %d", swept)
            queue_delivery_jobs()
            ring_due_jobs()
            if time.monotonic() >= self._forgets_at:
                forget_answers()
                forget_deliveries()
                self._forgets_at = time.monotonic() + FORGETS_EVERY
        except (OperationalError, InterfaceError, BrokerUnavailable) as error:
            log.warning("cannot ring now: %s", error)
            return False
        return True

    def _queue_stale(self) -> None:
        if stale := queue_stale_documents():
            log.info("documents of another renderer, to be written again: %d", stale)
        self._queued_stale = True
