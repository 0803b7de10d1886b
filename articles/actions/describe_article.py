"""Change what an article says about itself beside its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.db import transaction

from articles.actions.lock_article import lock_article
from articles.actions.record_act import record_act
from articles.models import Article, Byline, Person, Topic, User
from articles.policies import can_edit, require

__all__ = ["Author", "describe_article"]

Author = tuple[Person, str]
"""Somebody in the byline, and in what role."""

COLUMNS = frozenset(
    {
        "section",
        "kind",
        "slug",
        "language",
        "lead_image",
        "primary_source_name",
        "primary_source_url",
        "source_stamp",
        "source_stamped_at",
    }
)


@transaction.atomic
def describe_article(
    *,
    article_id: int,
    by: User,
    expected_version: int,
    bylines: Sequence[Author] | None = None,
    topics: Collection[Topic] | None = None,
    **columns: Any,
) -> Article:
    """Set the columns given (any of COLUMNS) and, unless they are None, byline and topics.

    Public bytes change with the next publication only. What is the same already changes nothing.
    Raises StaleVersion, NotAllowed, and TypeError for a column that is not described here.
    """
    if unknown := set(columns) - COLUMNS:
        message = f"Not a description of an article: {', '.join(sorted(unknown))}."
        raise TypeError(message)
    article = lock_article(article_id=article_id, expected_version=expected_version)
    require(can_edit(by, article), "edit")
    changed = sorted(name for name, value in columns.items() if getattr(article, name) != value)
    for name in changed:
        setattr(article, name, columns[name])
    if bylines is not None and _write_bylines(article, bylines):
        changed.append("bylines")
    if topics is not None and set(topics) != set(article.topics.all()):
        article.topics.set(topics)
        changed.append("topics")
    if not changed:
        article.version = expected_version
        return article
    # Once more, for the section that it would be in: nobody moves an article out of their reach.
    require(can_edit(by, article), "move")
    article.save()
    record_act(by=by, verb="describe", subject=article, columns=changed)
    return article


def _write_bylines(article: Article, authors: Sequence[Author]) -> bool:
    """Replace the byline where it differs. Returns whether it did."""
    before = [(row.person_id, row.role) for row in article.bylines.order_by("position")]
    if before == [(person.pk, role) for person, role in authors]:
        return False
    article.bylines.all().delete()
    Byline.objects.bulk_create(
        Byline(article=article, person=person, role=role, position=position)
        for position, (person, role) in enumerate(authors)
    )
    return True
