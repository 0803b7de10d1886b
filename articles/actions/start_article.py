"""Begin an article with the post that it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from slugify import slugify

from articles.actions._arrival import Arrival, source_slug
from articles.actions.add_byline import add_byline
from articles.actions.add_revision import add_revision
from articles.actions.queue_job import queue_job
from articles.actions.record_act import record_act
from articles.engine.names import name_key
from articles.engine.types import Document, Metadata
from articles.models import Article, ArticleKind, JobKind, Post, Section, Source, Topic, User

DEFAULT_SECTION = "News"


@transaction.atomic
def start_article(*, arrival: Arrival, by: User | None, section: str = "") -> Article:
    """Store a post with its article, first revision, byline and job: all of it or nothing.

    Who may is for the caller to say. Raises IntegrityError where the same post is stored already.
    """
    document, metadata = arrival.document, arrival.document.metadata
    post = Post.objects.create(
        source=_source(arrival.source),
        external_id=arrival.external_id,
        content_hash=arrival.content_hash,
        format=document.format,
        raw=arrival.raw,
        file_name=arrival.file_name,
        received_by=by,
    )
    article = _article(post, document, section=section or metadata.section, by=by)
    article.topics.set(_known_topics(metadata.topics))
    revision = add_revision(article=article, document=document, by=by)
    article.save(update_fields=["draft_revision"])
    for position, name in enumerate(metadata.authors):
        add_byline(article=article, name=name, position=position)
    queue_job(kind=JobKind.ENRICH, article=article, content_hash=revision.content_hash, by=by)
    record_act(by=by, verb="receive", subject=article, source=arrival.source)
    return article


def _article(post: Post, document: Document, *, section: str, by: User | None) -> Article:
    metadata = document.metadata
    stamp = metadata.updated or metadata.published
    return Article.objects.create(
        post=post,
        slug=slugify(document.headline, max_length=80, word_boundary=True) or "article",
        section=_section(section),
        kind=metadata.kind if metadata.kind in ArticleKind.values else ArticleKind.NEWS,
        language=metadata.language or "en",
        primary_source_name=metadata.source_name,
        primary_source_url=_web_address(metadata),
        source_stamp=stamp.raw if stamp else "",
        source_stamped_at=stamp.instant if stamp else None,
        created_by=by,
    )


def _known_topics(names: Iterable[str]) -> Iterable[int]:
    """Return the keys of the topics that have these names; what the house does not know is left out."""
    keys = [name_key(name) for name in names]
    return Topic.objects.filter(aliases__key__in=keys).values_list("pk", flat=True).distinct()


def _web_address(metadata: Metadata) -> str:
    return metadata.source_url if metadata.source_url.startswith(("https://", "http://")) else ""


def _section(name: str) -> Section:
    """Return the section of that name or slug; an unknown one is left for an editor to choose."""
    found = Section.objects.filter(slug=slugify(name)).first() if name else None
    return (
        found
        or Section.objects.get_or_create(
            slug=slugify(DEFAULT_SECTION), defaults={"name": DEFAULT_SECTION, "position": 99}
        )[0]
    )


def _source(name: str) -> Source:
    return Source.objects.get_or_create(slug=source_slug(name), defaults={"name": name})[0]
