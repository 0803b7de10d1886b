"""One thing that the article tells twice, and not alike: another number, another day, another year.

No list of words can tell that two passages speak of one thing. What speaks for it and against it is
weighed instead: words in common, the parts of the article in which they stand, a slip of the digits,
how many rivals each has. The weights are fitted on articles with planted contradictions (see
`training/twice.py` and `data/twice.toml`).
"""

from __future__ import annotations

from collections.abc import Sequence

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.checks.twice.chances import chance, pairs
from articles.engine.checks.twice.pair import BODY, Pair, Sort
from articles.engine.data import vocabulary
from articles.engine.spans import Ranged, overlaps
from articles.engine.types import Finding, Severity, Span

_SHOWN_FROM: dict[str, float] = vocabulary("twice")["shown_from"]
_CODES = {
    Sort.FIGURES: Code.CONFLICTING_FIGURES,
    Sort.DAYS: Code.CONFLICTING_DATES,
    Sort.YEARS: Code.CONFLICTING_YEARS,
    Sort.AGES: Code.AGE_DIFFERS,
    Sort.LENGTHS: Code.DURATION_DIFFERS,
}

_FEWEST_SENTENCES = 8
_OF_PARTS = {Sort.FIGURES, Sort.DAYS, Sort.YEARS}


def check(story: Story, known: Sequence[Finding]) -> list[Finding]:
    """Return the pairs that are likely one thing told twice, each passage once, likeliest first.

    What a finding of `known` compares already is left to it. A text of a few sentences is left
    alone: what its words have in common says nothing.
    """
    if len(story.sentences) < _FEWEST_SENTENCES:
        return []
    scored = sorted(((chance(story, pair), pair) for pair in pairs(story)), key=lambda one: -one[0])
    found: list[Finding] = []
    for likely, pair in scored:
        if likely < _SHOWN_FROM[pair.sort] or any(_compares(one, pair) for one in known):
            continue
        if not any(_touches(one, span) for one in found for span in pair.spans):
            found.append(_finding(story, pair))
    return found


def _compares(finding: Finding, pair: Pair) -> bool:
    """Say whether a finding is about both passages."""
    return all(_touches(finding, span) for span in pair.spans)


def _touches(finding: Finding, span: Ranged) -> bool:
    return any(overlaps(span, other) for other in finding.spans)


def _finding(story: Story, pair: Pair) -> Finding:
    is_of_parts = pair.is_split and pair.sort in _OF_PARTS and BODY in pair.parts
    code = Code.PART_DIFFERS if is_of_parts else _CODES[pair.sort]
    one, other = (Span(span.start, span.end) for span in pair.spans)
    message = f"Told twice, not alike: {story.quote(one)} and {story.quote(other)}."
    return Finding(code, Severity.WARNING, message, (one, other))
