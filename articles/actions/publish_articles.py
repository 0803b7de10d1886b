"""Let the public read many articles: an archive that is brought in, or all that were approved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from articles.actions._merge_lock import exclude_merging
from articles.actions._publication import CannotPublish, Plan, let_live
from articles.actions.lock_article import StaleVersion
from articles.actions.record_acts import record_acts
from articles.actions.record_changes import record_changes
from articles.actions.write_documents import write_documents
from articles.models import Article, ChangeKind, Correction, User
from articles.policies import NotAllowed, can_publish, require
from articles.selectors.clock import database_now

CHUNK = 20
"""How many go out together: enough to share what they read, few enough to hold no lock for long."""

_WRITTEN = (
    "status",
    "first_published_at",
    "updated_at",
    "visible_from",
    "visible_until",
    "withdrawn_at",
    "withdrawal_note",
    "live_revision",
    "version",
    "document_version",
)


@dataclass(frozen=True, slots=True)
class Publications:
    """Which articles are public now, in the order in which they were given, and why others are not."""

    published: list[int] = field(default_factory=list)
    refused: dict[int, str] = field(default_factory=dict)


def publish_articles(
    *,
    article_ids: Sequence[int],
    by: User,
    first_published_at: Mapping[int, dt.datetime] | None = None,
    expected_versions: Mapping[int, int] | None = None,
) -> Publications:
    """Publish the drafts at once, as `publish_article` does one by one, and the same rows come of it.

    `first_published_at` is an archive's own date by article, `expected_versions` the version that
    the caller saw. Some at a time are one transaction, which is written or not as a whole. An
    article that may not be published, or was changed since, is left as it is, with the reason; the
    others go out. Any other error ends it: what was committed before stays.
    """
    made = Publications()
    wanted = list(dict.fromkeys(article_ids))
    seen = expected_versions or {}
    for start in range(0, len(wanted), CHUNK):
        chunk = _publish_chunk(wanted[start : start + CHUNK], by, first_published_at or {}, seen)
        made.published.extend(chunk.published)
        made.refused.update(chunk.refused)
    return made


@transaction.atomic
def _publish_chunk(
    wanted: Sequence[int],
    by: User,
    archived: Mapping[int, dt.datetime],
    seen: Mapping[int, int],
) -> Publications:
    exclude_merging()
    found = _locked(wanted)
    waiting = _waiting_corrections(found)
    now = database_now()
    made = Publications()
    changes: list[tuple[Article, ChangeKind]] = []
    for key in wanted:
        plan = Plan(now, archived_at=archived.get(key), corrections=waiting.get(key, ()))
        try:
            changes.append(_let_live(found.get(key), by, plan, seen.get(key)))
        except (CannotPublish, NotAllowed, StaleVersion) as error:
            made.refused[key] = str(error)
        else:
            made.published.append(key)
    if changes:
        _store(changes, by)
    return made


def _store(changes: Sequence[tuple[Article, ChangeKind]], by: User) -> None:
    articles = [article for article, _kind in changes]
    # They are there: none is created. It is far less work than bulk_update, which tells every
    # column by cases.
    Article.objects.bulk_create(
        articles, update_conflicts=True, unique_fields=["id"], update_fields=_WRITTEN
    )
    write_documents(articles=articles)
    record_changes(changes=changes)
    record_acts(
        by=by,
        verb="publish",
        acts=[(one, {"visible_from": str(one.visible_from)}) for one in articles],
    )


def _locked(wanted: Sequence[int]) -> dict[int, Article]:
    """Return the articles by key, locked in the order of their keys, so that no two chunks entangle."""
    rows = Article.objects.select_related(
        "draft_revision", "live_revision", "section", "lead_image"
    ).select_for_update(of=("self",))
    return {one.pk: one for one in rows.filter(pk__in=wanted).order_by("pk")}


def _waiting_corrections(found: Mapping[int, Article]) -> dict[int, list[Correction]]:
    waiting: dict[int, list[Correction]] = {}
    for one in Correction.objects.filter(article__in=found, published_at=None):
        waiting.setdefault(one.article_id, []).append(one)
    return waiting


def _let_live(
    article: Article | None, by: User, plan: Plan, expected_version: int | None
) -> tuple[Article, ChangeKind]:
    if article is None:
        raise CannotPublish("There is no such article.")
    if expected_version not in (None, article.version):
        raise StaleVersion(article)
    require(can_publish(by, article), "publish")
    article.version += 1
    return article, let_live(article, plan)
