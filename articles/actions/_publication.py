"""What publishing changes of an article before anything is written: its state, its window, its dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from articles.actions.keep_superseded import keep_superseded
from articles.models import Article, ChangeKind, Correction, Status
from articles.policies import is_live


class CannotPublish(Exception):
    """The article is not in a state to be published; `reason` says why."""

    def __init__(self, reason: str) -> None:
        """Keep the reason, for the person who asked."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for, at which instant, and which corrections wait to go out with it."""

    now: dt.datetime
    visible_from: dt.datetime | None = None
    visible_until: dt.datetime | None = None
    archived_at: dt.datetime | None = None
    corrections: Sequence[Correction] = ()


def let_live(article: Article, plan: Plan) -> ChangeKind:
    """Let the draft of a locked article be what the public reads; return what kind of change it is.

    The corrections that wait go out, and the page that they or other words supersede is kept. The
    caller saves the article. Raises CannotPublish, and has changed no row then.
    """
    was_live = is_live(article, now=plan.now)
    _set_window(article, plan, was_live=was_live)
    kind = _change_kind(plan, was_live=was_live)
    _set_dates(article, plan, kind)
    if plan.corrections:
        waiting = article.corrections.filter(published_at=None)
        waiting.update(published_at=article.updated_at)
    if was_live and article.live_revision_id != article.draft_revision_id:
        keep_superseded(article=article, at=plan.now)
    article.live_revision = article.draft_revision
    article.withdrawn_at = None
    article.withdrawal_note = ""
    article.document_version += 1
    return kind


def _change_kind(plan: Plan, *, was_live: bool) -> ChangeKind:
    if not was_live:
        return ChangeKind.PUBLISHED
    return ChangeKind.CORRECTED if plan.corrections else ChangeKind.UPDATED


def _set_window(article: Article, plan: Plan, *, was_live: bool) -> None:
    if article.draft_revision is None:
        raise CannotPublish("There are no words to publish.")
    if was_live:
        if plan.visible_from and plan.visible_from > plan.now:
            raise CannotPublish("It is public already: it cannot be scheduled for later.")
    else:
        article.visible_from = _begin(article, plan)
    if plan.visible_until and article.visible_from and plan.visible_until <= article.visible_from:
        raise CannotPublish("It would end before it begins.")
    article.visible_until = plan.visible_until
    is_later = article.visible_from is not None and article.visible_from > plan.now
    article.status = Status.SCHEDULED if is_later else Status.PUBLISHED


def _begin(article: Article, plan: Plan) -> dt.datetime:
    """Return from when on it is public: now, the hour asked for, or an archive's own date."""
    if plan.archived_at and article.first_published_at is None:
        return min(plan.now, plan.archived_at.replace(microsecond=0))
    if plan.visible_from:
        return max(plan.now, plan.visible_from.replace(microsecond=0))
    return plan.now


def _set_dates(article: Article, plan: Plan, kind: ChangeKind) -> None:
    first = article.first_published_at
    if first is None or first > plan.now:
        article.first_published_at = article.updated_at = article.visible_from
        return
    before, after = article.live_revision, article.draft_revision
    changed = before is None or after is None or before.content_hash != after.content_hash
    if changed or kind != ChangeKind.UPDATED:
        article.updated_at = max(plan.now, article.visible_from or plan.now)
