"""Take in a post: the raw arrival, an article, its first revision and the job, or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from slugify import slugify

from articles.actions._fit import require_fit
from articles.actions.add_byline import add_byline
from articles.actions.add_revision import add_revision
from articles.actions.queue_job import queue_job
from articles.actions.record_act import record_act
from articles.engine.errors import UnreadablePost
from articles.engine.names import name_key
from articles.engine.parsing import parse
from articles.engine.parsing.decoding import decode
from articles.engine.types import Document, Format, Metadata
from articles.models import Article, ArticleKind, JobKind, Post, Section, Source, Topic, User
from articles.policies import can_receive, require

__all__ = ["PostDiffers", "Receipt", "UnreadablePost", "receive_post"]

DEFAULT_SECTION = "News"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a post: its article, and whether it is new."""

    article: Article
    created: bool


class PostDiffers(Exception):
    """The sender's id is known with other words. The article that it belongs to is `article`."""

    def __init__(self, article: Article) -> None:
        """Keep the article, so that every door can point at it."""
        super().__init__("This id was received before, with other words.")
        self.article = article


@dataclass(frozen=True, slots=True)
class _Arrival:
    """Everything about one post, before anything is stored."""

    source: str
    external_id: str
    content_hash: str
    raw: str
    file_name: str
    document: Document


def receive_post(  # noqa: PLR0913
    *,
    raw: str | bytes,
    source: str,
    format: str | None = None,  # noqa: A002
    external_id: str = "",
    file_name: str = "",
    by: User | None = None,
    section: str = "",
) -> Receipt:
    """Store a post and start its article; the same post twice is one article.

    The same means: the same source and external id, or, without an id, the same words. `by=None`
    is the house itself. Raises UnreadablePost (field, reason), PostDiffers, NotAllowed.
    """
    require(by is None or can_receive(by), "bring in")
    known = Source.objects.filter(slug=_source_slug(source)).first()
    text = decode(raw) if isinstance(raw, bytes) else raw
    document = parse(
        text,
        format=Format(format) if format else None,
        source_zone=known.time_zone or None if known else None,
        day_first=known.day_first if known else None,
    )
    arrival = _Arrival(
        source=source,
        external_id=external_id or document.metadata.external_id,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        raw=text,
        file_name=file_name,
        document=document,
    )
    require_fit(
        document, source=source, external_id=arrival.external_id, file_name=arrival.file_name
    )
    if receipt := _known(arrival):
        return receipt
    try:
        return _store(arrival, by=by, section=section)
    except IntegrityError:  # somebody brought the same post in the same moment
        if receipt := _known(arrival):
            return receipt
        raise


def _known(arrival: _Arrival) -> Receipt | None:
    posts = Post.objects.select_related("article").filter(
        source__slug=_source_slug(arrival.source), external_id=arrival.external_id
    )
    if not arrival.external_id:
        posts = posts.filter(content_hash=arrival.content_hash)
    post = posts.first()
    if post is None:
        return None
    if post.content_hash != arrival.content_hash:
        raise PostDiffers(post.article)
    return Receipt(post.article, created=False)


@transaction.atomic
def _store(arrival: _Arrival, *, by: User | None, section: str) -> Receipt:
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
    return Receipt(article, created=True)


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
    return Source.objects.get_or_create(slug=_source_slug(name), defaults={"name": name})[0]


def _source_slug(name: str) -> str:
    slug = slugify(name, max_length=120)
    if not slug:
        raise UnreadablePost("source", "A post needs the name of its sender.")
    return slug
