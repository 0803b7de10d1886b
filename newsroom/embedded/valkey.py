"""A real Valkey of our own: the queue's doorbell and the cache.

It is a daemon that outlives whoever started it, listens on a Unix socket in a private folder and
nowhere else, and writes every change to a file, so that a restart loses at most a second.
"""

from __future__ import annotations

import signal
import socket
import time
from typing import TYPE_CHECKING

from newsroom.embedded.binaries import valkey_program
from newsroom.embedded.errors import ServiceError, with_log
from newsroom.embedded.machine import this_machine, valkey_settings
from newsroom.embedded.processes import end, first_number, is_running

if TYPE_CHECKING:
    from newsroom.embedded.place import Place

_ANSWER = 2.0  # seconds
_BIRTH = 5.0
_PATIENCE = 300.0  # loading a long queue
_STOPPING = 30.0
_POLL = 0.02


class ValkeyServer:
    """One Valkey in one place. Every method may be called by several processes in turn."""

    name = "Valkey"

    def __init__(self, place: Place) -> None:
        """Take the place; nothing is made or started yet."""
        self._place = place
        self.directory = place.state / "valkey"
        self.log = place.state / "valkey.log"
        self._configuration = self.directory / "valkey.conf"
        self._socket = place.sockets / "valkey.sock"

    @property
    def url(self) -> str:
        """The server's address in the form that redis-py and Django's cache take."""
        return f"unix://{self._socket}?db=0"

    def pid(self) -> int | None:
        """Return the id of the running server, or None."""
        pid = first_number(self.directory / "valkey.pid")
        return pid if pid is not None and is_running(pid, self._configuration) else None

    def is_ready(self) -> bool:
        """Tell whether it runs and answers. Costs one round trip on the socket."""
        return self.pid() is not None and self._ask("PING") == "+PONG"

    def start(self) -> None:
        """Make sure that it runs; adopt one that does, recover what a crash left behind.

        Raises ServiceError with the last lines of the log. The caller holds the place's lock.
        """
        if self.is_ready():
            return
        self._end_what_does_not_answer()
        self._configure()
        self._launch()

    def stop(self, *, immediate: bool = False) -> None:
        """Stop it, everything written; `immediate` kills it, which may lose the last second."""
        pid = self.pid()
        if pid is None:
            return
        sign = signal.SIGKILL if immediate else signal.SIGTERM
        if not end(pid, self._configuration, sign=sign, seconds=_STOPPING):
            message = f"Valkey (process {pid}) did not stop within {_STOPPING:.0f} s."
            raise with_log(message, self.log)

    def kill(self) -> None:
        """Kill it on the spot, as a crash would."""
        self.stop(immediate=True)

    def _ask(self, command: str) -> str:
        """Send one inline command; return the first line of the answer, or nothing."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(_ANSWER)
            try:
                connection.connect(str(self._socket))
                connection.sendall(f"{command}\r\n".encode())
                return connection.recv(1024).decode(errors="replace").split("\r\n")[0]
            except OSError:
                return ""

    def _end_what_does_not_answer(self) -> None:
        if self._wait_until_ready():
            return
        self.stop()  # it runs, and its socket was removed
        # One without our pid file belongs to a data folder that was removed under it.
        self._ask("SHUTDOWN NOSAVE")

    def _configure(self) -> None:
        self.directory.mkdir(exist_ok=True)
        self._place.account.own(self.directory, mode=0o700)
        settings = valkey_settings(this_machine()) | {
            "daemonize": "yes",
            "port": "0",
            "unixsocket": str(self._socket),
            "unixsocketperm": "700",
            "dir": str(self.directory),
            "pidfile": str(self.directory / "valkey.pid"),
            "logfile": str(self.log),
            # Its arguments stay readable: they tell our server from a stranger with its old id.
            "set-proc-title": "no",
        }
        lines = [f"{name} {_quoted(value)}\n" for name, value in settings.items()]
        self._place.write(self._configuration, "".join(lines))

    def _launch(self) -> None:
        done = self._place.account.run([valkey_program(self._place), self._configuration])
        if done.returncode:
            message = f"Valkey did not start.\n{(done.stderr or done.stdout).strip()}"
            raise ServiceError(message)
        deadline = time.monotonic() + _BIRTH
        while self.pid() is None and time.monotonic() < deadline:
            time.sleep(_POLL)
        if not self._wait_until_ready(is_new=True):
            message = "Valkey did not start."
            raise with_log(message, self.log)

    def _wait_until_ready(self, *, is_new: bool = False) -> bool:
        """Wait while it runs and loads what it saved; tell whether it answers in the end.

        A new one writes its pid file before it makes its socket; an older one without a socket
        will never answer.
        """
        deadline = time.monotonic() + _PATIENCE
        while self.pid() is not None and time.monotonic() < deadline:
            answer = self._ask("PING")
            if answer == "+PONG":
                return True
            if not answer and not is_new and not self._socket.is_socket():
                return False
            time.sleep(_POLL)
        return False


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
