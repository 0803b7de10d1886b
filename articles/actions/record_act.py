"""Leave an audit entry."""

from __future__ import annotations

from django.db.models import Model

from articles.actions.record_acts import record_acts
from articles.models import AuditEntry, User


def record_act(*, by: User | None, verb: str, subject: Model, **details: object) -> AuditEntry:
    """Store who did what to which record. Call it in the transaction of the act."""
    [entry] = record_acts(by=by, verb=verb, acts=[(subject, details)])
    return entry
