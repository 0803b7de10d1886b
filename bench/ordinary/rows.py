"""What the ordinary views read: live articles, with what a list shows of each fetched along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.db.models.functions import Now

from articles.documents.addresses import article_path
from articles.documents.dates import Moment, whole_seconds
from articles.documents.material import Material
from articles.models import Article, Byline, Citation, Correction, Mention, Person, Revision

_IN_ORDER = ("start", "end", "pk")


def live() -> QuerySet[Article]:
    """Return what the public may read now, newest first, with section and words."""
    return (
        Article.objects.live_at(Now())
        .select_related("section", "live_revision", "lead_image")
        .order_by("-visible_from", "-pk")
    )


def with_authors(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Fetch the bylines along. One query."""
    bylines = Byline.objects.select_related("person").order_by("position", "pk")
    return articles.prefetch_related(Prefetch("bylines", bylines))


def with_teaser_rows(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Fetch along what a teaser shows: authors, corrections, how many sources. Three queries."""
    citations = Citation.objects.accepted().select_related("person", "organization")
    return with_authors(articles).prefetch_related(
        Prefetch("corrections", Correction.objects.filter(published_at__isnull=False)),
        Prefetch("live_revision__citations", citations.order_by(*_IN_ORDER)),
    )


def card_material(article: Article) -> Material:
    """Return an article, fetched `with_authors`, in the form that the house's renderers take."""
    return Material(
        edition={},
        article=article,
        revision=article.live_revision,
        path=article_path(article),
        published=Moment.of(whole_seconds(article.first_published_at)),
        updated=Moment.of(whole_seconds(article.updated_at)),
        authors=tuple(article.bylines.all()),
        mentions=(),
        citations=(),
        figures=(),
        faq=(),
        corrections=(),
        superseded=(),
        subjects=(),
        given=(),
    )


def teaser_material(article: Article) -> Material:
    """Return an article, fetched `with_teaser_rows`, in the form that the renderers take."""
    return replace(
        card_material(article),
        citations=tuple(article.live_revision.citations.all()),
        corrections=tuple(article.corrections.all()),
    )


def naming(person: Person) -> QuerySet[Article]:
    """Return the live articles whose public annotations name or cite a person."""
    named = Exists(Mention.objects.accepted().filter(revision=OuterRef("pk"), person=person))
    cited = Exists(Citation.objects.accepted().filter(revision=OuterRef("pk"), person=person))
    return live().filter(live_revision__in=Revision.objects.filter(named | cited))


def named_in_public(organizations: Iterable[int]) -> set[int]:
    """Return which of these organizations a live article names or cites. Two queries."""
    public = Article.objects.live_at(Now()).values("live_revision")
    return {
        found
        for model in (Mention, Citation)
        for found in model.objects.accepted()
        .filter(revision__in=public, organization__in=organizations)
        .values_list("organization", flat=True)
        .distinct()
    }
