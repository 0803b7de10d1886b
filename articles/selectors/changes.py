"""What happened to public articles, for those who keep a copy.

Nobody misses a change, however transactions overlap: a sequence is given under a lock that is held
until its transaction is seen by all, so whoever sees a row sees every row before it. Reading stops
where a row is not seen: at a gap, and at one whose hour lies ahead (a clock that was set back).

An article that is hidden now has no history but its end: its id, and the public note if there is
one. Nothing is lost by that, since whatever makes it public again appends a row.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, F, Max, Min, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Now

from articles.models import LIVE_STATUSES, REMOVALS, Change, ChangeKind, Status

if TYPE_CHECKING:
    from articles.models import Article


class OutOfStep(Exception):
    """Changes are kept from `first` to `last`, and `since` is not among them: begin again."""

    def __init__(self, since: int, first: int, last: int) -> None:
        """Keep what was asked for and what there is; both are 0 where there is nothing."""
        super().__init__(since, first, last)
        self.since = since
        self.first = first
        self.last = last


@dataclass(frozen=True, slots=True)
class PublicChange:
    """One change. Of an article that is gone all that may be said is its id, and perhaps a note.

    `version` is what the document was after this change; `path` and `etag` are what it has now.
    """

    sequence: int
    kind: ChangeKind
    at: dt.datetime
    public_id: uuid.UUID
    version: int | None = None
    path: str = ""
    etag: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChangePage:
    """Some changes, up to which sequence that was looked at, and whether there is more now."""

    changes: list[PublicChange]
    sequence: int
    is_more: bool


def changes_after(since: int, *, limit: int) -> ChangePage:
    """Return what happened after `since`, in commit order. One query.

    It looks at `limit` rows, whatever they hold, so that every page costs the same: what is not
    to be told makes a page shorter. Raises OutOfStep where `since` is no sequence that is kept.
    """
    known = 1 if since else 0  # the row that the caller saw last proves that nothing is missing
    rows = list(_rows().filter(sequence__gte=since).order_by("sequence")[: known + limit + 1])
    begin = since or 1
    if (since and not rows) or (rows and rows[0].sequence != begin):
        raise OutOfStep(since, *_reach())
    new = list(_unbroken(rows, begin))[known:]
    page = new[:limit]
    return ChangePage(
        changes=[_public(row) for row in page if row.is_live or row.kind in REMOVALS],
        sequence=page[-1].sequence if page else since,
        is_more=len(new) > limit,
    )


def public_change(sequence: int) -> PublicChange | None:
    """Return that change as it may be told now, None where it may not. One query."""
    row = _rows().filter(sequence=sequence).first()
    if row is None or not row.is_due or not (row.is_live or row.kind in REMOVALS):
        return None
    return _public(row)


def last_sequence() -> int:
    """Return the newest sequence, 0 where nothing happened yet. Costs one query."""
    return Change.objects.order_by("-sequence").values_list("sequence", flat=True).first() or 0


def is_announced(article: Article) -> bool:
    """Return whether the last that followers heard is that the article is there. Costs one query."""
    last = _last_change(article)
    return last is not None and last.kind not in REMOVALS


def may_be_held(article: Article, *, now: dt.datetime) -> bool:
    """Return whether somebody may hold a copy and has not heard that it is gone. Costs one query.

    That is so once it was announced, and before that, too, from the second on in which it is out.
    """
    last = _last_change(article)
    if last is not None and last.kind not in REMOVALS:
        return True
    begin = article.visible_from
    if article.status not in LIVE_STATUSES or begin is None or begin > now:
        return False
    return last is None or last.visible_from < begin


def _last_change(article: Article) -> Change | None:
    return article.changes.order_by("-sequence").first()


def _rows() -> QuerySet[Any, Any]:
    document = "article__document__"
    is_over = Q(**{f"{document}visible_until__lte": Now()})
    was_out = Q(
        article__status=Status.WITHDRAWN, article__visible_from__lte=F("article__withdrawn_at")
    )
    return Change.objects.annotate(
        public_id=F("article__public_id"),
        path=F(f"{document}path"),
        etag=F(f"{document}etag"),
        note=Case(
            When(was_out, then=F("article__withdrawal_note")),
            default=Value(""),
            output_field=TextField(),
        ),
        is_due=_holds(Q(visible_from__lte=Now())),
        is_live=_holds(Q(**{f"{document}visible_from__lte": Now()}) & ~is_over),
    ).values_list(*_COLUMNS, named=True)


_COLUMNS = (
    "sequence",
    "kind",
    "created_at",
    "public_id",
    "document_version",
    "path",
    "etag",
    "note",
    "is_due",
    "is_live",
)


def _holds(condition: Q) -> Case:
    return Case(When(condition, then=Value(value=True)), default=Value(value=False))


def _unbroken(rows: list[Any], begin: int) -> Iterator[Any]:
    """Return the rows up to the first that is missing or whose hour has not come."""
    for expected, row in enumerate(rows, start=begin):
        if row.sequence != expected or not row.is_due:
            return
        yield row


def _public(row: Any) -> PublicChange:
    kind = ChangeKind(row.kind)
    if kind in REMOVALS:
        note = row.note if kind == ChangeKind.WITHDRAWN else ""
        return PublicChange(row.sequence, kind, row.created_at, row.public_id, note=note)
    return PublicChange(
        row.sequence,
        kind,
        row.created_at,
        row.public_id,
        version=row.document_version,
        path=row.path,
        etag=row.etag,
    )


def _reach() -> tuple[int, int]:
    ends = Change.objects.aggregate(first=Min("sequence"), last=Max("sequence"))
    return ends["first"] or 0, ends["last"] or 0
