"""Attributions: contents that overlap by half, paired one to one, and whether the source is right.

One statement may rest on two sources; what is like both pairs with the one that it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from articles.engine.evaluation.counts import Outcome, matched, recalled
from articles.engine.evaluation.gold import Attributed
from articles.engine.evaluation.matching import pair_best, touch, union_share
from articles.engine.evaluation.texts import Judged
from articles.engine.types import Citation, Span

ENOUGH: Final = 0.5
"""The share of the union that two contents must have in common."""

_TIE: Final = 1e-9
_MARKS = "“\"«„'‘"


def score(texts: Sequence[Judged]) -> list[Outcome]:
    """Return for each text its counts of contents, of contents with their source, and of cues."""
    return [_outcome(one) for one in texts]


def same_source(gold: Attributed, found: Citation) -> bool:
    """Say whether the source found overlaps the true one; where there is none, nothing is wrong."""
    if not gold.source:
        return True
    return found.source is not None and touch(
        gold.source, [Span(found.source.start, found.source.end)]
    )


def is_direct(text: str, content: Sequence[Span]) -> bool:
    """Say whether a content begins with a quotation mark."""
    return bool(content) and text[content[0].start] in _MARKS


def _outcome(one: Judged) -> Outcome:
    gold, found = one.gold.attributions or (), one.found.extraction.citations
    pairs = pair_best(gold, found, likeness=_likeness, least=ENOUGH)
    right = {at: to for at, to in pairs if same_source(gold[at], found[to])}
    cues = sum(touch(gold[at].cue, [_span(found[to])]) for at, to in pairs)
    direct = {at for at, this in enumerate(gold) if is_direct(one.gold.text, this.content)}
    counts = {
        "content + source": matched(len(right), len(found), len(gold)),
        "content": matched(len(pairs), len(found), len(gold)),
        "content + cue": matched(cues, len(found), sum(1 for this in gold if this.cue)),
        "content + source, direct": recalled(len(direct & set(right)), len(direct)),
        "content + source, indirect": recalled(len(set(right) - direct), len(gold) - len(direct)),
    }
    missed = tuple(_gold_shown(one, gold[at]) for at in range(len(gold)) if at not in right)
    sound = set(right.values())
    wrong = tuple(_found_shown(one, found[to]) for to in range(len(found)) if to not in sound)
    return Outcome(counts, missed, wrong)


def _likeness(gold: Attributed, found: Citation) -> float:
    """Return how much the contents share; where two share as much, the right source is likelier."""
    share = union_share(gold.content, found.content)
    return share + _TIE if share >= ENOUGH and same_source(gold, found) else share


def _span(citation: Citation) -> Span:
    return Span(citation.cue.start, citation.cue.end)


def _gold_shown(one: Judged, gold: Attributed) -> str:
    source = " … ".join(one.words(span.start, span.end) for span in gold.source) or "nobody"
    return f"{source}: {_content_shown(one, gold.content)}"


def _found_shown(one: Judged, found: Citation) -> str:
    source = found.source.text if found.source else "nobody"
    return f"{source}: {_content_shown(one, found.content)}"


def _content_shown(one: Judged, content: Sequence[Span]) -> str:
    return one.words(content[0].start, content[-1].end) if content else "nothing"
