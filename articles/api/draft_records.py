"""An article as those who work on it get it: the draft's words, where it stands, what is proposed."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from articles.documents.addresses import absolute
from articles.documents.contract import citation_json, named_json, quantity_json
from articles.documents.dates import iso_utc
from articles.models import Annotation, Article, Correction, Figure, Finding, Mention, subject_of
from articles.selectors.catalogue import Draft

Record = dict[str, Any]


def draft_card(row: Any) -> Record:
    """Return an article as the desk's list shows it; `row` has its open work with it."""
    return {
        **_standing(row),
        "headline": row.headline,
        "edited_at": _instant(row.edited_at),
        "open_findings": row.open_findings,
        "open_proposals": row.open_proposals,
    }


def draft_record(draft: Draft) -> Record:
    """Return a draft whole. What may be written has the names under which it is written."""
    article, revision = draft.article, draft.revision
    return {
        **_standing(article),
        "headline": revision.headline,
        "summary": revision.summary,
        "body_html": revision.body,
        "faq": [{"question": one.question, "answer": one.answer} for one in revision.faq.all()],
        "cards": revision.cards,
        "byline": [{"person": one.person.slug, "role": one.role} for one in draft.bylines],
        "topics": [topic.slug for topic in draft.topics],
        "lead_image": str(article.lead_image.public_id) if article.lead_image else None,
        "primary_source_name": article.primary_source_name,
        "primary_source_url": article.primary_source_url,
        "source_stamp": article.source_stamp,
        "source_stamped_at": _instant(article.source_stamped_at),
        **_publication(article),
        "revision": revision.number,
        "revised_at": iso_utc(revision.created_at),
        "note": revision.note,
        "text": revision.text,
        "parts": [{"name": name, "start": s, "end": e} for name, s, e in revision.parts],
        "mentions": [_mention(one) for one in draft.mentions],
        "citations": [_citation(one) for one in draft.citations],
        "figures": [_figure(one) for one in draft.figures],
        "findings": [finding_record(one) for one in draft.findings],
        "corrections": [_correction(one) for one in draft.corrections],
    }


def proposal_record(row: Any) -> Record:
    """Return one mention, citation or figure of a draft."""
    if isinstance(row, Mention):
        return _mention(row)
    return _figure(row) if isinstance(row, Figure) else _citation(row)


def finding_record(finding: Finding) -> Record:
    """Return one finding of a draft."""
    return {
        "id": finding.pk,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "spans": [{"start": start, "end": end} for start, end in finding.spans],
        "status": finding.status,
        "note": finding.note,
        "answered_by": finding.answered_by.username if finding.answered_by else None,
        "answered_at": _instant(finding.answered_at),
    }


def _standing(article: Article) -> Record:
    return {
        "id": str(article.public_id),
        "address": absolute(reverse("api:desk-article", args=[article.public_id])),
        "version": article.version,
        "status": article.status,
        "section": article.section.slug,
        "kind": article.kind,
        "language": article.language,
        "slug": article.slug,
    }


def _publication(article: Article) -> Record:
    live = article.live_revision
    return {
        "first_published_at": _instant(article.first_published_at),
        "updated_at": _instant(article.updated_at),
        "visible_from": _instant(article.visible_from),
        "visible_until": _instant(article.visible_until),
        "withdrawn_at": _instant(article.withdrawn_at),
        "withdrawal_note": article.withdrawal_note,
        "live_revision": live.number if live else None,
    }


def _annotation(row: Annotation) -> Record:
    return {
        "id": row.pk,
        "start": row.start,
        "end": row.end,
        "quote": row.quote,
        "prefix": row.prefix,
        "suffix": row.suffix,
        "is_orphan": row.is_orphan,
        "score": round(row.score, 3),
        "method": row.method,
        "reason": row.reason,
        "judgement": row.judgement,
        "judged_by": row.judged_by.username if row.judged_by else None,
        "judged_at": _instant(row.judged_at),
    }


def _mention(mention: Mention) -> Record:
    subject = subject_of(mention)
    target = {"type": subject.facet_kind, **named_json(subject)} if subject else None
    return {
        **_annotation(mention),
        "kind": mention.kind,
        "name": mention.name,
        "key": mention.key,
        "target": target,
    }


def _citation(citation: Any) -> Record:
    return {**citation_json(citation), **_annotation(citation)}


def _figure(figure: Figure) -> Record:
    return {**_annotation(figure), **quantity_json(figure)}


def _correction(correction: Correction) -> Record:
    return {
        "note": correction.note,
        "was": correction.was,
        "now": correction.now,
        "published_at": _instant(correction.published_at),
    }


def _instant(moment: Any) -> str | None:
    return iso_utc(moment) if moment else None
