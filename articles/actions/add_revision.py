"""Store the words of an article."""

from __future__ import annotations

import hashlib
from dataclasses import asdict

from django.db.models import Max

from articles.engine.recognizers import faq
from articles.engine.types import Document
from articles.models import Article, FaqEntry, Revision, User


def add_revision(
    *, article: Article, document: Document, by: User | None = None, note: str = ""
) -> Revision:
    """Insert the next revision of `article` with its FAQ entries, and make it the draft.

    Call it in a transaction that holds the article's row. Returns the revision.
    """
    last = article.revisions.aggregate(number=Max("number"))["number"] or 0
    revision = Revision.objects.create(
        article=article,
        number=last + 1,
        headline=document.headline,
        summary=document.summary,
        body=document.body_html,
        cards=[asdict(card) for card in document.cards],
        text=document.text,
        parts=[[part.name, part.start, part.end] for part in document.parts],
        content_hash=hashlib.sha256(document.text.encode()).hexdigest(),
        created_by=by,
        note=note,
    )
    FaqEntry.objects.bulk_create(_entries(revision, document))
    article.draft_revision = revision
    return revision


def _entries(revision: Revision, document: Document) -> list[FaqEntry]:
    grounds = [pair.ground for pair in faq.recognize(document)]
    grounds += [None] * (len(document.faq) - len(grounds))
    return [
        FaqEntry(
            revision=revision,
            position=position,
            question=pair.question,
            answer=pair.answer,
            ground_start=ground.start if ground else None,
            ground_end=ground.end if ground else None,
        )
        for position, (pair, ground) in enumerate(zip(document.faq, grounds, strict=False))
    ]
