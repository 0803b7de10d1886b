"""What is said of a picture, before it is stored."""

from __future__ import annotations

from collections.abc import Mapping

from articles.models import Image

_FOCUS = ("focal_x", "focal_y")


class UnusableImage(Exception):
    """Something about a picture cannot be taken: `field` names it, `reason` says why."""

    def __init__(self, field: str, reason: str) -> None:
        """Keep both, so that every door can say them beside the field."""
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


def require_words(columns: Mapping[str, object]) -> None:
    """Raise UnusableImage for the first of `columns` that an image cannot have."""
    for name, value in columns.items():
        if name in _FOCUS:
            _require_share(name, value)
        else:
            _require_text(name, str(value))


def _require_share(name: str, value: object) -> None:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise UnusableImage(name, "It is a number from 0 to 1.")


def _require_text(name: str, value: str) -> None:
    longest = getattr(Image._meta.get_field(name), "max_length", None)
    if name == "alt" and not value.strip():
        raise UnusableImage(name, "Say what the picture shows, for those who cannot see it.")
    if "\x00" in value:
        raise UnusableImage(name, "It holds a NUL character.")
    if longest and len(value) > longest:
        raise UnusableImage(name, f"It has more than {longest} characters.")
