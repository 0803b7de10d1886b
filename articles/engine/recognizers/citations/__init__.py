"""Citations: statements that rest on a source, found by the words that show it.

1. `reading` prepares the text: sentences, quotations, names, dates, links.
2. `prepositions` finds "according to X", "per X", "(source: X)", "as X noted".
3. `verbs` finds "X said …", "“…,” said X", "the survey found …", with `subjects`.
4. `speech` gives the quotations that are left to who spoke last, and reads "Name: words".
5. Each citation gets the address that its words are linked to.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import prepositions, speech, verbs
from articles.engine.recognizers.citations.reading import read
from articles.engine.spans import overlaps
from articles.engine.types import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import Citation, DateMention, Document, Mention


def recognize(
    document: Document, mentions: Sequence[Mention], dates: Sequence[DateMention] = ()
) -> list[Citation]:
    """Return the citations of the document in text order; `mentions` are resolved ones."""
    reading = read(document, mentions, dates)
    found = prepositions.recognize(reading)
    taken = [
        Span(min(one.cue.start, one.source.start), max(one.cue.end, one.source.end))
        for one in found
        if one.source
    ]
    found += verbs.recognize(reading, taken)
    found = speech.complete(reading, found)
    return sorted(
        (_linked(reading, one) for one in found), key=lambda one: (one.start, one.cue.start)
    )


def _linked(reading: Reading, citation: Citation) -> Citation:
    """Give the citation the link on its source or cue, or else the only link of its sentence."""
    named = [link for link in reading.links if citation.source and overlaps(link, citation.source)]
    named += [link for link in reading.links if overlaps(link, citation.cue)]
    inside = {link.url for link in reading.links if overlaps(link, citation)}
    if named:
        return replace(citation, url=named[0].url)
    return replace(citation, url=inside.pop()) if len(inside) == 1 else citation
