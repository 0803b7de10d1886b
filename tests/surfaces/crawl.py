"""Asking for addresses, and keeping all of what comes back."""

from __future__ import annotations

from dataclasses import dataclass

UNLIKE = {"Date"}


@dataclass(frozen=True)
class Answer:
    """An answer as bytes: all that somebody may read of it."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def data(self) -> bytes:
        """Return headers and body."""
        lines = "\n".join(f"{name}: {value}" for name, value in self.headers)
        return lines.encode() + b"\n\n" + self.body


def ask(client, address: str, method: str = "GET", **headers: str) -> Answer:
    """Return what `address` answers."""
    response = client.generic(method, address, headers=headers)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    kept = sorted((name, value) for name, value in response.headers.items() if name not in UNLIKE)
    return Answer(response.status_code, tuple(kept), body)


def leaks(marks, allowed: set[str], address: str, answer: Answer) -> list[tuple[str, str, str]]:
    """Return the marks in an answer that are neither allowed nor in the address itself."""
    found = marks.found_in(answer.data) - marks.found_in(address.encode()) - allowed
    return [(address, *marks.meaning[mark]) for mark in sorted(found)]


CHANGES = "/api/v1/changes/"
"""The log: whoever was told of an article is told, by its id, that it is gone."""
_ONCE_PUBLIC = ("expired", "withdrawn", "withdrawn with a note")


def is_told_end(address: str, owner: str, what: str) -> bool:
    """Say whether a leak is only the id of an article that was public, in the log of changes."""
    return address.startswith(CHANGES) and owner in _ONCE_PUBLIC and what == "Article.public_id"
