"""Publishing articles chosen in the list: what would go out and what is open about it, then the act."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import pluralize
from django.template.response import TemplateResponse

from articles.actions.publish_articles import publish_articles
from articles.admin.desk_pages import person_of
from articles.models import Article

MOST = 100
"""How many are published at a time: a page that one person can still look through."""


def publish_chosen(request: HttpRequest, articles: QuerySet[Article]) -> HttpResponse | None:
    """Return the page that asks, or None once they are published: the list is shown again."""
    chosen = list(articles[: MOST + 1])
    if len(chosen) > MOST:
        messages.error(request, f"Choose at most {MOST} articles at a time.")
        return None
    if "confirmed" in request.POST:
        _publish(request, chosen)
        return None
    context = {**admin.site.each_context(request), "title": "Publish these?", "articles": chosen}
    return TemplateResponse(request, "desk/publish_chosen.html", context)


def _publish(request: HttpRequest, chosen: list[Article]) -> None:
    made = publish_articles(
        article_ids=[one.pk for one in chosen],
        by=person_of(request),
        expected_versions={one.pk: _version_seen(request, one) for one in chosen},
    )
    headlines = {one.pk: one.headline for one in chosen}  # type: ignore[attr-defined]
    for key, reason in made.refused.items():
        messages.warning(request, f"“{headlines[key]}” was not published. {reason}")
    if made.published:
        count = len(made.published)
        messages.success(request, f"{count} article{pluralize(count)} published.")


def _version_seen(request: HttpRequest, article: Article) -> int:
    """Return the version that the page showed; 0, which none has, where it showed none."""
    seen = request.POST.get(f"version-{article.pk}", "")
    return int(seen) if seen.isdecimal() else 0
