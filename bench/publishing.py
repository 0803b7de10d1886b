"""What publishing costs: the action, beside saving the same rows when they are finished already."""

from __future__ import annotations

from copy import copy

from django.db import models, transaction

from articles.actions.publish_article import publish_article
from articles.models import (
    Article,
    AuditEntry,
    Change,
    Facet,
    SearchRow,
    StoredDocument,
    StoredFigure,
)
from bench.clock import Cost, Work, costs
from bench.corpus import APART, FIRST, Corpus

ACTION = "publish one article"
SAME_ROWS = "save its rows, finished before"
ONE_ROW = "save the row of the article alone"


def measure_publishing(corpus: Corpus, *, rounds: int, turns: int) -> dict[str, Cost]:
    """Return what a first publication costs, and what the rows alone cost.

    Every turn is a transaction that is rolled back: each one publishes the same article for the
    first time. So no turn waits for the disk, on neither side.
    """
    article, *others = _rows_of_publication(corpus)
    sides: dict[str, Work] = {
        ACTION: lambda: _publish(corpus),
        SAME_ROWS: lambda: _save([article, *others]),
        ONE_ROW: lambda: _save([article]),
    }
    return costs({name: _undone(work) for name, work in sides.items()}, rounds=rounds, turns=turns)


def _undone(work: Work) -> Work:
    def turn() -> None:
        with transaction.atomic():
            work()
            transaction.set_rollback(True)

    return turn


def _publish(corpus: Corpus) -> Article:
    date = FIRST + APART * len(corpus.published)
    return publish_article(article_id=corpus.waiting.pk, by=corpus.editor, first_published_at=date)


def _rows_of_publication(corpus: Corpus) -> list[models.Model]:
    """Publish, read every row that was written, and take it back."""
    with transaction.atomic():
        article = _publish(corpus)
        rows = [
            article,
            StoredDocument.objects.get(article=article),
            *Facet.objects.filter(article=article),
            SearchRow.objects.get(article=article),
            *StoredFigure.objects.filter(document=article.pk),
            Change.objects.get(article=article),
            AuditEntry.objects.filter(subject_id=article.pk, verb="publish").latest("pk"),
        ]
        transaction.set_rollback(True)
    return rows


def _save(rows: list[models.Model]) -> None:
    """Update the article and insert the others, the facets in one statement."""
    article, *others = rows
    article.save(force_update=True)
    facets = [row for row in others if isinstance(row, Facet)]
    for row in others:
        if not isinstance(row, Facet):
            copy(row).save(force_insert=True)
    Facet.objects.bulk_create(copy(row) for row in facets)
