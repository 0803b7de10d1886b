"""What goes wrong with the embedded services, said so that a first user can act on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LAST_LINES = 12


class ServiceError(Exception):
    """A service could not be prepared, started or stopped. The message is for people."""


def with_log(message: str, log: Path) -> ServiceError:
    """Return an error that ends with the last lines of the service's own log."""
    try:
        lines = log.read_text(errors="replace").splitlines()[-_LAST_LINES:]
    except OSError:
        return ServiceError(message)
    tail = "\n".join(f"    {line}" for line in lines)
    return ServiceError(f"{message}\nThe last lines of {log}:\n{tail}")
