"""What the house's judgements teach: articles whose names and sources are all judged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef

from articles.models import Article, Citation, Mention, Revision, Status, Verdict

_AT_ONCE = 100


def judged_articles() -> Iterator[dict[str, Any]]:
    """Yield published articles in the form of the corpus, the first published first.

    Only those in which no name and no source waits for an answer: what nobody accepted is then
    known to be wrong. Rejected proposals are left out, changed ones are what they were changed to.
    """
    undecided = {"revision": OuterRef("live_revision"), "judgement": Verdict.NONE}
    articles = (
        Article.objects.filter(status=Status.PUBLISHED, live_revision__isnull=False)
        .filter(Exists(Mention.objects.accepted().filter(revision=OuterRef("live_revision"))))
        .exclude(Exists(Mention.objects.filter(**undecided)))
        .exclude(Exists(Citation.objects.filter(**undecided)))
        .select_related("live_revision")
        .order_by("first_published_at", "pk")
    )
    for article in articles.iterator(chunk_size=_AT_ONCE):
        if article.live_revision is not None:
            yield _row(article, article.live_revision)


def _row(article: Article, revision: Revision) -> dict[str, Any]:
    published = article.first_published_at
    return {
        "id": str(article.public_id),
        "text": revision.text,
        "published": published and published.isoformat(),
        "entities": [_name(one) for one in revision.mentions.accepted().order_by("start")],
        "attributions": [
            _attribution(one)
            for one in revision.citations.accepted().order_by("start", "cue_start")
        ],
    }


def _name(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "type": mention.kind,
        "text": mention.quote,
        "identity": mention.key,
    }


def _attribution(citation: Citation) -> dict[str, Any]:
    return {
        "id": citation.pk,
        "source": _span(citation.source_start, citation.source_end),
        "cue": _span(citation.cue_start, citation.cue_end),
        "content": citation.content,
    }


def _span(start: int | None, end: int | None) -> list[list[int]]:
    return [] if start is None or end is None else [[start, end]]
