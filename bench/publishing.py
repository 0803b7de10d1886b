"""What publishing costs: the action, beside saving the same article by the ORM."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any, Final

import uuid_utils.compat
from django.db import models, transaction

from articles.actions.publish_article import publish_article
from articles.actions.publish_articles import publish_articles
from articles.actions.receive_post import receive_post
from articles.models import (
    Article,
    AuditEntry,
    Change,
    Facet,
    Revision,
    Role,
    SearchRow,
    StoredCitation,
    StoredDocument,
    StoredFigure,
    User,
)
from bench.clock import Cost, Work, costs
from newsroom.synthetic import slots
from newsroom.synthetic.annotations import annotate
from newsroom.synthetic.house import SOURCE, House, slot_house
from newsroom.synthetic.posts import post

ACTION: Final = "publish one article"
WHOLE: Final = "save the article with its relations"
SAME_ROWS: Final = "save the rows that publishing writes, finished before"
ONE_BY_ONE: Final = "publish many, one by one"
TOGETHER: Final = "publish as many together"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that is judged and waits, who publishes it, and whom it may name."""

    article: Article
    editor: User
    house: House


def bring_in() -> Waiting:
    """Receive a post of the synthetic newsroom, and accept all that is in it."""
    editor = User.objects.create(username="bench", role=Role.EDITOR)
    house = slot_house()
    return Waiting(_judged(0, "waiting", house), editor, house)


def _judged(number: int, name: str, house: House) -> Article:
    article = receive_post(
        raw=post(number, 1), source=SOURCE, format="markdown", external_id=name
    ).article
    annotate(Revision.objects.get(article=article), house)
    return article


def measure_publishing(waiting: Waiting, *, rounds: int, turns: int) -> dict[str, Cost]:
    """Return what a first publication costs, and what saving costs.

    Every turn is a transaction that is rolled back: each one publishes the same article for the
    first time. So no turn waits for the disk, on neither side.
    """
    whole = _relations(waiting.article)
    finished = _rows_of_publication(waiting)
    sides: dict[str, Work] = {
        ACTION: lambda: _publish(waiting),
        WHOLE: lambda: _save_whole(waiting.article, whole),
        SAME_ROWS: lambda: _save(finished),
    }
    return costs({name: _undone(work) for name, work in sides.items()}, rounds=rounds, turns=turns)


def measure_batch(waiting: Waiting, *, articles: int, rounds: int) -> dict[str, Cost]:
    """Return what a first publication of each of so many articles costs, alone and among the others.

    They are brought in before, and all of it is taken back.
    """
    with transaction.atomic():
        keys = [_judged(one, f"batch {one}", waiting.house).pk for one in range(articles)]
        sides: dict[str, Work] = {
            ONE_BY_ONE: lambda: _publish_each(keys, waiting.editor),
            TOGETHER: lambda: _publish_together(keys, waiting.editor),
        }
        found = costs({name: _undone(work) for name, work in sides.items()}, rounds=rounds, turns=1)
        transaction.set_rollback(True)
    return {name: cost.shared_by(articles) for name, cost in found.items()}


def _publish_each(keys: list[int], editor: User) -> None:
    for key in keys:
        publish_article(article_id=key, by=editor, first_published_at=slots.INSTANT)


def _publish_together(keys: list[int], editor: User) -> None:
    dates = dict.fromkeys(keys, slots.INSTANT)
    made = publish_articles(article_ids=keys, by=editor, first_published_at=dates)
    if made.published != keys:
        raise ValueError(made.refused)


def _undone(work: Work) -> Work:
    def turn() -> None:
        with transaction.atomic():
            work()
            transaction.set_rollback(True)

    return turn


def _publish(waiting: Waiting) -> Article:
    return publish_article(
        article_id=waiting.article.pk, by=waiting.editor, first_published_at=slots.INSTANT
    )


def _relations(article: Article) -> list[models.Model]:
    """Return the rows that hang on an article's words."""
    revision = Revision.objects.get(article=article)
    related = (revision.faq, revision.mentions, revision.citations, revision.figures)
    return [row for rows in related for row in rows.all()]


def _save_whole(article: Article, rows: list[models.Model]) -> None:
    """Insert the article once more, as a form or a loader would: each row by its save()."""
    arrival = _new(article.post, external_id="again", public_id=uuid_utils.compat.uuid7())
    written = _new(article, post=arrival, draft_revision=None, public_id=uuid_utils.compat.uuid7())
    revision = _new(article.draft_revision, article=written)
    for row in rows:
        _new(row, revision=revision)
    for byline in article.bylines.all():
        _new(byline, article=written)
    written.topics.set(article.topics.all())
    written.draft_revision = revision
    written.save()


def _new(row: Any, **columns: Any) -> Any:
    """Insert a copy of a row with other columns."""
    other = copy(row)
    other.pk = None
    for name, value in columns.items():
        setattr(other, name, value)
    other.save(force_insert=True)
    return other


def _rows_of_publication(waiting: Waiting) -> list[models.Model]:
    """Publish, read every row that was written, and take it back."""
    with transaction.atomic():
        article = _publish(waiting)
        rows = [
            article,
            StoredDocument.objects.get(article=article),
            *Facet.objects.filter(article=article),
            *StoredCitation.objects.filter(document=article.pk),
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
