"""Leave an audit entry."""

from __future__ import annotations

from django.db.models import Model

from articles.models import AuditEntry, User


def record_act(*, by: User | None, verb: str, subject: Model, **details: object) -> AuditEntry:
    """Store who did what to which record. Call it in the transaction of the act."""
    return AuditEntry.objects.create(
        actor=by,
        verb=verb,
        subject_type=subject._meta.model_name or "",
        subject_id=subject.pk,
        details=details,
    )
