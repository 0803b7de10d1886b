"""The frame of every page: rendered once a process, then put around finished bytes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import get_template

from articles.documents.languages import direction_of
from articles.documents.markers import split

if TYPE_CHECKING:
    from articles.selectors.site import NavigationItem

KEPT = 64
"""How many frames a process keeps: one for each section in view, and some for sections renamed."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The bytes before a page's head, between head and content, and after it."""

    before: bytes
    between: bytes
    after: bytes

    def around(self, *, head: str, main: str) -> bytes:
        """Return the whole page."""
        return b"".join((self.before, head.encode(), self.between, main.encode(), self.after))


@lru_cache(maxsize=KEPT)
def frame(navigation: tuple[NavigationItem, ...], *, language: str, current: str = "") -> Frame:
    """Return the frame that names these sections and marks the one with the slug `current`.

    Its words are in the publication's language.
    """
    rendered = get_template("base.html").render(
        {
            "navigation": navigation,
            "current": current,
            "language": language,
            "direction": direction_of(language),
            "publication": settings.PUBLICATION_NAME,
        }
    )
    return Frame(*(piece.encode() for piece in split(rendered, "head", "main")))
