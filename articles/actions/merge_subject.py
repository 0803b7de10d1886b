"""Make one record of two: both were the same person, organization or topic all along."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.forms import model_to_dict

from articles.actions._merge_lock import exclude_publishing
from articles.actions._move_rows import move_addresses, move_knowledge, move_published
from articles.actions.name_subject import name_subject
from articles.actions.queue_rewriting import queue_rewriting
from articles.actions.record_act import record_act
from articles.models import AnySubject, Person, User
from articles.policies import can_merge_knowledge, require
from articles.selectors.merging import (
    CannotMerge,
    merger,
    require_mergeable,
)

__all__ = ["CannotMerge", "merge_subject"]

_WORDS = ("description", "description_as_of", "description_source")


@transaction.atomic
def merge_subject(*, subject: AnySubject, into: AnySubject, by: User) -> AnySubject:
    """Let `subject` become part of `into`, which is returned; `subject` is removed.

    Names, accounts, affiliations, bylines, mentions, citations, judgements and what lists are
    narrowed by move at once, and its addresses lead on. Where both say something, the word of
    `into` stays; the audit entry keeps the other one. Every article that prints either is written
    again by job. Raises CannotMerge, NotAllowed, and DoesNotExist for a record that is gone.
    """
    require(can_merge_knowledge(by), "merge")
    require_mergeable(subject, into)
    exclude_publishing()
    # Articles before records, as whoever judges takes them: else both would wait for each other.
    queue_rewriting(keys=[subject.facet_key, into.facet_key], by=by)
    gone, kept = _locked(subject, into)
    plan = merger(gone, kept)
    before = _record(gone)
    move_published(gone, kept)
    move_knowledge(gone, kept)
    move_addresses(gone, kept)
    name_subject(subject=kept, text=gone.name)
    _complete(kept, gone)
    record_act(
        by=by,
        verb="merge",
        subject=kept,
        merged=before,
        moved=plan.moves,
        conflicts=[asdict(conflict) for conflict in plan.conflicts],
    )
    gone.delete()
    return kept


def _locked(*subjects: AnySubject) -> tuple[AnySubject, ...]:
    """Return them as they stand, held in one order. Raises DoesNotExist."""
    model: Any = type(subjects[0])
    rows = model.objects.filter(pk__in=[one.pk for one in subjects]).order_by("pk")
    found = {row.pk: row for row in rows.select_for_update()}
    if len(found) < len(subjects):
        raise model.DoesNotExist
    return tuple(found[one.pk] for one in subjects)


def _complete(kept: AnySubject, gone: AnySubject) -> None:
    """Give `kept` what only `gone` had."""
    if not kept.description:
        for column in _WORDS:
            setattr(kept, column, getattr(gone, column))
    kept.image = kept.image or gone.image
    kept.same_as = list(dict.fromkeys([*kept.same_as, *gone.same_as]))
    kept.external_ids = {**gone.external_ids, **kept.external_ids}
    if isinstance(kept, Person) and isinstance(gone, Person):
        kept.is_staff_author = kept.is_staff_author or gone.is_staff_author
    kept.save()


def _record(gone: AnySubject) -> dict[str, Any]:
    """Return all that the record said, for the audit."""
    columns = model_to_dict(gone) | {"public_id": gone.public_id, "pk": gone.pk}
    return {
        name: value if isinstance(value, int | list | dict | None) else str(value)
        for name, value in columns.items()
    } | {"names": [alias.text for alias in gone.aliases.all()]}
