"""A real PostgreSQL of our own: made, tuned, started, found again and stopped.

It is a daemon that outlives whoever started it, listens on a Unix socket in a private folder and
nowhere else, and is stopped the way that lets it write everything down.
"""

from __future__ import annotations

import shutil
import signal
import time
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from newsroom.embedded.binaries import postgres_programs
from newsroom.embedded.errors import ServiceError, with_log
from newsroom.embedded.machine import postgres_settings, this_machine
from newsroom.embedded.processes import end, first_number, is_running

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom.embedded.place import Place

USER = DATABASE = "newsroom"
PORT = 5432
"""Only a part of the socket's name. It is always said aloud, since PGPORT would change it."""

_STATUS_LINE = 7  # of postmaster.pid: starting, ready, standby or stopping
_NOBODYS_PID = 2**31 - 1
_PATIENCE = 300.0  # seconds; recovery after a crash reads all that was written since a checkpoint
_STOPPING = 60.0
_ORPHANS = 30.0
_POLL = 0.05


class PostgresServer:
    """One PostgreSQL in one place. Every method may be called by several processes in turn."""

    name = "PostgreSQL"

    def __init__(self, place: Place) -> None:
        """Take the place; nothing is made or started yet."""
        self._place = place
        self.directory = place.state / "postgresql"
        self.log = place.state / "postgresql.log"
        self._socket = place.sockets / f".s.PGSQL.{PORT}"

    @property
    def url(self) -> str:
        """The database's address for libpq and Django."""
        return f"postgresql://{USER}@:{PORT}/{DATABASE}?host={self._place.sockets}"

    def pid(self) -> int | None:
        """Return the id of the running server, or None."""
        pid = first_number(self.directory / "postmaster.pid")
        return pid if pid is not None and is_running(pid, self.directory) else None

    def is_ready(self) -> bool:
        """Tell whether it runs and takes connections. Costs two small reads, no connection."""
        return self.pid() is not None and self._status() == "ready" and self._socket.is_socket()

    def start(self) -> None:
        """Make sure that it runs; adopt one that does, recover what a crash left behind.

        Raises ServiceError with the last lines of the log. The caller holds the place's lock.
        """
        self._settle()
        if self.is_ready():
            return
        programs = postgres_programs(self._place)
        if not self.directory.exists():
            self._initialize(programs)
        self._forget_dead_server()
        self._configure()
        self._launch(programs)
        self._create_database()

    def stop(self, *, immediate: bool = False) -> None:
        """Stop it: clients are cut off and all is written; `immediate` leaves that to recovery."""
        pid = self.pid()
        if pid is None:
            return
        sign = signal.SIGQUIT if immediate else signal.SIGINT
        if not end(pid, self.directory, sign=sign, seconds=_STOPPING):
            message = f"PostgreSQL (process {pid}) did not stop within {_STOPPING:.0f} s."
            raise with_log(message, self.log)

    def kill(self) -> None:
        """Kill the main process on the spot, as a crash would."""
        pid = self.pid()
        if pid is not None:
            end(pid, self.directory, sign=signal.SIGKILL, seconds=_STOPPING)

    def _status(self) -> str:
        try:
            lines = (self.directory / "postmaster.pid").read_text().splitlines()
        except OSError:
            return ""
        return lines[_STATUS_LINE].strip() if len(lines) > _STATUS_LINE else "starting"

    def _settle(self) -> None:
        """Wait for a server that is starting or stopping; end one whose socket was removed."""
        deadline = time.monotonic() + _PATIENCE
        while self.pid() is not None and not self.is_ready():
            if self._status() == "ready":
                self.stop()
            elif time.monotonic() > deadline:
                message = "PostgreSQL neither starts nor stops."
                raise with_log(message, self.log)
            time.sleep(_POLL)

    def _initialize(self, programs: Path) -> None:
        unfinished = self.directory.with_suffix(".new")
        shutil.rmtree(unfinished, ignore_errors=True)  # an interrupted start left it
        command: list[str | Path] = [programs / "initdb", "-D", unfinished, "-U", USER]
        command += ["--auth=trust", "--encoding=UTF8", "--data-checksums", "--locale=C"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        done = self._place.account.run(command)
        if done.returncode:
            message = f"PostgreSQL could not make its files.\n{done.stderr.strip()}"
            raise ServiceError(message)
        with (unfinished / "postgresql.conf").open("a") as file:
            file.write("\ninclude 'newsroom.conf'\n")
        unfinished.rename(self.directory)

    def _configure(self) -> None:
        settings = postgres_settings(this_machine()) | {
            "listen_addresses": "",
            "port": str(PORT),
            "unix_socket_directories": str(self._place.sockets),
            "unix_socket_permissions": "0700",
        }
        lines = [f"{name} = '{value}'\n" for name, value in settings.items()]
        self._place.write(self.directory / "newsroom.conf", "".join(lines))

    def _forget_dead_server(self) -> None:
        """Make the traces of a server that crashed harmless.

        PostgreSQL refuses to start while the noted process id lives, and after a reboot it may be
        anybody's. The note itself stays: it names the shared memory that orphans may still use.
        """
        lock = self._socket.with_name(f"{self._socket.name}.lock")
        leftover = first_number(lock)
        if leftover is not None:
            end(leftover, self.directory, sign=signal.SIGQUIT, seconds=_STOPPING)
        lock.unlink(missing_ok=True)
        self._socket.unlink(missing_ok=True)
        note = self.directory / "postmaster.pid"
        if note.exists():
            _, *others = note.read_text().splitlines(keepends=True) or [""]
            self._place.write(note, "".join([f"{_NOBODYS_PID}\n", *others]))

    def _launch(self, programs: Path) -> None:
        command: list[str | Path] = [programs / "pg_ctl", "start", "-D", self.directory]
        command += ["-l", self.log, "-w", "-t", str(int(_PATIENCE))]
        deadline = time.monotonic() + _ORPHANS
        while True:
            written = self.log.stat().st_size if self.log.exists() else 0
            if self._place.account.run(command).returncode == 0:
                return
            # Children of a killed server end by themselves, those amid a query a little later.
            if "shared memory block" not in self.log.read_text(errors="replace")[written:]:
                break
            if time.monotonic() > deadline:
                break
            time.sleep(1)
        message = "PostgreSQL did not start."
        raise with_log(message, self.log)

    def _create_database(self) -> None:
        address = self.url.replace(f"/{DATABASE}?", "/postgres?")
        with psycopg.connect(address, autocommit=True) as connection:
            found = connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
            ).fetchone()
            if not found:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
