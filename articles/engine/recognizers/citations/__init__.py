"""Citations: statements that rest on a source, found by the words that show it.

1. `reading` prepares the text: sentences, quotations, names, dates, links.
2. `prepositions` finds "according to X", "per X", "(source: X)", "as X noted".
3. `verbs` finds "X said …", "“…,” said X", "the survey found …"; `nouns` finds "X's claim that …".
4. `speech` gives the quotations that are left to who spoke last, and reads "Name: words".
5. `tagged` puts together what a model sees, and `fusion` makes both one list.
6. `speakers` says who "she" and "the company" are; `links` finds where a source can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import (
    fusion,
    hearsay,
    links,
    nouns,
    prepositions,
    speakers,
    speech,
    tagged,
    verbs,
)
from articles.engine.recognizers.citations.reading import read
from articles.engine.types import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.tagged import TaggedRole
    from articles.engine.types import Citation, DateMention, Document, Mention


def recognize(
    document: Document,
    mentions: Sequence[Mention],
    dates: Sequence[DateMention] = (),
    roles: Sequence[TaggedRole] = (),
) -> list[Citation]:
    """Return the citations of the document in text order.

    `mentions` are resolved ones; `roles` are the parts of attributions that a tagger sees, if any.
    """
    reading = read(document, mentions, dates)
    found = fusion.fuse(_by_grammar(reading), tagged.recognize(reading, roles))
    resolved = speakers.resolve(reading, found)
    return sorted(
        (links.linked(reading, one) for one in resolved), key=lambda one: (one.start, one.cue.start)
    )


def _by_grammar(reading: Reading) -> list[Citation]:
    units = prepositions.recognize(reading)
    taken = [
        Span(min(one.cue.start, one.source.start), max(one.cue.end, one.source.end))
        for one in units
        if one.source
    ]
    spoken = verbs.recognize(reading, taken)
    found = [*prepositions.refined(units, spoken), *spoken, *nouns.recognize(reading)]
    return speech.complete(reading, hearsay.without(found))
