"""Answer a proposal of what a number says."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.actions.lock_annotation import lock_annotation
from articles.actions.record_act import record_act
from articles.actions.set_judgement import set_judgement
from articles.models import Figure, User, Verdict


@transaction.atomic
def judge_figure(*, figure_id: int, by: User, answer: Verdict) -> Figure:
    """Record what `by` says of a figure. Raises NotAllowed, Replaced."""
    figure = lock_annotation(model=Figure, pk=figure_id, by=by)
    set_judgement(annotation=figure, answer=answer, by=by, at=timezone.now())
    record_act(
        by=by,
        verb="judge",
        subject=figure.revision.article,
        layer="figure",
        quote=figure.quote,
        answer=answer,
    )
    return figure
