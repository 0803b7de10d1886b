"""What is dated before what must come first, by kinds of events: sold before it was bought, freed before caught."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from articles.engine.checks import orders, phases
from articles.engine.checks.codes import Code
from articles.engine.checks.happenings import PERSONAL, Happening, happenings
from articles.engine.checks.likeness import are_apart, likeness, may_be_same, name_others
from articles.engine.checks.story import Story
from articles.engine.checks.subjects import who
from articles.engine.data import vocabulary
from articles.engine.types import Finding, Severity, Span

_ORDERS = [
    (pair, one["of"])
    for one in vocabulary("sequences")["sequence"]
    for pair in combinations(one["kinds"], 2)
]
_PAIRS: dict[tuple[str, str], str] = dict(_ORDERS)
_AFTER_DEATH = frozenset(vocabulary("sequences")["after_death"]["kinds"])
_LIVING = frozenset(vocabulary("sequences")["living"]["kinds"])
_POSTS = frozenset({"appointment", "departure"})
_ON_PURPOSE = re.compile(
    r"\b(?:" + "|".join(vocabulary("sequences")["on_purpose"]["words"]) + ")", re.IGNORECASE
)
_NEXT = re.compile(
    r"\b(?:the|an?|its|their|his|her|this|year’s)\s(?:[\w-]+\s)?(?:new|next|last|latest|previous|current|following)\s[\w-]+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")
_NEAR = frozenset(vocabulary("sequences")["near"]["kinds"])
_DAYS: int = vocabulary("sequences")["near"]["days"]
_NO_YEAR = 130
_ENOUGH = 0.5
_MOST = 60
_AROUND = 70


@dataclass(frozen=True, slots=True)
class _Told:
    """An event of a kind, and whose it is."""

    one: Happening
    whose: str


def check(story: Story) -> list[Finding]:
    """Return the pairs of dates whose order cannot be, each date once."""
    found = [*orders.check(story), *phases.check(story)]
    taken = [span for one in found for span in one.spans]
    for first, second in _reversed(story):
        spans = sorted((first.span, second.span))
        if not any(_meet(span, each) for span in spans for each in taken):
            taken += spans
            found.append(_finding(story, first, second))
    return found


def _reversed(story: Story) -> Iterator[tuple[Happening, Happening]]:
    """Yield what must come first with what is dated before it all the same."""
    told = [_Told(one, who(story, one)) for one in happenings(story)[:_MOST] if one.has_digits]
    often = Counter(kind for each in told for kind in each.one.kinds)
    for earlier, later in combinations(told, 2):
        for first, second in ((earlier, later), (later, earlier)):
            if _is_before(second.one, first.one):
                only = max(often[kind] for each in (first, second) for kind in each.one.kinds) == 1
                if _is_one(story, first, second, is_only=only):
                    yield first.one, second.one


def _is_before(one: Happening, other: Happening) -> bool:
    """Say whether one event is dated before another, whatever year is meant where none is told."""
    gap = (other.days.first - one.days.last).days
    return gap > 0 and ((one.is_placed and other.is_placed) or gap <= _NO_YEAR)


def _is_one(story: Story, first: _Told, second: _Told, *, is_only: bool) -> bool:
    """Say whether an order holds between two events, and both befell the same."""
    of = _order(first, second)
    if (
        of is None
        or _is_new(story, first.one, second.one)
        or story.sentence(first.one.date) == story.sentence(second.one.date)
    ):
        return False
    if are_apart(story, first.one, second.one) or _is_on_purpose(story, first.one, second.one):
        return False
    if of == "person":
        return (
            bool(first.whose)
            and first.whose == second.whose
            and _is_one_post(story, first.one, second.one)
        )
    return _is_one_thing(story, first.one, second.one, is_only=is_only)


def _order(first: _Told, second: _Told) -> str | None:
    """Return whose order one event before the other is, if it is any."""
    for one in first.one.kinds:
        for other in second.one.kinds:
            if one not in second.one.kinds and (one, other) in _PAIRS:
                return _PAIRS[one, other]
    if "birth" in first.one.kinds and second.one.kinds <= PERSONAL:
        return "person"
    is_last = second.one.kinds == {"death"}
    if is_last and first.one.kinds <= PERSONAL | _LIVING and not first.one.kinds & _AFTER_DEATH:
        return "person"
    return None


def _is_one_post(story: Story, first: Happening, second: Happening) -> bool:
    """Say whether somebody came to the post that was left, as far as posts are named."""
    if not (first.kinds & _POSTS and second.kinds & _POSTS):
        return True
    posts = [_post(story, each) for each in (first, second)]
    return not (posts[0] and posts[1]) or bool(posts[0] & posts[1])


def _post(story: Story, one: Happening) -> frozenset[str]:
    """Return the words between what happened and its date: "resigned as mayor in 2019"."""
    between = story.text[one.word.end : one.date.start]
    return frozenset(_WORD.findall(between.lower()))


def _is_new(story: Story, *passages: Happening) -> bool:
    """Say whether one of two passages tells of the next or the last of its kind."""
    return any(
        _NEXT.search(
            story.text,
            max(story.sentence(one.date).start, one.word.start - _AROUND),
            one.word.start,
        )
        for one in passages
    )


def _is_one_thing(story: Story, first: Happening, second: Happening, *, is_only: bool) -> bool:
    if first.kinds & _NEAR and (first.days.first - second.days.last).days > _DAYS:
        return False
    if first.theme and second.theme and not first.theme & second.theme:
        return False
    if name_others(first, second):
        return False
    alike = likeness(story, first, second)
    return alike >= _ENOUGH or (is_only and may_be_same(story, first, second))


def _is_on_purpose(story: Story, *passages: Happening) -> bool:
    for one in passages:
        sentence = story.sentence(one.date)
        low = max(sentence.start, one.span.start - _AROUND)
        if _ON_PURPOSE.search(story.text, low, min(sentence.end, one.span.end + _AROUND)):
            return True
    return False


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _finding(story: Story, first: Happening, second: Happening) -> Finding:
    spans = tuple(sorted((first.span, second.span)))
    quotes = " and ".join(story.quote(span, 25) for span in spans)
    message = f"What must come first is dated later: {quotes}."
    return Finding(Code.IMPOSSIBLE_ORDER, Severity.ERROR, message, spans)
