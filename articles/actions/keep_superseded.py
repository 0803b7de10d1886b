"""Keep the page that readers read before another revision takes its place."""

from __future__ import annotations

import datetime as dt
from typing import cast

from articles.documents import render_superseded
from articles.models import Article, StoredDocument, StoredRevision


def keep_superseded(*, article: Article, at: dt.datetime) -> None:
    """Store the page of `article`'s live revision, which was public and is superseded at `at`.

    Call it in the publishing transaction, with the article's row locked, while the document of
    that revision still stands and after the corrections that supersede it went out.
    """
    found = StoredDocument.objects.filter(article=article).select_related("revision").first()
    if found is None:
        return
    document = cast("StoredDocument", found)
    revision = document.revision
    corrections = article.corrections.filter(published_at__isnull=False)
    StoredRevision.objects.update_or_create(
        document=document,
        number=revision.number,
        defaults={
            "headline": revision.headline,
            "page": render_superseded(
                document, at=at, corrections=corrections.order_by("published_at", "pk")
            ),
            "superseded_at": at,
        },
    )
