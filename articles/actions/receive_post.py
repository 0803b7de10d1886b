"""Take in a post: the raw arrival, an article, its first revision and the job, or nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db import IntegrityError

from articles.actions._arrival import Arrival, source_slug
from articles.actions._fit import require_fit
from articles.actions.start_article import start_article
from articles.engine.errors import UnreadablePost
from articles.engine.parsing import parse
from articles.engine.parsing.decoding import decode
from articles.engine.types import Format
from articles.models import Article, Post, Source, User
from articles.policies import can_receive, require

__all__ = ["PostDiffers", "Receipt", "UnreadablePost", "receive_post"]


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
    known = Source.objects.filter(slug=source_slug(source)).first()
    text = decode(raw) if isinstance(raw, bytes) else raw
    document = parse(
        text,
        format=Format(format) if format else None,
        source_zone=known.time_zone or None if known else None,
        day_first=known.day_first if known else None,
    )
    arrival = Arrival(
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
        return Receipt(start_article(arrival=arrival, by=by, section=section), created=True)
    except IntegrityError:  # somebody brought the same post in the same moment
        if receipt := _known(arrival):
            return receipt
        raise


def _known(arrival: Arrival) -> Receipt | None:
    posts = Post.objects.select_related("article").filter(
        source__slug=source_slug(arrival.source), external_id=arrival.external_id
    )
    if not arrival.external_id:
        posts = posts.filter(content_hash=arrival.content_hash)
    post = posts.first()
    if post is None:
        return None
    if post.content_hash != arrival.content_hash:
        raise PostDiffers(post.article)
    return Receipt(post.article, created=False)
