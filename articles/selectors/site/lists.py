"""Lists of finished teasers, newest first, by the database's clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from articles.models import Facet, FacetKind, Lead, Section, StoredDocument
from articles.selectors.site.cursor import NEWEST, NO_TURNS, Row, Turn, Turns, position_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

PAGE_SIZE = 20
LATEST_ON_FRONT = 10
PER_SECTION = 3
FRONT = 0
"""The front page, where leads are told by section: no section has this key."""

Led = tuple[int, str]
"""An article with its teaser."""


@dataclass(frozen=True, slots=True)
class TeaserPage:
    """Teasers in order, and the pages beside this one."""

    teasers: tuple[str, ...]
    turns: Turns = NO_TURNS


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
    kind: FacetKind | str, target_id: int, *, turn: Turn | None = None, size: int = PAGE_SIZE
) -> TeaserPage:
    """Return the newest articles of anybody or anything. One SELECT."""
    rows, turns = newest_of(kind, target_id, turn=turn, size=size)
    return TeaserPage(tuple(row["teaser"] for row in rows), turns)


def newest_of(
    kind: FacetKind | str, target_id: int, *, turn: Turn | None, size: int
) -> tuple[list[Row], Turns]:
    """Return rows of teasers with their days of publication, newest first. One SELECT."""
    facets = Facet.objects.visible_at(Now()).filter(kind=kind, target_id=target_id)
    rows = facets.values(
        "visible_from",
        "article_id",
        teaser=F("article__document__teaser"),
        published_at=F("article__document__published_at"),
    )
    page = NEWEST.page(rows, limit=size, position=position_of(turn))
    return page.rows, Turns.of(page)


def front_page() -> FrontPage:
    """Return the lead, the latest and the sections. Four SELECTs, however many sections."""
    documents = StoredDocument.objects.visible_at(Now())
    newest = _newest(documents).values_list("article_id", "teaser")[: LATEST_ON_FRONT + 2]
    leads = leads_now()
    rows = _led_by(leads.get(FRONT), list(newest))[: LATEST_ON_FRONT + 1]
    teasers = [teaser for _, teaser in rows]
    return FrontPage(
        lead=teasers[0] if teasers else "",
        latest=tuple(teasers[1:]),
        sections=_section_blocks([article_id for article_id, _ in rows], leads),
    )


def section_page(section_id: int, *, turn: Turn | None = None) -> TeaserPage:
    """Return the newest articles of a section; the first page begins with its lead. Two SELECTs."""
    rows, turns = newest_of(FacetKind.SECTION, section_id, turn=turn, size=PAGE_SIZE)
    found = [(row["article_id"], row["teaser"]) for row in rows]
    if turn is None:
        found = _led_by(leads_now().get(section_id), found)
    return TeaserPage(tuple(teaser for _, teaser in found), turns)


def leads_now() -> dict[int, Led]:
    """Return the article that leads each section, and at FRONT the site, by an editor's choice.

    Only what is public now, and stands in that section, leads. One SELECT.
    """
    stands_there = Facet.objects.filter(
        article=OuterRef("article"), kind=FacetKind.SECTION, target_id=OuterRef("section")
    )
    rows = Lead.objects.filter(
        Q(until=None) | Q(until__gt=Now()),
        Q(section=None) | Exists(stands_there),
        article__in=StoredDocument.objects.visible_at(Now()).values("article"),
    ).values_list("section_id", "article_id", "article__document__teaser")
    return {section or FRONT: (article, teaser) for section, article, teaser in rows}


def _led_by(lead: Led | None, rows: list[Led]) -> list[Led]:
    """Return the rows behind the lead, if there is one."""
    if lead is None:
        return rows
    return [lead, *(row for row in rows if row[0] != lead[0])]


def _newest(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by("-visible_from", "-article_id")


def _section_blocks(shown: Collection[int], leads: Mapping[int, Led]) -> tuple[SectionBlock, ...]:
    sections = list(Section.objects.all())
    parts = [
        _newest(
            Facet.objects.visible_at(Now())
            .filter(kind=FacetKind.SECTION, target_id=section.pk)
            .exclude(article_id__in=shown)
        ).values_list("target_id", "visible_from", "article_id", "article__document__teaser")[
            :PER_SECTION
        ]
        for section in sections
    ]
    if not parts:
        return ()
    rows = sorted(parts[0].union(*parts[1:], all=True), key=lambda row: row[1:3], reverse=True)
    blocks = []
    for section in sections:
        lead = leads.get(section.pk)
        found = _led_by(
            lead if lead and lead[0] not in shown else None,
            [(article, teaser) for target, _, article, teaser in rows if target == section.pk],
        )
        teasers = tuple(teaser for _, teaser in found[:PER_SECTION])
        blocks.append(SectionBlock(section.name, section.slug, teasers))
    return tuple(block for block in blocks if block.teasers)
