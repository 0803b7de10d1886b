"""Lists of finished teasers, newest first, by the database's clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.db.models.functions import Now

from articles.models import Facet, FacetKind, Section, StoredDocument
from articles.selectors.site.cursor import Cursor

if TYPE_CHECKING:
    from collections.abc import Collection

PAGE_SIZE = 20
LATEST_ON_FRONT = 10
PER_SECTION = 3


@dataclass(frozen=True, slots=True)
class TeaserPage:
    """Teasers in order, and where the list goes on (None at its end)."""

    teasers: tuple[str, ...]
    next: Cursor | None


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """The newest of a section, for the front page."""

    name: str
    slug: str
    teasers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the front page shows. No article stands there twice."""

    lead: str
    latest: tuple[str, ...]
    sections: tuple[SectionBlock, ...]


def latest(
    kind: FacetKind | str, target_id: int, *, after: Cursor | None = None, size: int = PAGE_SIZE
) -> TeaserPage:
    """Return the newest articles of anybody or anything. One SELECT."""
    facets = Facet.objects.visible_at(Now()).filter(kind=kind, target_id=target_id)
    rows = _newest(facets, "article_id", after).values_list(
        "visible_from", "article_id", "article__document__teaser"
    )
    return _page(list(rows[: size + 1]), size)


def latest_of_all(*, after: Cursor | None = None, size: int = PAGE_SIZE) -> TeaserPage:
    """Return the newest articles of the whole site. One SELECT."""
    documents = StoredDocument.objects.visible_at(Now())
    rows = _newest(documents, "article_id", after).values_list(
        "visible_from", "article_id", "teaser"
    )
    return _page(list(rows[: size + 1]), size)


def front_page() -> FrontPage:
    """Return the lead, the latest and the sections. Three SELECTs, however many sections."""
    rows = list(
        _newest(StoredDocument.objects.visible_at(Now()), "article_id", None).values_list(
            "article_id", "teaser"
        )[: LATEST_ON_FRONT + 1]
    )
    shown = [article_id for article_id, _ in rows]
    teasers = [teaser for _, teaser in rows]
    return FrontPage(
        lead=teasers[0] if teasers else "",
        latest=tuple(teasers[1:]),
        sections=_section_blocks(shown),
    )


def _newest(rows: QuerySet[Any], article: str, after: Cursor | None) -> QuerySet[Any]:
    """Order a list and start it after a cursor, in the form that one range scan answers."""
    if after is not None:
        rows = rows.filter(visible_from__lte=after.visible_from).exclude(
            **{"visible_from": after.visible_from, f"{article}__gte": after.article_id}
        )
    return rows.order_by("-visible_from", f"-{article}")


def _page(rows: list[tuple[dt.datetime, int, str]], size: int) -> TeaserPage:
    shown = rows[:size]
    more = Cursor(shown[-1][0], shown[-1][1]) if len(rows) > size else None
    return TeaserPage(tuple(teaser for _, _, teaser in shown), more)


def _section_blocks(shown: Collection[int]) -> tuple[SectionBlock, ...]:
    sections = list(Section.objects.all())
    parts = [
        _newest(
            Facet.objects.visible_at(Now())
            .filter(kind=FacetKind.SECTION, target_id=section.pk)
            .exclude(article_id__in=shown),
            "article_id",
            None,
        ).values_list("target_id", "visible_from", "article_id", "article__document__teaser")[
            :PER_SECTION
        ]
        for section in sections
    ]
    if not parts:
        return ()
    rows = sorted(parts[0].union(*parts[1:], all=True), key=lambda row: row[1:3], reverse=True)
    blocks = (
        SectionBlock(
            section.name,
            section.slug,
            tuple(teaser for target, _, _, teaser in rows if target == section.pk),
        )
        for section in sections
    )
    return tuple(block for block in blocks if block.teasers)
