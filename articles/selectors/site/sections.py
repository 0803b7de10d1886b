"""Sections, by the slug that they have or once had."""

from __future__ import annotations

from django.db.models import Q

from articles.models import FacetKind, Section, SubjectRedirect


def section_at(slug: str) -> Section | None:
    """Return the section with this slug, else the one that once had it. One SELECT."""
    moved = SubjectRedirect.objects.filter(kind=FacetKind.SECTION, slug=slug).values("target_id")
    found = Section.objects.filter(Q(slug=slug) | Q(pk__in=moved))
    return min(found, key=lambda section: section.slug != slug, default=None)
