"""One measure of one thing at one time, two values; and a headline or an answer that the body contradicts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from articles.engine.checks.codes import Code
from articles.engine.checks.measures import Measure, agree, measure
from articles.engine.checks.story import Story
from articles.engine.checks.units import PEOPLE, PERCENT
from articles.engine.data import vocabulary
from articles.engine.types import Finding, Severity, Span

_COMMON = frozenset(vocabulary("measures")["loose"]) | {PERCENT, PEOPLE}
_BODY = "body"
_MOST = 60
_TEN = 10
_TWO = 2
_FARTHEST = Decimal("2.7")
_CLOSE = Decimal("1.5")
# How much two passages must have in common, in words near the figures: 1 for a word that stands nowhere else.
_LITTLE, _HALF, _SOME, _MORE, _MUCH = 0.35, 0.5, 0.6, 0.9, 1.2


@dataclass(frozen=True, slots=True)
class _Pair:
    one: Measure
    other: Measure
    near: float
    nearest: float
    values: int
    is_alone: bool

    @property
    def is_counted(self) -> bool:
        """Say whether a noun is counted that tells what is counted: stalls, not people or percent."""
        kinds = {self.one.figure.kind, self.other.figure.kind}
        return kinds <= {"count", ""} and self.one.unit not in _COMMON

    @property
    def is_measured(self) -> bool:
        """Say whether something is measured: litres, kilometres."""
        return self.one.figure.kind == "measure"

    @property
    def is_close(self) -> bool:
        """Say whether the values are of one size."""
        low, high = sorted((self.one.value, self.other.value))
        return high < 2 * low

    @property
    def is_split(self) -> bool:
        """Say whether the figures stand in two parts: headline, summary, body, answer, card."""
        return self.one.part != self.other.part


def check(story: Story) -> list[Finding]:
    """Return the pairs of figures that cannot both be right, each figure once, the likeliest first."""
    by_unit: dict[str, list[Measure]] = defaultdict(list)
    for figure in story.figures:
        if figure.value > 1:
            one = measure(story, figure)
            by_unit[one.unit].append(one)
    scored = [
        (score, pair)
        for group in by_unit.values()
        for pair in _pairs(story, group[:_MOST])
        if (score := _score(pair)) > 0
    ]
    found: list[Finding] = []
    taken: set[Span] = set()
    for _, pair in sorted(scored, key=lambda one: (-one[0], one[1].one.span)):
        spans = {pair.one.span, pair.other.span}
        if taken.isdisjoint(spans):
            taken |= spans
            found.append(_finding(story, pair))
    return found


def _pairs(story: Story, group: Sequence[Measure]) -> Iterator[_Pair]:
    told = Counter(one.value for one in group)
    by_sentence: dict[int, set[Decimal]] = defaultdict(set)
    for one in group:
        by_sentence[story.sentence(one.figure).start].add(one.value)
    for one, other in combinations(group, 2):
        places = [story.sentence(each.figure).start for each in (one, other)]
        if places[0] == places[1] or not _comparable(one, other):
            continue
        if one.value in by_sentence[places[1]] or other.value in by_sentence[places[0]]:
            continue
        near, nearest = _likeness(story, one, other)
        known = _is_known(one, group) or _is_known(other, group)
        yield _Pair(one, other, near, nearest, len(told), not known)


def _is_known(one: Measure, group: Sequence[Measure]) -> bool:
    """Say whether another part of the article gives the figure of a headline, summary or answer."""
    if one.part == _BODY:
        return False
    body = [each for each in group if each.part == _BODY]
    values = {each.value for each in body}
    return any(agree(one.figure, each.figure) for each in body) or any(
        one.value - value in values for value in values
    )


def _comparable(one: Measure, other: Measure) -> bool:
    if agree(one.figure, other.figure) or (
        one.years and other.years and not one.years & other.years
    ):
        return False
    return not (one.per and other.per and one.per != other.per)


def _likeness(story: Story, one: Measure, other: Measure) -> tuple[float, float]:
    """Return how much the words near both figures say the same, and how near the nearest shared one is."""
    shared = {
        word: min(one.near[word], other.near[word]) for word in one.near.keys() & other.near.keys()
    }
    near = sum(nearness * story.weight(word) for word, nearness in shared.items())
    return near, max(shared.values(), default=0)


def _score(pair: _Pair) -> float:
    """Return how sure it is that both figures measure one thing; 0 where that is not sure enough."""
    one, other = pair.one, pair.other
    if one.is_added or other.is_added:
        return 0
    if _swapped(one.value, other.value) and _may_slip(pair):
        return 3 + pair.near
    if one.is_apart or other.is_apart:
        return 0
    if pair.is_split:
        return 2 + pair.near if _says_the_same(pair) else 0
    if one.per and one.per == other.per and not _strange(one.beside, other.beside):
        return 1 + pair.near if pair.near >= _SOME and pair.is_close else 0
    return pair.near if _is_told_again(pair) else 0


def _is_told_again(pair: _Pair) -> bool:
    """Say whether a figure of the body comes back: "the 430 operations", or in nearly the same words."""
    one, other = pair.one, pair.other
    if (
        pair.values != _TWO
        or not _is_near(one.value, other.value)
        or _strange(one.names, other.names)
    ):
        return False
    if pair.is_counted and (one.is_definite or other.is_definite) and pair.near >= _LITTLE:
        return True
    if pair.is_counted and pair.near >= _HALF and pair.nearest == 1:
        return True
    one_subject = one.names <= other.names or other.names <= one.names
    return pair.near >= _MUCH and one_subject and not pair.is_measured


def _strange(names: frozenset[str], others: frozenset[str]) -> bool:
    return bool(names and others and not names & others)


def _is_near(one: Decimal, other: Decimal) -> bool:
    """Say whether two values are near enough for one to be the other, misremembered."""
    return max(one, other) < _FARTHEST * min(one, other)


def _may_slip(pair: _Pair) -> bool:
    """Say whether digits in another order are a slip: the figures have more in common than their unit."""
    one, other = pair.one, pair.other
    if pair.is_counted:
        return True
    if pair.is_measured:
        return pair.near >= _LITTLE or one.is_definite or other.is_definite or bool(one.per)
    if one.is_apart or other.is_apart or not pair.is_close:
        return False
    if _strange(one.beside, other.beside) and pair.near < _SOME:
        return False
    if one.unit == PERCENT:
        return pair.near >= _SOME
    return pair.near >= _LITTLE or pair.is_split or bool(one.per)


def _says_the_same(pair: _Pair) -> bool:
    """Say whether a headline, summary or answer gives a figure of the body, with another value."""
    one, other = pair.one, pair.other
    if not pair.is_alone or not _is_near(one.value, other.value):
        return False
    enough = _LITTLE if pair.is_counted else _SOME if pair.is_measured else _MORE
    sized = pair.is_close or one.unit == PERCENT or pair.is_counted
    if pair.near >= enough and pair.nearest == 1 and sized:
        return True
    if pair.is_counted and (one.is_definite or other.is_definite):
        return True
    if one.beside & other.beside and (pair.is_counted or one.unit == PEOPLE):
        return True
    closely = max(one.value, other.value) < _CLOSE * min(one.value, other.value)
    return pair.values == _TWO and closely and (one.unit.isupper() or pair.is_counted)


def _swapped(one: Decimal, other: Decimal) -> bool:
    """Say whether one value is the other with its digits in another order: 214 and 241."""
    digits = [each.normalize().as_tuple().digits for each in (one, other)]
    return (
        len(digits[0]) > 1
        and sorted(digits[0]) == sorted(digits[1])
        and max(one, other) < _TEN * min(one, other)
    )


def _finding(story: Story, pair: _Pair) -> Finding:
    one, other = sorted((pair.one, pair.other), key=lambda each: each.span)
    quotes = f"{story.quote(one.span)} and {story.quote(other.span)}"
    if pair.is_split:
        message = f"Parts of the article give two values: {quotes}."
        return Finding(Code.PART_DIFFERS, Severity.ERROR, message, (one.span, other.span))
    message = f"Two values for what seems to be one figure: {quotes}."
    return Finding(Code.CONFLICTING_FIGURES, Severity.ERROR, message, (one.span, other.span))
