"""How far a post is on its way, for whoever sent it and for the desk."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.models import EnrichmentRun, Job, JobKind, Post
from articles.policies import can_judge, can_receive

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from articles.models import User


@dataclass(frozen=True, slots=True)
class PostProgress:
    """A post with its article, the newest job that reads it, and the newest reading."""

    post: Post
    job: Job | None
    run: EnrichmentRun | None


def post_progress(public_id: uuid.UUID, *, user: User | AnonymousUser) -> PostProgress | None:
    """Return the progress of a post, or None where there is none that `user` may follow.

    Whoever sent it may, and whoever may judge what was found in it.
    """
    post = (
        Post.objects.select_related("source", "article")
        .defer("raw")
        .filter(public_id=public_id)
        .first()
    )
    if post is None or not _may_follow(user, post):
        return None
    return PostProgress(
        post=post,
        job=Job.objects.filter(article=post.article, kind=JobKind.ENRICH).first(),
        run=EnrichmentRun.objects.filter(article=post.article).first(),
    )


def _may_follow(user: User | AnonymousUser, post: Post) -> bool:
    return can_receive(user) and (post.received_by_id == user.pk or can_judge(user, post.article))
