"""Leave an audit entry for each of many records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Model

from articles.models import AuditEntry, User


def record_acts(
    *, by: User | None, verb: str, acts: Sequence[tuple[Model, Mapping[str, object]]]
) -> list[AuditEntry]:
    """Store who did the same to which records, each with its details, in one statement.

    Call it in the transaction of the acts.
    """
    return AuditEntry.objects.bulk_create(
        AuditEntry(
            actor=by,
            verb=verb,
            subject_type=subject._meta.model_name or "",
            subject_id=subject.pk,
            details=dict(details),
        )
        for subject, details in acts
    )
