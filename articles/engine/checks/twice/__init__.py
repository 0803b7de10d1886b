"""One thing that the article tells twice, and not alike: another number, another day, an order that cannot be.

No list of words can tell that two passages speak of one thing. What speaks for it and against it is
weighed instead: words in common, the parts of the article in which they stand, a slip of the digits,
how many rivals each has. The weights are fitted on articles with planted contradictions (see
`training/twice.py` and `data/twice.toml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.checks.twice.chances import chance, pairs
from articles.engine.checks.twice.pair import BODY, Pair, Sort
from articles.engine.data import vocabulary
from articles.engine.spans import Ranged, overlaps
from articles.engine.types import Finding, Severity, Span

_SHOWN_FROM: dict[Sort, float] = {
    Sort(sort): chance for sort, chance in vocabulary("twice")["shown_from"].items()
}
_CODES = {
    Sort.FIGURES: Code.CONFLICTING_FIGURES,
    Sort.DAYS: Code.CONFLICTING_DATES,
    Sort.YEARS: Code.CONFLICTING_YEARS,
    Sort.AGES: Code.AGE_DIFFERS,
    Sort.LENGTHS: Code.DURATION_DIFFERS,
    Sort.ORDERS: Code.IMPOSSIBLE_ORDER,
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
    return shown(story, ((chance(story, pair), pair) for pair in pairs(story)), known, _SHOWN_FROM)


def shown(
    story: Story,
    scored: Iterable[tuple[float, Pair]],
    known: Sequence[Finding],
    least: Mapping[Sort, float],
) -> list[Finding]:
    """Return the pairs, given with their chances, that are likelier than the least chance of their sort."""
    found: list[Finding] = []
    likely = [each for each in scored if each[0] >= least[each[1].sort]]
    for _, pair in sorted(likely, key=lambda each: -each[0]):
        if any(_says(one, pair) for one in known):
            continue
        if not any(_touches(one, span) for one in found for span in pair.spans):
            found.append(_finding(story, pair))
    return found


def _says(finding: Finding, pair: Pair) -> bool:
    """Say whether a finding is about both passages, or says of one of them what the pair would say."""
    touched = [_touches(finding, span) for span in pair.spans]
    return all(touched) or (any(touched) and finding.code == _CODES[pair.sort])


def _touches(finding: Finding, span: Ranged) -> bool:
    return any(overlaps(span, other) for other in finding.spans)


def _finding(story: Story, pair: Pair) -> Finding:
    is_of_parts = pair.is_split and pair.sort in _OF_PARTS and BODY in pair.parts
    code = Code.PART_DIFFERS if is_of_parts else _CODES[pair.sort]
    one, other = (Span(span.start, span.end) for span in pair.spans)
    said = (
        "What must come first is dated later"
        if pair.sort is Sort.ORDERS
        else "Told twice, not alike"
    )
    message = f"{said}: {story.quote(one)} and {story.quote(other)}."
    return Finding(code, Severity.WARNING, message, (one, other))
