"""Change what a part of the publication is called and where it stands."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from articles.actions.queue_rewriting import queue_rewriting
from articles.actions.record_act import record_act
from articles.models import FacetKind, Section, SubjectRedirect, User
from articles.policies import can_administer, require


@transaction.atomic
def describe_section(*, section: Section, by: User, **changes: Any) -> Section:
    """Set the columns in `changes`, and let every document that prints them be written again.

    An old slug redirects, unless a section of that name is there. Raises NotAllowed.
    """
    require(can_administer(by), "change")
    if changes.keys() & {"name", "slug"}:
        queue_rewriting(keys=[f"{FacetKind.SECTION}:{section.pk}"], by=by)
    stored = Section.objects.select_for_update().get(pk=section.pk)
    if "slug" in changes and changes["slug"] != stored.slug:
        SubjectRedirect.objects.update_or_create(
            kind=FacetKind.SECTION, slug=stored.slug, defaults={"target_id": stored.pk}
        )
    for column, value in changes.items():
        setattr(stored, column, value)
    stored.save(update_fields=list(changes))
    record_act(by=by, verb="describe", subject=stored, columns=sorted(changes))
    return stored
