"""Parts that come to more than their whole, and shares that come to more than all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from articles.engine.checks.codes import Code
from articles.engine.checks.parts import Part, have_one_base, lists, parts_of, unit_of_all
from articles.engine.checks.phrases import word
from articles.engine.checks.remainders import chains, shares
from articles.engine.checks.story import Sentence, Story
from articles.engine.checks.units import PERCENT
from articles.engine.checks.wholes import whole_of
from articles.engine.data import vocabulary
from articles.engine.spans import Ranged
from articles.engine.types import Finding, Severity, Span

_WORDS = vocabulary("sums")
_NOT_ADDED = frozenset(_WORDS["not_added"])
_THE_OTHERS = re.compile(r"\bthe\s(?:other|others|remaining|rest,?)\s$")
_OF = re.compile(r"\b[Oo]f\s(?:the\s|these\s|those\s|all\s)?$")
_SOME_OF = re.compile(r"\s(?:[\w-]+\s)?of\s(?:the|its|their|these|those|all)\s$")
_NOT_A_PART = word(_WORDS["not_a_part"])
_IS = re.compile(r"\s(?:[\w-]+\s)?(?:" + "|".join(_WORDS["is"]) + r")\b")
_MANY_ANSWERS = word(_WORDS["many_answers"])
_FEWEST = 3
_GAP = 70
_NEAR = 60
_AROUND = 300
_HUNDRED = 100
_MOST_OVER = Decimal("2.2")
_ALL, _TOO_MANY = Decimal("101.5"), Decimal(150)


def check(story: Story) -> list[Finding]:
    """Return the parts that come to more than the whole that the text gives, or than 100 percent."""
    found = [*_in_sentences(story), *_in_turn(story)]
    kept: list[Finding] = []
    taken: set[Span] = set()
    for one in found:
        if taken.isdisjoint(one.spans):
            taken.update(one.spans)
            kept.append(one)
    return kept


def _in_sentences(story: Story) -> Iterator[Finding]:
    for sentence in story.sentences:
        parts = parts_of(story, sentence)
        found = [
            finding
            for fewest in (_FEWEST, 2)
            for run in lists(parts, story.text, fewest=fewest)
            if (finding := _over(story, sentence, run, fewest))
        ]
        yield from found[:1] or [*_halves(story, sentence, parts), *_more_than_all(story, parts)]


def _in_turn(story: Story) -> Iterator[Finding]:
    """Yield what the sentences after a whole tell of it in turn."""
    for whole, parts in chains(story):
        total = _total(parts)
        over = max(part.value for part in parts) < whole.value < total < whole.value * _MOST_OVER
        if over and whole.unit not in _NOT_ADDED and total not in story.values:
            yield _finding(story, whole, parts)
    for run in shares(story):
        finding = _shares(story, run, listed=False)
        if finding:
            yield finding


def _over(story: Story, sentence: Sentence, run: list[Part], fewest: int) -> Finding | None:
    if unit_of_all(run) == PERCENT:
        return _shares(story, run) if fewest == _FEWEST else None
    return _sum(story, sentence, run, fewest=fewest)


def _halves(story: Story, sentence: Sentence, parts: list[Part]) -> Iterator[Finding]:
    """Yield two parts that are all there is: "42 rooms face the sea and the other 25", "62% for and 48% against"."""
    for one, other in pairwise(parts):
        pair = [one, other]
        between = story.text[one.end : other.start]
        if len(between) > _GAP or (one.unit and other.unit and one.unit != other.unit):
            continue
        opposite = _are_opposites(story, one, other)
        if one.unit == PERCENT and opposite:
            found = _shares(story, pair)
        elif one.unit != PERCENT and (opposite or _THE_OTHERS.search(between)):
            found = _sum(story, sentence, pair, fewest=2, known=True)
        else:
            found = None
        if found:
            yield found


def _are_opposites(story: Story, one: Part, other: Part) -> bool:
    """Say whether words beside two numbers are opposites: "62 for, 48 against", "women 62, men 48"."""
    low = max(0, one.start - _GAP // 2)
    beside = (
        (story.words(one.end, other.start), story.words(other.end, other.end + _GAP)),
        (story.words(low, one.start), story.words(one.end, other.start)),
    )
    return any(
        re.search(rf"\b{a}\b", first) and re.search(rf"\b{b}\b", second)
        for first, second in beside
        for pair in _WORDS["opposites"]
        for a, b in (pair, pair[::-1])
    )


def _more_than_all(story: Story, parts: list[Part]) -> Iterator[Finding]:
    """Yield "52 of the 40 members"."""
    for one, whole in pairwise(parts):
        between = story.text[one.end : whole.start]
        counted = whole.kind == "count" and one.kind in ("count", "")
        if counted and one.value > whole.value and _SOME_OF.fullmatch(between):
            yield _finding(story, whole, [one])


def _shares(story: Story, parts: list[Part], *, listed: bool = True) -> Finding | None:
    """Return the finding of shares that come to more than all; those of a list need one base."""
    total = _total(parts)
    if not _ALL < total < _TOO_MANY or max(part.value for part in parts) >= _HUNDRED:
        return None
    around = story.words(max(0, parts[0].start - _AROUND), parts[-1].end + _AROUND)
    if _MANY_ANSWERS.search(around) or (listed and not have_one_base(story, parts)):
        return None
    message = f"These shares come to {_plain(total)} percent: {_quotes(story, parts)}."
    spans = (Span(parts[0].start, parts[0].end), Span(parts[1].start, parts[-1].end))
    return Finding(Code.PARTS_OVER_WHOLE, Severity.ERROR, message, spans)


def _sum(
    story: Story, sentence: Sentence, parts: list[Part], *, fewest: int, known: bool = False
) -> Finding | None:
    """Return the finding of a list that exceeds its whole; `known` says that two parts are all there is."""
    told = _OF.search(story.text, max(0, parts[0].start - _NEAR), parts[0].start)
    members = parts[1:] if told else parts
    total = _total(members)
    if len(members) < fewest or unit_of_all(parts) in _NOT_ADDED or total in story.values:
        return None
    if story.dates_in(members[0].end, members[-1].start):
        return None
    if len(members) < _FEWEST and _may_overlap(story, sentence, members):
        return None
    if told:
        whole: Ranged | None = _exceeded(parts[0], members, total)
    else:
        whole = whole_of(story, sentence, parts, total, known=known)
    return _finding(story, whole, members) if whole else None


def _may_overlap(story: Story, sentence: Sentence, members: Sequence[Part]) -> bool:
    """Say whether two numbers may be told of one and the same, or of another time."""
    if _NOT_A_PART.search(story.text, sentence.start, members[0].start):
        return True
    return any(_IS.match(story.text, part.end) for part in members)


def _exceeded(whole: Part, members: list[Part], total: Decimal) -> Part | None:
    """Return the whole of "Of the 90 houses, 40 …", where its parts exceed it, and each is one."""
    return whole if max(part.value for part in members) < whole.value < total else None


def _finding(story: Story, whole: Ranged, parts: Sequence[Part]) -> Finding:
    message = (
        f"The parts come to {_plain(_total(parts))}, more than the whole: {_quotes(story, parts)}"
        f" of “{story.text[whole.start : whole.end]}”."
    )
    spans = tuple(sorted((Span(whole.start, whole.end), Span(parts[0].start, parts[-1].end))))
    return Finding(Code.PARTS_OVER_WHOLE, Severity.ERROR, message, spans)


def _total(parts: Sequence[Part]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _quotes(story: Story, parts: Sequence[Part]) -> str:
    quotes = [f"“{story.text[part.start : part.end]}”" for part in parts]
    return ", ".join(quotes[:-1]) + f" and {quotes[-1]}" if len(quotes) > 1 else quotes[0]


def _plain(value: Decimal) -> str:
    return f"{round(value, 1).normalize():,f}"
