"""What a newsroom consists of: its processes, in the order in which they start."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from newsroom.database import WEB_STATEMENT_TIMEOUT
from newsroom.embedded.machine import usable_cores
from newsroom.supervision.child import Command
from newsroom.supervision.ports import LOOPBACK

WEB_WORKERS = 2
WEB_THREADS = 16
"""In each web worker, each with a database connection of its own; granian's default is 512."""
JOB_PROCESSES = frozenset({"relay", "worker", "beat"})
"""Restarted when jobs make no progress: any of them may be the deaf one."""

_MANAGE = Path(__file__).resolve().parent.parent.parent / "manage.py"


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the two servers listen."""

    web: int
    events: int


def manage(*arguments: str) -> tuple[str, ...]:
    """Return the command line of a management command."""
    return (sys.executable, str(_MANAGE), *arguments)


def newsroom_commands(ports: Ports, *, data: Path) -> list[Command]:
    """Return every process, in the order in which they start."""
    public = public_address(ports)
    web = {**public, **_way_to_events(ports), "DATABASE_STATEMENT_TIMEOUT": WEB_STATEMENT_TIMEOUT}
    threads = ("--backpressure", str(WEB_THREADS))
    schedule = ("--schedule", str(data / "beat-schedule"), "--pidfile=")
    return [
        Command("web", (*_granian("wsgi", ports.web, workers=WEB_WORKERS), *threads), web),
        Command("worker", _celery("worker", *_worker_options()), public, grace=20.0),
        Command("relay", manage("relay"), public),
        Command("beat", _celery("beat", *schedule), public),
        Command("events", _granian("asgi", ports.events, workers=1), public),
    ]


def public_address(ports: Ports) -> dict[str, str]:
    """Return what tells a process under which address readers find the site."""
    return {"PUBLIC_URL": os.environ.get("PUBLIC_URL") or site_address(ports)}


def site_address(ports: Ports) -> str:
    """Return the address of the site on this machine, without a slash at its end."""
    return f"http://{LOOPBACK}:{ports.web}"


def _way_to_events(ports: Ports) -> dict[str, str]:
    """Return what tells web where changes are streamed, unless a proxy of the operator's leads there."""
    if os.environ.get("PUBLIC_URL"):
        return {}
    return {"EVENTS_URL": f"http://{LOOPBACK}:{ports.events}"}


def _worker_options() -> tuple[str, ...]:
    # Workers of one newsroom have nothing to tell each other.
    quiet = ("--without-gossip", "--without-mingle", "--without-heartbeat")
    return (*quiet, "-O", "fair", "--concurrency", str(usable_cores()), "--loglevel=INFO")


def _celery(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "celery", "-A", "newsroom", *arguments)


def _granian(interface: str, port: int, *, workers: int) -> tuple[str, ...]:
    return (
        *(sys.executable, "-m", "granian", "--interface", interface, "--no-ws"),
        *("--host", LOOPBACK, "--port", str(port), "--workers", str(workers)),
        *("--respawn-failed-workers", "--workers-kill-timeout", "3"),
        f"newsroom.{interface}:application",
    )
