"""The API's articles as an ordinary ModelViewSet: rows with all that belongs to them, written out.

Measured beside the house's own since its beginning, and not changed after: the same JSON, few
queries (select_related, prefetch_related), a keyset, orjson, and an index for the search.
"""

from __future__ import annotations

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.db.models.functions import Now
from rest_framework.pagination import CursorPagination
from rest_framework.viewsets import ModelViewSet

from articles.api.authentication import ApiKeyAuthentication
from articles.models import Article, Byline, Citation, Correction, FaqEntry, Figure, Mention
from bench.ordinary.viewset_serializers import CardSerializer, DetailSerializer

_IN_ORDER = ("start", "end", "pk")


class Newest(CursorPagination):
    page_size = 20
    ordering = ("-visible_from", "-pk")


class ArticleViewSet(ModelViewSet):
    """Live articles; `person` (slug) and `q` narrow the list."""

    authentication_classes = [ApiKeyAuthentication]
    http_method_names = ["get", "head"]
    lookup_field = "public_id"
    pagination_class = Newest
    throttle_classes = []

    def get_serializer_class(self) -> type[CardSerializer]:
        return DetailSerializer if self.action == "retrieve" else CardSerializer

    def get_queryset(self) -> QuerySet[Article]:
        bylines = Byline.objects.select_related("person").order_by("position", "pk")
        articles = (
            Article.objects.live_at(Now())
            .select_related("section", "live_revision", "lead_image")
            .prefetch_related(Prefetch("bylines", bylines))
        )
        return _whole(articles) if self.action == "retrieve" else articles

    def filter_queryset(self, queryset: QuerySet[Article]) -> QuerySet[Article]:
        asked = self.request.query_params
        if person := asked.get("person"):
            queryset = queryset.filter(_names(Mention, person) | _names(Citation, person))
        if words := asked.get("q"):
            query = SearchQuery(words, search_type="websearch", config="english")
            queryset = queryset.filter(search_row__vector=query)
        return queryset


def _names(model: type[Mention | Citation], person: str) -> Exists:
    rows = model.objects.accepted().filter(person__slug=person)
    return Exists(rows.filter(revision=OuterRef("live_revision")))


def _whole(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Fetch along everything that an article shows."""
    mentions = (
        Mention.objects.accepted()
        .select_related("person", "organization", "topic")
        .prefetch_related("person__accounts", "organization__accounts", "topic__accounts")
    )
    citations = (
        Citation.objects.accepted()
        .select_related("person", "organization")
        .prefetch_related("person__accounts", "organization__accounts")
    )
    corrections = Correction.objects.filter(published_at__isnull=False)
    return articles.prefetch_related(
        Prefetch("live_revision__mentions", mentions.order_by(*_IN_ORDER)),
        Prefetch("live_revision__citations", citations.order_by(*_IN_ORDER)),
        Prefetch("live_revision__figures", Figure.objects.accepted().order_by(*_IN_ORDER)),
        Prefetch("live_revision__faq", FaqEntry.objects.order_by("position")),
        Prefetch("corrections", corrections.order_by("-published_at", "-pk")),
        "topics__accounts",
    )
