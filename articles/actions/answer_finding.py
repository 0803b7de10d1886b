"""Say what became of a finding."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.actions.lock_annotation import lock_annotation
from articles.actions.record_act import record_act
from articles.models import Finding, FindingStatus, User


@transaction.atomic
def answer_finding(*, finding_id: int, by: User, status: FindingStatus, note: str = "") -> Finding:
    """Record that a finding was resolved, dismissed or opened again. Raises NotAllowed, Replaced."""
    finding = lock_annotation(model=Finding, pk=finding_id, by=by)
    article = finding.revision.article
    finding.status = status
    finding.note = note
    is_open = status == FindingStatus.OPEN
    finding.answered_by = None if is_open else by
    finding.answered_at = None if is_open else timezone.now()
    finding.save()
    record_act(by=by, verb="answer finding", subject=article, code=finding.code, status=status)
    return finding
