"""Let the newest article lead again."""

from __future__ import annotations

from django.db import transaction

from articles.actions.lock_article import lock_article
from articles.actions.record_act import record_act
from articles.models import Lead, User
from articles.policies import can_choose_lead, require


@transaction.atomic
def release_lead(*, article_id: int, by: User) -> int:
    """Take the article from wherever it leads and `by` may choose; return from how many places.

    Raises NotAllowed for somebody who may choose no lead at all.
    """
    article = lock_article(article_id=article_id)
    require(can_choose_lead(by, article, on_front=False), "choose the lead with")
    leads = [
        lead
        for lead in Lead.objects.filter(article=article)
        if can_choose_lead(by, article, on_front=lead.section_id is None)
    ]
    for lead in leads:
        lead.delete()
    if leads:
        record_act(by=by, verb="release", subject=article, places=len(leads))
    return len(leads)
