"""The demo's editor: a person's part in the main job, played through the same actions."""

from __future__ import annotations

import datetime as dt

from django.conf import settings

from articles.actions.judge_citation import judge_citation
from articles.actions.judge_figure import judge_figure
from articles.actions.judge_mention import judge_mention
from articles.actions.publish_article import publish_article
from articles.models import (
    Article,
    Citation,
    Figure,
    LinkState,
    Mention,
    MentionKind,
    User,
    Verdict,
)

SURE_OF_KNOWN = 0.5  # the knowledge base has the name: accepted unless the engine doubts it
SURE_OF_NEW = 0.8  # a new name becomes a record only where the engine is sure
SPANS_OF_TIME = ("hours", "days", "weeks", "months", "years")  # no reader looks for these in a box
NEW_KINDS = (MentionKind.PERSON, MentionKind.ORG)


def judge_article(article: Article, *, by: User) -> None:
    """Answer every proposal of the article's draft as a quick but careful editor would."""
    revision = article.draft_revision_id
    for mention in Mention.objects.filter(revision=revision).proposals().order_by("key", "-score"):
        mention.refresh_from_db()
        if mention.judgement == Verdict.NONE:
            answer = Verdict.ACCEPTED if _is_sure(mention) else Verdict.REJECTED
            judge_mention(mention_id=mention.pk, by=by, answer=answer)
    for citation in Citation.objects.filter(revision=revision).proposals():
        state = None if citation.url else LinkState.NONE
        judge_citation(citation_id=citation.pk, by=by, answer=Verdict.ACCEPTED, link_state=state)
    for figure in Figure.objects.filter(revision=revision).proposals():
        wanted = figure.unit not in SPANS_OF_TIME and figure.score >= settings.PROPOSALS_SHOWN_FROM
        answer = Verdict.ACCEPTED if wanted else Verdict.REJECTED
        judge_figure(figure_id=figure.pk, by=by, answer=answer)


def publish(article: Article, *, by: User, first_published_at: dt.datetime | None) -> Article:
    """Publish the draft, under the date of its first publication where the post gives one."""
    return publish_article(article_id=article.pk, by=by, first_published_at=first_published_at)


def _is_sure(mention: Mention) -> bool:
    if mention.person_id or mention.organization_id or mention.topic_id:
        return mention.score >= SURE_OF_KNOWN
    if mention.kind == MentionKind.HANDLE:
        return True
    return mention.kind in NEW_KINDS and mention.score >= SURE_OF_NEW
