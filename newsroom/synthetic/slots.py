"""What articles differ in: words that stand for others, equally long, until they are filled in."""

from __future__ import annotations

import datetime as dt
from typing import Final

PEOPLE, AUTHORS, ORGANIZATIONS, TOPICS, WORDS = 4, 2, 2, 4, 60

INSTANT: Final = dt.datetime(1987, 6, 17, 5, 4, 3, tzinfo=dt.UTC)
"""When every pattern was published."""
PATTERN: Final = "[Qq]q[a-z][ab]k|[Qq]x[a-z]{4}k"
"""What a slot looks like: names also stand in small letters."""


def first_name(place: int) -> str:
    """Return the slot for the first name of a person; authors follow those whom articles name."""
    return f"Qq{_letter(place)}ak"


def last_name(place: int) -> str:
    """Return the slot for a last name."""
    return f"Qq{_letter(place)}bk"


def person(place: int) -> str:
    """Return the slots for a whole name."""
    return f"{first_name(place)} {last_name(place)}"


def organization(place: int) -> str:
    """Return the slot for an organization."""
    return f"Qxo{_letter(place)}aak"


def topic(place: int) -> str:
    """Return the slot for a topic."""
    return f"Qxt{_letter(place)}aak"


def word(place: int) -> str:
    """Return the slot for a word that this article has."""
    return f"qxw{_letter(place // 26)}{_letter(place % 26)}ak"


SERIAL: Final = "qxsaaak"
"""The slot for the word that no other article has."""


def _letter(number: int) -> str:
    return chr(ord("a") + number)
