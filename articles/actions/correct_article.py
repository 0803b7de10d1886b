"""Write a correction note."""

from __future__ import annotations

from django.db import transaction

from articles.actions.lock_article import lock_article
from articles.actions.record_act import record_act
from articles.models import LIVE_STATUSES, Correction, User
from articles.policies import can_publish, require


class NothingToCorrect(Exception):
    """Only what was published can be corrected."""


@transaction.atomic
def correct_article(
    *,
    article_id: int,
    by: User,
    note: str,
    was: str = "",
    now: str = "",
    expected_version: int | None = None,
) -> Correction:
    """Attach a note to the live revision. Readers see it with the next publication.

    Raises NothingToCorrect, StaleVersion, NotAllowed.
    """
    article = lock_article(article_id=article_id, expected_version=expected_version)
    require(can_publish(by, article), "correct")
    if article.status not in LIVE_STATUSES or article.live_revision is None:
        raise NothingToCorrect
    article.save(update_fields=["version"])
    correction = Correction.objects.create(
        article=article,
        supersedes=article.live_revision,
        note=note,
        was=was,
        now=now,
        created_by=by,
    )
    record_act(by=by, verb="correct", subject=article, note=note)
    return correction
