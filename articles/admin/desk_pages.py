"""What every page about one article has in common: who may open it, and its frame."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest

from articles.models import Article, Status, User
from articles.policies import can_edit, can_edit_knowledge, can_judge, can_publish, is_live
from articles.selectors.clock import database_now
from articles.selectors.desk import article_list

STATE_COLOURS = {
    Status.DRAFT: "default",
    Status.IN_REVIEW: "warning",
    Status.APPROVED: "info",
    Status.SCHEDULED: "primary",
    Status.PUBLISHED: "success",
    Status.WITHDRAWN: "danger",
}


def person_of(request: HttpRequest) -> User:
    """Return who is at the desk. The admin lets nobody else this far."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def find_article(request: HttpRequest, article_id: int) -> Article:
    """Return an article that the person works on. Raises Http404 for every other."""
    rows = article_list(request.user).select_related(
        "section", "draft_revision", "live_revision", "created_by", "document"
    )
    article = rows.filter(pk=article_id).first()
    if article is None:
        message = "No such article."
        raise Http404(message)
    return article


def page_context(
    request: HttpRequest, article: Article, *, page: str, **more: Any
) -> dict[str, Any]:
    """Return the context of one of an article's pages; `page` names the tab that is open."""
    person = person_of(request)
    now = database_now()
    return {
        **admin.site.each_context(request),
        "title": article.draft_revision.headline if article.draft_revision else article.slug,
        "article": article,
        "page": page,
        "state_colour": STATE_COLOURS[Status(article.status)],
        "may_edit": can_edit(person, article),
        "may_judge": can_judge(person, article),
        "may_exclude": can_edit_knowledge(person),
        "may_publish": can_publish(person, article),
        "live": is_live(article, now=now),
        "now": now,
        **more,
    }
