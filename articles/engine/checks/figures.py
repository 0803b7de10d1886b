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
from articles.engine.checks.units import COUNT, PEOPLE, PERCENT
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
    def is_free(self) -> bool:
        """Say whether nothing sets one of the figures apart, or it is a year that both share."""
        same_year = bool(self.one.years & self.other.years)
        return same_year or not (self.one.is_apart or self.other.is_apart)

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
    groups = _groups([measure(story, figure) for figure in story.figures if figure.value > 1])
    scored = [
        (score, pair)
        for group in groups
        for pair in _pairs(story, group[:_MOST])
        if (score := _score(pair)) > 0
    ]
    scored += [(2 + pair.near, pair) for pair in _slips(story, groups)]
    found: list[Finding] = []
    taken: set[Span] = set()
    for _, pair in sorted(scored, key=lambda one: (-one[0], one[1].one.span)):
        spans = {pair.one.span, pair.other.span}
        if taken.isdisjoint(spans):
            taken |= spans
            found.append(_finding(story, pair))
    return found


def _groups(measures: Sequence[Measure]) -> list[list[Measure]]:
    """Return the figures by unit; a number without a noun is of the unit that its passage names."""
    by_unit: dict[str, list[Measure]] = defaultdict(list)
    for one in measures:
        by_unit[one.unit].append(one)
    for one in by_unit.pop(COUNT, []):
        by_unit[next((unit for unit in one.following if unit in by_unit), COUNT)].append(one)
    return list(by_unit.values())


def _slips(story: Story, groups: Sequence[Sequence[Measure]]) -> Iterator[_Pair]:
    """Yield the counts of two nouns of which one has the digits of the other in another order.

    Few figures do by chance: "41,600 paying businesses" and "the 46,100 subscribers".
    """
    by_digits: dict[tuple[int, ...], list[Measure]] = defaultdict(list)
    for group in groups:
        for one in group:
            if one.figure.kind in ("count", ""):
                by_digits[tuple(sorted(_digits(one.value)))].append(one)
    for digits, alike in by_digits.items():
        if len(digits) > 1:
            for pair in _pairs(story, alike[:_MOST]):
                one, other = pair.one, pair.other
                told = one.is_definite or other.is_definite or pair.near > 0
                telling = len(digits) > _TWO or (told and pair.is_close)
                free = pair.is_free and not (one.is_added or other.is_added)
                if one.unit != other.unit and free and telling and _swapped(one.value, other.value):
                    yield pair


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
    elsewhere = one.part == other.part and _strange(one.places, other.places)
    if elsewhere or _strange(one.turns, other.turns):
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
    is_long = len(_digits(one.value)) > _TWO
    is_definite = one.is_definite or other.is_definite
    if pair.is_counted:
        return True
    if pair.is_measured:
        told = is_definite or bool(one.per) or (pair.is_free and is_long)
        return told or pair.near >= _LITTLE
    if not pair.is_free or (_strange(one.beside, other.beside) and pair.near < _SOME):
        return False
    if pair.values == _TWO or pair.is_split or (is_long and (pair.near > 0 or is_definite)):
        return True
    return pair.is_close and (pair.near >= _SOME or one.unit != PERCENT)


def _says_the_same(pair: _Pair) -> bool:
    """Say whether a headline, summary or answer gives a figure of the body, with another value."""
    one, other = pair.one, pair.other
    if not pair.is_alone or not _is_near(one.value, other.value):
        return False
    same_rate = bool(one.per) and one.per == other.per
    close_to = _SOME if pair.is_measured or same_rate else _MORE
    enough = _LITTLE if pair.is_counted else close_to
    sized = pair.is_close or one.unit == PERCENT or pair.is_counted
    if pair.near >= enough and (same_rate or (pair.nearest == 1 and sized)):
        return True
    if pair.is_counted and (one.is_definite or other.is_definite):
        return True
    if one.beside & other.beside and (pair.is_counted or one.unit == PEOPLE):
        return True
    closely = max(one.value, other.value) < _CLOSE * min(one.value, other.value)
    return pair.values == _TWO and closely and (one.unit.isupper() or pair.is_counted)


def _swapped(one: Decimal, other: Decimal) -> bool:
    """Say whether one value is the other with its digits in another order: 214 and 241."""
    digits = [_digits(each) for each in (one, other)]
    return (
        len(digits[0]) > 1
        and sorted(digits[0]) == sorted(digits[1])
        and max(one, other) < _TEN * min(one, other)
    )


def _digits(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits


def _finding(story: Story, pair: _Pair) -> Finding:
    one, other = sorted((pair.one, pair.other), key=lambda each: each.span)
    quotes = f"{story.quote(one.span)} and {story.quote(other.span)}"
    if pair.is_split:
        message = f"Parts of the article give two values: {quotes}."
        return Finding(Code.PART_DIFFERS, Severity.ERROR, message, (one.span, other.span))
    message = f"Two values for what seems to be one figure: {quotes}."
    return Finding(Code.CONFLICTING_FIGURES, Severity.ERROR, message, (one.span, other.span))
