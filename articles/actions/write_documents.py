"""Write what readers read: documents, facets, citations, figures and search rows of live articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.contrib.postgres.search import SearchVector
from django.db.models import Value

from articles.documents import Documents, Edition, build_all
from articles.documents.build import FORMS
from articles.models import (
    Article,
    Facet,
    Redirect,
    SearchRow,
    ShareCard,
    StoredCitation,
    StoredDocument,
    StoredFigure,
)
from articles.pictures.share_card import draw_share_card

SEARCH_CONFIG = "english"
_FORMS = ("edition", "path", "headline", *FORMS, "etag", "renderer_version")

Built = Sequence[tuple[Article, Documents]]


def write_documents(
    *, articles: Sequence[Article], editions: Mapping[int, Edition] | None = None
) -> list[StoredDocument]:
    """Build every form of each article's live revision and replace those that are stored.

    The statements are as many for some articles as for one. With an edition, which `editions`
    gives by article, the forms say what was said then. Call it in the transaction that changed the
    articles, with their rows locked.
    """
    for article in articles:
        if article.live_revision is None or not (article.first_published_at and article.updated_at):
            raise ValueError("Only a live article has documents.")
    built = list(zip(articles, build_all(articles, editions or {}), strict=True))
    rows = StoredDocument.objects.filter(article__in=articles)
    old = dict(rows.values_list("article_id", "path"))
    _keep_old_addresses(built, old)
    if old:
        Facet.objects.filter(article__in=old).delete()
        StoredCitation.objects.filter(document__in=old).delete()
        StoredFigure.objects.filter(document__in=old).delete()
    stored = [_document(article, one) for article, one in built]
    _replace(StoredDocument, stored)
    Facet.objects.bulk_create(
        Facet(
            article=article,
            kind=kind,
            target_id=target,
            is_central=is_central,
            **_window(article),
        )
        for article, one in built
        for kind, target, is_central in one.facets
    )
    StoredCitation.objects.bulk_create(
        StoredCitation(document_id=article.pk, **asdict(form), **_window(article))
        for article, one in built
        for form in one.citations
    )
    StoredFigure.objects.bulk_create(
        StoredFigure(
            document_id=article.pk,
            **asdict(form),
            **_window(article),
            published_at=_dates(article)["published_at"],
        )
        for article, one in built
        for form in one.figures
    )
    _write_share_cards(built, old)
    _replace(SearchRow, [_search_row(article, one) for article, one in built])
    return stored


def _window(article: Article) -> dict[str, Any]:
    return {"visible_from": article.visible_from, "visible_until": article.visible_until}


def _dates(article: Article) -> dict[str, Any]:
    return {"published_at": article.first_published_at, "updated_at": article.updated_at}


def _document(article: Article, built: Documents) -> StoredDocument:
    return StoredDocument(
        article=article,
        **_window(article),
        revision=article.live_revision,
        public_id=article.public_id,
        kind=built.edition["article"]["kind"],
        language=built.edition["article"]["language"].lower(),
        **_dates(article),
        document_version=article.document_version,
        **{name: getattr(built, name) for name in _FORMS},
        depends_on=list(built.depends_on),
    )


def _replace(table: Any, rows: Sequence[Any]) -> None:
    """Store rows, each in the place of the one with its key."""
    columns = [one.name for one in table._meta.concrete_fields if not one.primary_key]
    table.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=[table._meta.pk.name], update_fields=columns
    )


def _keep_old_addresses(built: Built, old: Mapping[int, str]) -> None:
    """Redirect from the address that each article had, and from nowhere to itself."""
    for article, one in built:
        path = old.get(article.pk)
        if path and path != one.path:
            Redirect.objects.update_or_create(path=path, defaults={"article": article})
    Redirect.objects.filter(path__in=[one.path for _article, one in built]).delete()


def _write_share_cards(built: Built, old: Iterable[int]) -> None:
    """Draw a card anew only where something on it changed."""
    kept: dict[int, str] = {}
    if old:
        stored = ShareCard.objects.filter(document__in=old)
        kept = dict(stored.values_list("document_id", "name"))
    drawn, unneeded = [], []
    for article, one in built:
        words = one.share_card
        if words is None:
            unneeded.append(article.pk)
        elif kept.get(article.pk) != words.name:
            card = ShareCard(document_id=article.pk, name=words.name, data=draw_share_card(words))
            drawn.append(card)
    if kept and unneeded:
        ShareCard.objects.filter(document__in=unneeded).delete()
    _replace(ShareCard, drawn)


def _search_row(article: Article, built: Documents) -> SearchRow:
    words = built.search
    vector = (
        SearchVector(Value(words.headline), weight="A", config=SEARCH_CONFIG)
        + SearchVector(Value(words.names), weight="B", config="simple")
        + SearchVector(Value(words.summary), weight="B", config=SEARCH_CONFIG)
        + SearchVector(Value(words.body), weight="C", config=SEARCH_CONFIG)
    )
    text = f"{words.summary}\n{words.body}"
    return SearchRow(article=article, **_window(article), text=text, vector=vector)
