"""Write an answer into an annotation and into the log, together."""

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


def set_judgement(
    *,
    annotation: Mention | Citation | Figure,
    answer: Verdict,
    by: User,
    at: dt.datetime,
    kind: str = "",
    evidence: Evidence | None = None,
) -> None:
    """Save `annotation` with its answer and append the Judgement row that remembers it.

    NONE takes an answer back. The same answer again is no news and leaves no row. `kind` is what
    was proposed, where the answer changed it: the memory is of the proposal. `evidence` is the
    revision's, where the caller has it already.
    """
    previous = Verdict(annotation.judgement)
    annotation.judgement = answer
    annotation.judged_by, annotation.judged_at = (
        (None, None) if answer == Verdict.NONE else (by, at)
    )
    annotation.save()
    if answer == previous != Verdict.CHANGED:
        return
    evidence = evidence or Evidence(annotation.revision.text)
    Judgement.objects.create(
        article_id=annotation.revision.article_id,
        layer=Layer(annotation._meta.model_name or ""),
        kind=kind or annotation.kind,
        quote_key=quote_key(annotation.quote),
        sentence_hash=evidence.hash_at(annotation.start, annotation.end),
        previous=previous,
        answer=answer,
        annotation_id=annotation.pk,
        judged_by=by,
        judged_at=at,
        **{f"{name}_id": getattr(annotation, f"{name}_id", None) for name in SUBJECT_FIELDS},
    )
