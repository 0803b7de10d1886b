"""Let a new reading know what people said of the same words before."""

from __future__ import annotations

from typing import Any

from articles.engine.evidence import Evidence, quote_key
from articles.models import (
    SUBJECT_FIELDS,
    Citation,
    Figure,
    Judgement,
    Layer,
    Mention,
    Revision,
    Verdict,
    subject_of,
)

MODELS: dict[Layer, Any] = {
    Layer.MENTION: Mention,
    Layer.CITATION: Citation,
    Layer.FIGURE: Figure,
}
_ANSWER = ["judgement", "judged_by", "judged_at"]
_FIELDS: dict[Layer, list[str]] = {
    Layer.MENTION: [*_ANSWER, "kind", *SUBJECT_FIELDS],
    Layer.CITATION: [*_ANSWER, "person", "organization"],
    Layer.FIGURE: _ANSWER,
}
_Key = tuple[str, str, str, str]


def recall_judgements(*, revision: Revision) -> int:
    """Give unjudged rows of `revision` the last answer to the same words in the same sentence.

    Returns how many were answered. A judgement holds until its sentence changes.
    """
    memory = _memory(revision)
    if not memory:
        return 0
    evidence = Evidence(revision.text)
    return sum(_apply(layer, model, revision, memory, evidence) for layer, model in MODELS.items())


def _memory(revision: Revision) -> dict[_Key, Judgement]:
    """Return the last judgement of each key; later rows win."""
    return {
        (row.layer, row.kind, row.quote_key, row.sentence_hash): row
        for row in Judgement.objects.filter(article=revision.article_id)
        .select_related(*SUBJECT_FIELDS)
        .order_by("pk")
    }


def _apply(
    layer: Layer,
    model: Any,
    revision: Revision,
    memory: dict[_Key, Judgement],
    evidence: Evidence,
) -> int:
    answered = []
    for row in model.objects.filter(revision=revision).proposals():
        known = memory.get(
            (layer, row.kind, quote_key(row.quote), evidence.hash_at(row.start, row.end))
        )
        if known is None or known.answer == Verdict.NONE:
            continue
        row.judgement = known.answer
        row.judged_by_id = known.judged_by_id
        row.judged_at = known.judged_at
        _point(row, known)
        answered.append(row)
    model.objects.bulk_update(answered, _FIELDS[layer])
    return len(answered)


def _point(row: Mention | Citation | Figure, known: Judgement) -> None:
    """Let the row mean what the judgement meant."""
    subject = subject_of(known)
    if isinstance(row, Mention) and subject is not None:
        row.point_at(subject)
    elif isinstance(row, Citation):
        row.person_id, row.organization_id = known.person_id, known.organization_id
