"""The pages about the publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.models import Page, PageName

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page and where it lives. `body` is None, and `title` empty, while the shipped words stand."""

    name: str
    path: str
    title: str = ""
    body: str | None = None
    updated_at: dt.datetime | None = None


def own_pages() -> tuple[OwnPage, ...]:
    """Return all pages about the publication in their order. One SELECT."""
    written = {page.name: page for page in Page.objects.all()}
    return tuple(_page(name, written.get(name)) for name in PageName.values)


def _page(name: str, written: Page | None) -> OwnPage:
    path = "/about/" if name == PageName.ABOUT else f"/about/{name}/"
    if written is None:
        return OwnPage(name, path)
    return OwnPage(name, path, written.title, written.body, written.updated_at)
