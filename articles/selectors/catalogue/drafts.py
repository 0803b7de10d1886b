"""Articles as those who work on them see them: the draft, and what the engine proposes of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

from articles.models import (
    Article,
    Byline,
    Citation,
    Correction,
    Figure,
    Finding,
    Mention,
    Revision,
    Status,
    Topic,
)
from articles.selectors.catalogue.paging import Keyset, Page, Position
from articles.selectors.desk import desk_articles, with_open_work

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from articles.models import User

Proposed = TypeVar("Proposed", Mention, Citation, Figure, Finding)

_NEWEST: Keyset[Article] = Keyset(
    columns=("pk",), key_of=lambda article: (article.pk,), descending=True
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article with the words that are being written and all that is said of them."""

    article: Article
    revision: Revision
    bylines: list[Byline]
    topics: list[Topic]
    mentions: list[Mention]
    citations: list[Citation]
    figures: list[Figure]
    findings: list[Finding]
    corrections: list[Correction]


def drafts_page(
    user: User | AnonymousUser,
    *,
    status: Status | None = None,
    section: str = "",
    limit: int,
    position: Position | None = None,
) -> Page[Any]:
    """Return the newest articles that `user` works on, each with what is open about it. One query."""
    rows = with_open_work(desk_articles(user)).select_related("section", "draft_revision")
    if status:
        rows = rows.filter(status=status)
    if section:
        rows = rows.filter(section__slug=section)
    return _NEWEST.page(rows, limit=limit, position=position)


def desk_article(public_id: uuid.UUID, *, user: User | AnonymousUser) -> Article | None:
    """Return the article if `user` works on it, else None: to others it does not exist."""
    rows = desk_articles(user).select_related(
        "section", "lead_image", "draft_revision", "live_revision"
    )
    return rows.filter(public_id=public_id).first()


def draft_of(article: Article) -> Draft | None:
    """Return the draft of an article, or None where it has no words. Costs eight queries."""
    revision = article.draft_revision
    if revision is None:
        return None
    subjects = ("person", "organization")
    return Draft(
        article=article,
        revision=revision,
        bylines=list(article.bylines.select_related("person").order_by("position")),
        topics=cast("list[Topic]", list(article.topics.order_by("slug"))),
        mentions=list(revision.mentions.select_related(*subjects, "topic", "judged_by")),
        citations=list(revision.citations.select_related(*subjects, "judged_by")),
        figures=list(revision.figures.select_related("judged_by")),
        findings=list(revision.findings.select_related("answered_by").order_by("pk")),
        corrections=list(article.corrections.order_by("pk")),
    )


def proposed(model: type[Proposed], pk: int, *, user: User | AnonymousUser) -> Proposed | None:
    """Return what is proposed of a draft that `user` works on, or None.

    What was proposed of words that were replaced since is gone with them.
    """
    drafts = desk_articles(user).values("draft_revision")
    rows = model._default_manager.filter(revision__in=drafts, pk=pk)
    return rows.select_related("revision__article").first()
