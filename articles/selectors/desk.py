"""What the desk lists: articles with what is open about them, and what waits for whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.models import (
    Article,
    Citation,
    EnrichmentRun,
    Figure,
    Finding,
    FindingStatus,
    Job,
    JobState,
    Mention,
    Person,
    Role,
    Status,
    User,
    Verdict,
)
from articles.policies import EDITORS, role_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db import models


def desk_articles(user: User | AnonymousUser) -> QuerySet[Article]:
    """Return the articles whose drafts `user` may read.

    Narrower than `visible_to`: a reporter may read everybody's published words on the site, but
    not the words that somebody else is writing for a live article.
    """
    visible: QuerySet[Article] = Article.objects.visible_to(user)
    role = role_of(user)
    if role in EDITORS:
        return visible
    if role == Role.NONE:
        return visible.none()
    involved = Q(created_by=user.pk)
    if role == Role.SECTION_EDITOR and isinstance(user, User):
        involved |= Q(section__in=user.sections.values("pk"))
    return visible.filter(involved)


def with_open_work(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Add `headline`, `edited_at`, `open_findings`, `open_proposals`, `job_state`, `run_state`."""
    return articles.annotate(
        headline=F("draft_revision__headline"),
        edited_at=F("draft_revision__created_at"),
        open_findings=_count(Finding, status=FindingStatus.OPEN),
        open_proposals=_open_proposals(),
        job_state=Subquery(_newest(Job, "state")),
        run_state=Subquery(_newest(EnrichmentRun, "state")),
    )


def article_list(user: User | AnonymousUser) -> QuerySet[Article]:
    """Return the desk's list for `user`, newest first, at a constant number of queries."""
    return with_open_work(desk_articles(user)).select_related("section").order_by("-pk")


def possible_authors(article: Article | None) -> QuerySet[Person]:
    """Return who may stand in the byline: those who write for the house, and who stands there."""
    may = Q(is_staff_author=True)
    if article is not None:
        may |= Q(pk__in=article.bylines.values("person"))
    return cast("QuerySet[Person]", Person.objects.filter(may))


@dataclass(frozen=True, slots=True)
class Dashboard:
    """What a person at the desk should know first."""

    waiting: list[Article]
    waiting_count: int
    in_review: int
    scheduled_today: list[Article]
    public: list[Article]
    quarantined: int
    open_findings: int


def dashboard(user: User, *, shown: int = 8) -> Dashboard:
    """Return the first page of the desk. "Today" is the day in the zone that is active."""
    articles = article_list(user)
    waiting = articles.filter(_waits_for(user))
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    scheduled = articles.filter(
        status=Status.SCHEDULED,
        visible_from__gte=start,
        visible_from__lt=start + dt.timedelta(days=1),
    )
    own = desk_articles(user)
    return Dashboard(
        waiting=list(waiting[:shown]),
        waiting_count=waiting.count(),
        in_review=own.filter(status=Status.IN_REVIEW).count(),
        scheduled_today=list(scheduled.order_by("visible_from")[:shown]),
        public=list(articles.filter(status=Status.PUBLISHED).order_by("-visible_from")[:shown]),
        quarantined=Job.objects.filter(state=JobState.QUARANTINED, article__in=own).count(),
        open_findings=Finding.objects.filter(
            status=FindingStatus.OPEN, revision__in=own.values("draft_revision")
        ).count(),
    )


def _waits_for(user: User) -> Q:
    """Return what waits: own drafts; for editors also what is in review, approved or nobody's."""
    own = Q(status=Status.DRAFT, created_by=user.pk)
    if role_of(user) == Role.REPORTER:
        return own
    nobodys = Q(status=Status.DRAFT, created_by=None)
    return own | nobodys | Q(status__in=[Status.IN_REVIEW, Status.APPROVED])


def _open_proposals() -> Any:
    """Count likely names once, as the review asks for them, sources and likely figures each."""
    likely: dict[str, Any] = {
        "judgement": Verdict.NONE,
        "score__gte": settings.PROPOSALS_SHOWN_FROM,
    }
    names, figures = _count(Mention, of="key", **likely), _count(Figure, **likely)
    return names + _count(Citation, judgement=Verdict.NONE) + figures


def _count(model: type[models.Model], *, of: str = "pk", **conditions: Any) -> Coalesce:
    """Return a subquery that counts rows of the draft revision, and nothing of the outer query."""
    rows = (
        model._default_manager.filter(revision=OuterRef("draft_revision"), **conditions)
        .order_by()
        .values("revision")
        .annotate(number=Count(of, distinct=True))
        .values("number")
    )
    return Coalesce(Subquery(rows, output_field=IntegerField()), 0)


def _newest(model: type[models.Model], column: str) -> QuerySet[Any]:
    return model._default_manager.filter(article=OuterRef("pk")).order_by("-pk").values(column)[:1]
