"""Answer a proposal of what a number says."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.actions.lock_annotation import lock_annotation
from articles.actions.record_act import record_act
from articles.actions.remember_judgement import remember_judgement
from articles.engine.evidence import Evidence
from articles.models import Figure, User, Verdict


@transaction.atomic
def judge_figure(*, figure_id: int, by: User, answer: Verdict) -> Figure:
    """Record what `by` says of a figure. Raises NotAllowed."""
    figure = lock_annotation(model=Figure, pk=figure_id, by=by)
    previous = Verdict(figure.judgement)
    at = timezone.now()
    figure.judgement = answer
    figure.judged_by, figure.judged_at = (None, None) if answer == Verdict.NONE else (by, at)
    figure.save(update_fields=["judgement", "judged_by", "judged_at"])
    evidence = Evidence(figure.revision.text)
    remember_judgement(annotation=figure, previous=previous, by=by, at=at, evidence=evidence)
    record_act(
        by=by,
        verb="judge",
        subject=figure.revision.article,
        layer="figure",
        quote=figure.quote,
        answer=answer,
    )
    return figure
