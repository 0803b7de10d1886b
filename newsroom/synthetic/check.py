"""Whether loaded articles are what publishing would have written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from articles.actions.write_documents import write_documents
from articles.models import (
    Article,
    Facet,
    SearchRow,
    StoredCitation,
    StoredDocument,
    StoredFigure,
)

_WRITTEN: dict[Any, str] = {
    StoredDocument: "article",
    StoredCitation: "document",
    StoredFigure: "document",
    Facet: "article",
    SearchRow: "article",
}
_GIVEN_ANEW = {"id"}
_KEPT_KEYS = (StoredCitation,)
_CONTEXT = 60


class NotAsPublished(Exception):
    """A loaded row differs from the one that publishing writes."""


def require_as_published(articles: list[Article]) -> None:
    """Publish each again, compare every row, and take it back. Raises NotAsPublished."""
    for article in articles:
        with transaction.atomic():
            loaded = dict(_rows(article))
            write_documents(articles=[article])
            written = dict(_rows(article))
            transaction.set_rollback(True)
        for name, value in written.items():
            if loaded.get(name) != value:
                raise NotAsPublished(f"{article}: {name}{_difference(loaded.get(name), value)}")
        if left := loaded.keys() - written.keys():
            raise NotAsPublished(f"{article}: publishing writes no {min(left)}.")


def _difference(loaded: object, written: object) -> str:
    """Return where two values part, in few words."""
    ours, theirs = str(loaded), str(written)
    pairs = enumerate(zip(ours, theirs, strict=False))
    place = next((place for place, (our, their) in pairs if our != their), 0)
    begin = max(0, place - _CONTEXT)
    return f": {ours[begin : place + _CONTEXT]!r} instead of {theirs[begin : place + _CONTEXT]!r}"


def _rows(article: Article) -> Iterator[tuple[str, Any]]:
    """Yield every value of every row that publishing writes, each under a name."""
    for model, lookup in _WRITTEN.items():
        rows = model.objects.filter(**{lookup: article.pk}).values()
        anew = set() if model in _KEPT_KEYS else _GIVEN_ANEW
        plain = [{key: one for key, one in row.items() if key not in anew} for row in rows]
        for place, row in enumerate(sorted(plain, key=str)):
            for column, value in row.items():
                yield f"{model.__name__} {place} {column}", value
