"""Put an article first on the front page or in its section."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from articles.actions.lock_article import lock_article
from articles.actions.record_act import record_act
from articles.models import LIVE_STATUSES, Lead, User
from articles.policies import can_choose_lead, require
from articles.selectors.clock import database_now


class CannotLead(Exception):
    """The article cannot open a page; `reason` says why."""

    def __init__(self, reason: str) -> None:
        """Keep the reason, for the person who asked."""
        super().__init__(reason)
        self.reason = reason


@transaction.atomic
def choose_lead(
    *, article_id: int, by: User, on_front: bool, until: dt.datetime | None = None
) -> Lead:
    """Let the article open the front page or its section, in place of whichever did.

    It does while it is public, until `until` or until another is chosen; then the newest leads.
    Raises CannotLead, NotAllowed.
    """
    article = lock_article(article_id=article_id)
    require(can_choose_lead(by, article, on_front=on_front), "choose the lead with")
    if article.status not in LIVE_STATUSES:
        raise CannotLead("Only what is public or scheduled can lead.")
    if until is not None and until <= database_now():
        raise CannotLead("This hour has passed.")
    lead, _created = Lead.objects.update_or_create(
        section=None if on_front else article.section,
        defaults={"article": article, "until": until, "chosen_by": by},
    )
    record_act(by=by, verb="lead", subject=article, on_front=on_front, until=str(until or ""))
    return lead
