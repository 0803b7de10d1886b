"""Change what the knowledge base says of somebody or something."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from articles.actions.name_subject import name_subject
from articles.actions.queue_rewriting import queue_rewriting
from articles.actions.record_act import record_act
from articles.models import AnySubject, SubjectRedirect, User
from articles.policies import can_edit_knowledge, require


@transaction.atomic
def describe_subject(*, subject: AnySubject, by: User, **changes: Any) -> AnySubject:
    """Set the columns in `changes`, and let every document that prints them be written again.

    A new name becomes an alias beside the old one; an old slug redirects. Raises NotAllowed.
    """
    require(can_edit_knowledge(by), "change")
    queue_rewriting(keys=[subject.facet_key], by=by)
    model: Any = type(subject)
    stored: AnySubject = model.objects.select_for_update().get(pk=subject.pk)
    if "slug" in changes and changes["slug"] != stored.slug:
        SubjectRedirect.objects.update_or_create(
            kind=stored.facet_kind, slug=stored.slug, defaults={"target_id": stored.pk}
        )
    for column, value in changes.items():
        setattr(stored, column, value)
    stored.save(update_fields=list(changes))
    name_subject(subject=stored, text=stored.name)
    record_act(by=by, verb="describe", subject=stored, columns=sorted(changes))
    return stored
