"""Related records, whole, beside those that name them: a few queries a page, however long it is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import orjson

from articles.api.records import section_record, subject_detail
from articles.models import FacetKind, Section
from articles.selectors import catalogue

Record = dict[str, Any]

OF_ARTICLES = {
    "people": FacetKind.PERSON,
    "organizations": FacetKind.ORGANIZATION,
    "topics": FacetKind.TOPIC,
    "section": FacetKind.SECTION,
}
OF_CITATIONS = ("article",)


def include_in_articles(articles: list[Record], names: Collection[str]) -> None:
    """Add to each article, card or whole, the records that it names."""
    kinds = {OF_ARTICLES[name]: name for name in names}
    found = catalogue.named_by([article["id"] for article in articles], kinds)
    written = {one: _written(one) for named in found.values() for one in named}
    for article in articles:
        article["included"] = included = {}
        for kind, name in kinds.items():
            records = [written[one] for one in found.get((article["id"], kind), ())]
            included[name] = records[0] if kind == FacetKind.SECTION else records


def include_in_citations(citations: list[Record], names: Collection[str]) -> None:
    """Add to each citation the card of the article in which it stands."""
    if not names:
        return
    cards = catalogue.cards_of({citation["article"]["id"] for citation in citations})
    for citation in citations:
        card = cards.get(citation["article"]["id"])
        citation["included"] = {"article": orjson.loads(card)} if card else {}


def _written(one: Any) -> Record:
    return section_record(one) if isinstance(one, Section) else subject_detail(one)
