"""Replace the unjudged annotations of a revision by what the engine found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from articles.actions.recall_judgements import recall_judgements
from articles.engine import types as engine
from articles.engine.spans import selector
from articles.models import (
    Annotation,
    Citation,
    EnrichmentRun,
    Figure,
    Finding,
    FindingStatus,
    LinkState,
    Mention,
    MentionKind,
    Revision,
    SourceType,
)

# By what a new row is known to be one that somebody has judged. A judgement may have changed the
# kind of a name, and a sentence may rest on several sources.
_SAME: dict[type[Annotation], tuple[str, ...]] = {
    Mention: ("start", "end"),
    Citation: ("start", "end", "cue_start"),
    Figure: ("start", "end"),
}
_NAMESAKES = (
    0.8  # A name that several have must never be accepted in passing: it would become one more.
)
FIELD_OF_TARGET = {"person": "person_id", "organization": "organization_id", "topic": "topic_id"}


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the engine made of one document."""

    extraction: engine.Extraction
    proposals: tuple[engine.Proposal, ...]
    findings: tuple[engine.Finding, ...]


def store_proposals(*, run: EnrichmentRun, revision: Revision, reading: Reading) -> dict[str, int]:
    """Store a reading in the caller's transaction. Rows with a judgement stay as they are.

    Returns how many of each kind were found.
    """
    _replace(Mention, revision, _mentions(run, revision, reading))
    _replace(Citation, revision, _citations(run, revision, reading))
    _replace(Figure, revision, _figures(run, revision, reading))
    _replace_findings(run, revision, reading.findings)
    recall_judgements(revision=revision)
    found = reading.extraction
    return {
        "mentions": len(found.mentions),
        "citations": len(found.citations),
        "figures": len(found.figures),
        "dates": len(found.dates),
        "faq": len(found.faq),
        "findings": len(reading.findings),
    }


def _replace(model: type[Annotation], revision: Revision, rows: Iterable[Annotation]) -> None:
    """Delete what nobody judged, insert the new rows beside what somebody did."""
    manager: Any = model._default_manager
    manager.filter(revision=revision).proposals().delete()
    same = _SAME[model]
    judged = set(manager.filter(revision=revision).values_list(*same))
    manager.bulk_create(
        [row for row in rows if tuple(getattr(row, name) for name in same) not in judged],
        ignore_conflicts=True,
    )


def _place(
    revision: Revision, span: engine.Mention | engine.Citation | engine.Figure
) -> dict[str, Any]:
    quote, prefix, suffix = selector(revision.text, span)
    return {
        "revision": revision,
        "start": span.start,
        "end": span.end,
        "quote": quote,
        "prefix": prefix,
        "suffix": suffix,
    }


def _mentions(run: EnrichmentRun, revision: Revision, reading: Reading) -> Iterable[Mention]:
    meant = {(proposal.key, proposal.kind): proposal for proposal in reading.proposals}
    for found in reading.extraction.mentions:
        proposal = meant.get((found.key, found.kind))
        yield Mention(
            **_place(revision, found),
            **_target(proposal.target if proposal else "", MentionKind(found.kind)),
            run=run,
            kind=found.kind,
            name=found.name[:200],
            key=found.key[:200],
            score=_score(found, proposal),
            method=found.method[:60],
            reason=_reason(found.reason, proposal.reason if proposal else ""),
        )


def _score(found: engine.Mention, proposal: engine.Proposal | None) -> float:
    """Return how sure both are: that this is a name, and whom it means."""
    if proposal is None or proposal.target:
        return min(found.score, proposal.score if proposal else 1.0)
    return min(found.score, _NAMESAKES) if proposal.is_undecided else found.score


def _target(target: str, kind: MentionKind) -> dict[str, int]:
    """Return the foreign key of "person:12", unless a name of this kind cannot mean it."""
    record, _, identifier = target.partition(":")
    fits = {
        "person": kind in (MentionKind.PERSON, MentionKind.HANDLE),
        "organization": kind in (MentionKind.ORG, MentionKind.HANDLE),
        "topic": kind not in (MentionKind.PERSON, MentionKind.ORG, MentionKind.NORP),
    }
    return {FIELD_OF_TARGET[record]: int(identifier)} if fits.get(record) else {}


def _citations(run: EnrichmentRun, revision: Revision, reading: Reading) -> Iterable[Citation]:
    targets = {proposal.key: proposal.target for proposal in reading.proposals}
    for found in reading.extraction.citations:
        source = found.source
        yield Citation(
            **_place(revision, found),
            **_cited(targets.get(source.key, "") if source else ""),
            run=run,
            kind=found.kind,
            cue_start=found.cue.start,
            cue_end=found.cue.end,
            cue=found.cue.text[:200],
            content=[[span.start, span.end] for span in found.content],
            source_type=source.type if source else SourceType.ABSENT,
            source_start=source.start if source else None,
            source_end=source.end if source else None,
            source_words=source.text[:300] if source else "",
            source_key=source.key[:200] if source else "",
            medium=found.medium or "",
            cited_date=(found.date or "")[:30],
            url=(found.url or "")[:2000],
            link_state=LinkState.LINKED if found.url else LinkState.UNKNOWN,
            score=found.score,
            method=(found.method or "cue")[:60],
            reason=_reason(found.reason),
        )


def _cited(target: str) -> dict[str, int]:
    record, _, identifier = target.partition(":")
    return (
        {FIELD_OF_TARGET[record]: int(identifier)} if record in ("person", "organization") else {}
    )


def _figures(run: EnrichmentRun, revision: Revision, reading: Reading) -> Iterable[Figure]:
    for found in reading.extraction.figures:
        yield Figure(
            **_place(revision, found),
            run=run,
            value=found.value,
            unit=found.unit[:60],
            qualifier=(found.qualifier or "")[:30],
            measures=(found.measures or "")[:200],
            as_of=(found.as_of or "")[:30],
            horizon=(found.horizon or "")[:30],
            score=found.score,
            method="grammar",
            reason=_reason(found.reason),
        )


def _replace_findings(
    run: EnrichmentRun, revision: Revision, findings: Sequence[engine.Finding]
) -> None:
    """Replace the open findings. What an editor dismissed stays dismissed, by its fingerprint."""
    Finding.objects.filter(revision=revision, status=FindingStatus.OPEN).delete()
    dismissed: dict[str, int | None] = dict(
        Finding.objects.filter(
            revision__article=revision.article_id, status=FindingStatus.DISMISSED
        ).values_list("fingerprint", "answered_by")
    )
    Finding.objects.bulk_create(
        [_finding(run, revision, finding, dismissed) for finding in findings],
        ignore_conflicts=True,
    )


def _finding(
    run: EnrichmentRun, revision: Revision, found: engine.Finding, dismissed: dict[str, int | None]
) -> Finding:
    quotes = [revision.text[span.start : span.end] for span in found.spans]
    fingerprint = hashlib.sha256("\x1f".join([found.code, *quotes]).encode()).hexdigest()
    known = fingerprint in dismissed
    return Finding(
        revision=revision,
        run=run,
        code=found.code,
        severity=found.severity,
        message=found.message[:500],
        spans=[[span.start, span.end] for span in found.spans],
        fingerprint=fingerprint,
        status=FindingStatus.DISMISSED if known else FindingStatus.OPEN,
        answered_by_id=dismissed.get(fingerprint),
    )


def _reason(*parts: str) -> str:
    return "; ".join(part for part in parts if part)[:300]
