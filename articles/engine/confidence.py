"""How likely a name that was found is right: 0.9 means nine in ten.

A logistic regression over what the whole text says of the spelling. Its weights are fitted on the
own corpus by `python -m training.calibration` and lie in `data/confidence.toml`; what a card, a
handle or the knowledge base says has a score of its own.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from articles.engine.data import vocabulary
from articles.engine.kinds import CERTAIN, shares_of
from articles.engine.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from articles.engine.types import Mention

_NUMBERS: Final = vocabulary("confidence")
_WEIGHTS: Final[dict[str, float]] = _NUMBERS["weights"]
_LEAST: Final[float] = _NUMBERS["least"]
_EDGE: Final = 0.02
_WORD: Final = re.compile(r"\b[a-z]{3,}\b")


@dataclass(slots=True)
class _Spelling:
    """What the tagger said of one spelling."""

    count: int = 0
    total: float = 0.0
    kinds: dict[Kind, float] = field(default_factory=lambda: defaultdict(float))


def likely(text: str, mentions: Sequence[Mention], readings: Iterable[Mention]) -> list[Mention]:
    """Return the mentions that are likely enough, each with its score."""
    rated = [
        one if one.method in CERTAIN else replace(one, score=_score(found))
        for one, found in zip(mentions, signs(text, mentions, readings), strict=True)
    ]
    return [one for one in rated if one.score >= _LEAST]


def signs(
    text: str, mentions: Sequence[Mention], readings: Iterable[Mention]
) -> list[dict[str, float]]:
    """Return for each mention what speaks for it and against it, by the names of the weights."""
    spellings: dict[str, _Spelling] = defaultdict(_Spelling)
    heard = {(one.start, one.end): one for one in (*mentions, *readings) if one.method == "tagger"}
    for one in heard.values():
        spelling = spellings[one.text]
        spelling.count += 1
        spelling.total += one.score
        spelling.kinds[one.kind] += one.score
    counts = Counter(one.text for one in mentions)
    shares = {share for one in mentions if one.kind is Kind.PERSON for share in shares_of(one.text)}
    small = frozenset(_WORD.findall(text))
    return [
        {
            "constant": 1.0,
            one.kind.value: 1.0,
            "known": float(one.method == "lexicon"),
            **_of_tagger(_heard(one, spellings.get(one.text)), one.kind),
            "part": float(one.text in shares),
            "often": math.log(counts[one.text]),
            "small": float(one.text[1:].islower() and one.text.lower() in small),
        }
        for one in mentions
    ]


def _heard(mention: Mention, spelling: _Spelling | None) -> _Spelling | None:
    """Return what the tagger said, unless the lexicon knows better: Sanofi is no place."""
    overruled = mention.method == "lexicon" and spelling and mention.kind not in spelling.kinds
    return None if overruled else spelling


def _score(found: Mapping[str, float]) -> float:
    total = sum(_WEIGHTS.get(sign, 0.0) * value for sign, value in found.items())
    return round(1.0 / (1.0 + math.exp(-total)), 3)


def _of_tagger(spelling: _Spelling | None, kind: Kind) -> dict[str, float]:
    if spelling is None:
        return {"probability": 0.0, "agreement": 1.0}
    mean = min(max(spelling.total / spelling.count, _EDGE), 1 - _EDGE)
    return {
        "probability": math.log(mean / (1 - mean)),
        "agreement": spelling.kinds[kind] / spelling.total if spelling.total else 0.0,
    }
