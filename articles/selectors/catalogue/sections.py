"""The parts of the publication. Few, and no secret."""

from __future__ import annotations

from django.db.models import QuerySet

from articles.models import Section


def sections() -> QuerySet[Section]:
    """Return all sections in the publication's order."""
    return Section.objects.all()


def section(slug: str) -> Section | None:
    """Return the section of that slug, or None."""
    return Section.objects.filter(slug=slug).first()
