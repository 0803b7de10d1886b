"""One `make run`: from an empty folder to ready, and from there until somebody says stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from django.core.management import call_command
from django.db import Error as AnyDatabaseError, close_old_connections, connections

from articles.selectors.jobs import canary_age, oldest_due_age
from newsroom.embedded import ServiceError, borrow_services, ensure_services
from newsroom.supervision.child import Child, Command
from newsroom.supervision.commands import (
    JOB_PROCESSES,
    Ports,
    manage,
    newsroom_commands,
    public_address,
    site_address,
)
from newsroom.supervision.demo_note import DemoNote
from newsroom.supervision.once import RunNote
from newsroom.supervision.readiness import answers
from newsroom.supervision.screen import Screen
from newsroom.supervision.supervisor import Supervisor
from newsroom.supervision.watchdog import ProgressWatchdog

HOPELESS = 5
"""After so many ends in a row before anything was ready, it will not become ready."""

_POLL = 0.2
_LOOK_AT_DATA_EVERY = 5.0


class HopelessError(Exception):
    """A process ends again and again, and nothing was ready yet."""


class Session:
    """The order of things: services, tables, processes, demo, ready, watching, stopping."""

    def __init__(self, *, data: Path, ports: Ports, note: RunNote, with_demo: bool) -> None:
        """Take where and what; nothing runs yet."""
        self._data = data
        self._ports = ports
        self._note = note
        self._with_demo = with_demo
        logs = data / "logs"
        self._screen = Screen(log=logs / "supervisor.log")
        children = [Child(command, logs=logs) for command in newsroom_commands(ports, data=data)]
        self._supervisor = Supervisor(children, say=self._screen.problem)
        self._demo = Child(Command("demo", manage("load_demo"), public_address(ports)))
        self._demo_note = DemoNote(data)
        self._noted: list[int] = []

    def run(self) -> None:
        """Run until KeyboardInterrupt, which ends it in order.

        Raises ServiceError where the services do not start, HopelessError where a process does not.
        """
        with borrow_services():
            self._screen.step("services", "PostgreSQL and Valkey answer")
            call_command("migrate", interactive=False, verbosity=0)
            self._screen.step("database", "the tables are up to date")
            try:
                self._become_ready()
                self._keep_going()
            finally:
                self._screen.show("\nStopping.")
                self._demo.sweep()
                self._supervisor.stop()
                connections.close_all()

    def _become_ready(self) -> None:
        # The site first: a person waits for it, and six processes that start at once are slow.
        self._supervisor.start({"web"})
        self._wait(lambda: answers(self._ports.web))
        self._screen.step("web", "the site answers")
        self._supervisor.start()
        if self._with_demo and not self._demo_note.says_loaded():
            self._load_demo()
        self._screen.show(f"\nready in {self._screen.elapsed():.1f} s\n\n{self.addresses()}\n")

    def _load_demo(self) -> None:
        self._demo.start()
        self._wait(lambda: not self._demo.is_running())
        if self._demo.exit_status():
            self._screen.problem("the demo is not complete; the next run takes it up again")
            return
        self._demo_note.write()
        self._screen.step("demo", "received, enriched, judged, published")

    def addresses(self) -> str:
        """Return what a person needs to begin: addresses, the login, the logs."""
        site = site_address(self._ports)
        lines = {
            "site": f"{site}/",
            "desk": f"{site}/desk/",
            "API": f"{site}/api/v1/",
            "login": self._login(),
            "logs": str(self._data / "logs"),
        }
        words = [f"  {name:<6} {value}" for name, value in lines.items() if value]
        return "\n".join([*words, "", "  Ctrl-C stops everything."])

    def _login(self) -> str:
        try:
            name, password = (self._data / "demo_login").read_text().split()
        except (OSError, ValueError):
            return ""
        return f"{name}, password {password}"

    def _wait(self, done: Callable[[], bool]) -> None:
        while not done():
            self._look_after()
            if self._supervisor.worst() >= HOPELESS:
                message = f"A process ends as soon as it starts. See {self._data / 'logs'}."
                raise HopelessError(message)
            time.sleep(_POLL)

    def _keep_going(self) -> None:
        watchdog = ProgressWatchdog(canary_age=canary_age, oldest_due_age=oldest_due_age)
        next_look = time.monotonic()
        while True:
            self._look_after()
            if time.monotonic() >= next_look:
                self._look_at_data(watchdog)
                next_look = time.monotonic() + _LOOK_AT_DATA_EVERY
            time.sleep(_POLL)

    def _look_after(self) -> None:
        self._supervisor.look_after()
        pids = self._supervisor.pids()
        if pids != self._noted:
            self._noted = pids
            self._note.write(children=pids, screen=self.addresses())

    def _look_at_data(self, watchdog: ProgressWatchdog) -> None:
        """Bring killed services back, and restart what stands behind jobs that make no progress."""
        close_old_connections()
        try:
            ensure_services()
            complaint = watchdog.complaint()
        except (ServiceError, AnyDatabaseError) as error:
            self._screen.problem(str(error).strip())
            return
        if complaint:
            self._screen.problem(f"{complaint}; relay, worker and beat are restarted")
            self._supervisor.restart(JOB_PROCESSES)
