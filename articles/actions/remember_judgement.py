"""Append what a person said of a proposal."""

from __future__ import annotations

import datetime as dt

from articles.engine.evidence import Evidence, quote_key
from articles.models import (
    SUBJECT_FIELDS,
    Citation,
    Figure,
    Judgement,
    Layer,
    Mention,
    User,
    Verdict,
)


def remember_judgement(
    *,
    annotation: Mention | Citation | Figure,
    previous: Verdict,
    by: User,
    at: dt.datetime,
    evidence: Evidence,
) -> Judgement | None:
    """Insert the answer that `annotation` now carries. The same answer again is not news."""
    if annotation.judgement == previous != Verdict.CHANGED:
        return None
    return Judgement.objects.create(
        article_id=annotation.revision.article_id,
        layer=Layer(annotation._meta.model_name or ""),
        kind=annotation.kind,
        quote_key=quote_key(annotation.quote),
        sentence_hash=evidence.hash_at(annotation.start, annotation.end),
        previous=previous,
        answer=annotation.judgement,
        annotation_id=annotation.pk,
        judged_by=by,
        judged_at=at,
        **{f"{name}_id": getattr(annotation, f"{name}_id", None) for name in SUBJECT_FIELDS},
    )
