"""Ports that are free on this machine's loopback."""

from __future__ import annotations

import socket

LOOPBACK = "127.0.0.1"
_TRIES = 200


def free_port(first: int) -> int:
    """Return the first free port from this one on. Raises OSError where all of them are taken."""
    for port in range(first, first + _TRIES):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as candidate:
            candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                candidate.bind((LOOPBACK, port))
            except OSError:
                continue
            return port
    message = f"No port is free between {first} and {first + _TRIES - 1}."
    raise OSError(message)
