"""Where a cited source can be read: the links that the markup itself gives."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.spans import Ranged
    from articles.engine.types import Citation, Link


def linked(reading: Reading, citation: Citation) -> Citation:
    """Give the citation the link on its source or cue, or else the only one of its sentence."""
    named = _touching(reading, citation.source) if citation.source else []
    named += _touching(reading, citation.cue)
    inside = {link.url for link in _touching(reading, citation)}
    if named:
        return replace(citation, url=named[0].url)
    return replace(citation, url=inside.pop()) if len(inside) == 1 else citation


def _touching(reading: Reading, span: Ranged) -> list[Link]:
    """Return the links that share a code point with the span; links do not overlap."""
    at = bisect_left(reading.links, span.start, key=lambda link: link.end)
    found: list[Link] = []
    while at < len(reading.links) and reading.links[at].start < span.end:
        if reading.links[at].end > span.start:
            found.append(reading.links[at])
        at += 1
    return found
