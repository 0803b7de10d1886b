"""What somebody said, article by article.

It is read from the published documents: what an editor has judged since then waits for the next
publication here as it does there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from articles.models import FacetKind, StoredCitation
from articles.selectors.site.cursor import Turn, Turns
from articles.selectors.site.in_articles import Lines, LinesPage, article_of, page_of_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPEAKERS = (FacetKind.PERSON, FacetKind.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that an article rests on somebody; `number` is its source note there."""

    citation: dict[str, Any]
    number: int


def statements_of(
    kind: str, target_id: int, *, turn: Turn | None = None, size: int
) -> LinesPage[Statement]:
    """Return what the newest articles rest on a person or an organization. One SELECT."""
    if kind not in _SPEAKERS:
        return LinesPage()
    page = page_of_lines(
        StoredCitation.objects.filter(**{f"{kind}_id": target_id}),
        order="number",
        columns={"number": "number", "record": "record"},
        turn=turn,
        size=size,
    )
    found = (Lines(article_of(row), _once(row["lines"])) for row in page.rows)
    return LinesPage(tuple(found), Turns.of(page))


def _once(lines: Iterable[dict[str, Any]]) -> tuple[Statement, ...]:
    """Return each sentence once, however many ways it cites."""
    found: dict[str, Statement] = {}
    for line in lines:
        citation = orjson.loads(line["record"])
        found.setdefault(citation["quote"], Statement(citation, line["number"]))
    return tuple(found.values())
