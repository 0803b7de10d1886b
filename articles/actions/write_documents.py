"""Write what readers read: documents, facets, citations, figures and search row of a live article."""

from __future__ import annotations

from dataclasses import asdict

from django.contrib.postgres.search import SearchVector
from django.db.models import Value

from articles.documents import Documents, Edition, build_documents
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


def write_documents(*, article: Article, edition: Edition | None = None) -> StoredDocument:
    """Build every form of the article's live revision and replace those that are stored.

    With an `edition` they say what was said then. Call it in the transaction that changed the article, with its row locked.
    """
    if article.live_revision is None or not (article.first_published_at and article.updated_at):
        raise ValueError("Only a live article has documents.")
    built = build_documents(article, edition)
    window: dict[str, object] = {
        "visible_from": article.visible_from,
        "visible_until": article.visible_until,
    }
    _keep_old_address(article, built.path)
    stored, _created = StoredDocument.objects.update_or_create(
        article=article,
        defaults={
            **window,
            "revision": article.live_revision,
            "public_id": article.public_id,
            "kind": built.edition["article"]["kind"],
            "language": built.edition["article"]["language"].lower(),
            "published_at": article.first_published_at,
            "updated_at": article.updated_at,
            "document_version": article.document_version,
            **{name: getattr(built, name) for name in _COLUMNS},
            "depends_on": list(built.depends_on),
        },
    )
    Facet.objects.filter(article=article).delete()
    Facet.objects.bulk_create(
        Facet(article=article, kind=kind, target_id=target, is_central=is_central, **window)
        for kind, target, is_central in built.facets
    )
    StoredCitation.objects.filter(document=stored).delete()
    StoredCitation.objects.bulk_create(
        StoredCitation(document=stored, **asdict(form), **window) for form in built.citations
    )
    StoredFigure.objects.filter(document=stored).delete()
    StoredFigure.objects.bulk_create(
        StoredFigure(
            document=stored, published_at=article.first_published_at, **asdict(form), **window
        )
        for form in built.figures
    )
    _write_share_card(stored, built)
    _write_search_row(article, built, window)
    return stored


_COLUMNS = ("edition", "path", "headline", *FORMS, "etag", "renderer_version")


def _keep_old_address(article: Article, path: str) -> None:
    """Redirect from the address that the article had, and from nowhere to itself."""
    old = StoredDocument.objects.filter(article=article).values_list("path", flat=True).first()
    if old and old != path:
        Redirect.objects.update_or_create(path=old, defaults={"article": article})
    Redirect.objects.filter(path=path).delete()


def _write_share_card(document: StoredDocument, built: Documents) -> None:
    """Draw the card anew only where something on it changed."""
    words = built.share_card
    kept = ShareCard.objects.filter(document=document)
    if words is None:
        kept.delete()
    elif not kept.filter(name=words.name).exists():
        drawn = {"name": words.name, "data": draw_share_card(words)}
        ShareCard.objects.update_or_create(document=document, defaults=drawn)


def _write_search_row(article: Article, built: Documents, window: dict[str, object]) -> None:
    words = built.search
    vector = (
        SearchVector(Value(words.headline), weight="A", config=SEARCH_CONFIG)
        + SearchVector(Value(words.names), weight="B", config="simple")
        + SearchVector(Value(words.summary), weight="B", config=SEARCH_CONFIG)
        + SearchVector(Value(words.body), weight="C", config=SEARCH_CONFIG)
    )
    text = f"{words.summary}\n{words.body}"
    SearchRow.objects.update_or_create(
        article=article, defaults={**window, "text": text, "vector": vector}
    )
