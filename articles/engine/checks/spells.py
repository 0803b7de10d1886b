"""How long something took or has gone on, against its ends told elsewhere in the text."""

from __future__ import annotations

from articles.engine.checks import durations, tenures
from articles.engine.checks.births import person_before
from articles.engine.checks.codes import Code
from articles.engine.checks.lengths import Length, lengths
from articles.engine.checks.stems import stem
from articles.engine.checks.story import Story
from articles.engine.checks.stretches import Stretch, stretches
from articles.engine.data import vocabulary
from articles.engine.types import Finding, Severity, Span

_OF_TIME = frozenset(vocabulary("moments")["of_time"]) | {
    stem(word)
    for word in ("season", "anniversary", "edition", "decade", "century", "summer", "winter")
}
_MOST_OFTEN = 8
_ENOUGH = 0.5
_OF_NAME = 0.25
_FAR, _FAR_OPEN = 3.5, 2.4
"""How many times longer a length may be told than it was, and still be that of a stretch."""

_AROUND = 60
_MOST = 60


def check(story: Story) -> list[Finding]:
    """Return the lengths of time that the ends told of the same deny."""
    found = durations.check(story)
    taken = [span for one in found for span in one.spans]
    told = stretches(story)[:_MOST]
    for length in list(lengths(story))[:_MOST] if told else ():
        if any(_meet(length.span, each) for each in taken):
            continue
        one = _denied(story, length, told)
        if one is not None:
            found.append(_finding(story, length, one))
    taken = [span for one in found for span in one.spans]
    return found + [
        one
        for one in tenures.check(story)
        if not any(_meet(span, each) for span in one.spans for each in taken)
    ]


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _denied(story: Story, length: Length, told: list[Stretch]) -> Stretch | None:
    """Return the stretch that a length must be that of, unless it fits this or another."""
    sentence = story.sentence(length.span)
    apart = [
        one
        for one in told
        if not sentence.start <= one.span.start < sentence.end and _is_likely(story, length, one)
    ]
    if any(length.fits(one.shortest, one.longest) for one in told) or is_dated(story, length):
        return None
    linked = [one for one in apart if link(story, length, one) >= _ENOUGH]
    if not linked:
        linked = _only(length, apart)
    best = max(linked, key=lambda one: link(story, length, one), default=None)
    return best if best and _is_measured(length, best) else None


def _is_likely(story: Story, length: Length, one: Stretch) -> bool:
    """Say whether a length may be meant of a stretch at all: not far from it, and of nobody else."""
    if one.is_open and not (length.is_age or (length.goes_on and length.unit == "year")):
        return False
    if story.published and one.last.first > story.published and not length.is_definite:
        return False
    far = _FAR_OPEN if one.is_open else _FAR
    if length.least > far * max(one.longest, 1) or one.shortest > far * length.most:
        return False
    sentence = story.sentence(length.span)
    mine = _actors(story.names(sentence.start, sentence.end))
    return not (mine and _actors(one.names) and not mine & _actors(one.names))


def _actors(names: frozenset[str]) -> set[str]:
    return {key for key in names if key.startswith(("person:", "org:"))}


def _only(length: Length, told: list[Stretch]) -> list[Stretch]:
    """Return the only stretch that the words may refer back to."""
    closed = [one for one in told if not one.is_open]
    opened = [one for one in told if one.is_open]
    if length.is_age:
        return opened if len(opened) == 1 and length.is_definite and not closed else []
    return closed if len(closed) == 1 and length.is_definite else []


def link(story: Story, length: Length, one: Stretch) -> float:
    """Return how much the words beside a length share with those of a stretch."""
    sentence = story.sentence(length.span)
    low = max(sentence.start, length.span.start - _AROUND)
    high = min(sentence.end, length.span.end + _AROUND)
    names = story.names(sentence.start, sentence.end)
    mine = _actors(names)
    shared = (story.stems(low, high) & one.stems) - _OF_TIME
    words = sum(story.weight(word) for word in shared if story.count(word) <= _MOST_OFTEN)
    before = person_before(story, length.span.start) if not mine else None
    by_name = len(names & one.names) + (before is not None and before.key in one.names)
    return words + _OF_NAME * min(by_name, 2)


def is_dated(story: Story, length: Length) -> bool:
    """Say whether the passage has dates of its own."""
    sentence = story.sentence(length.span)
    return any(
        any(map(str.isdigit, date.text)) for date in story.dates_in(sentence.start, sentence.end)
    )


def _is_measured(length: Length, one: Stretch) -> bool:
    """Say whether the ends are told as exactly as the length."""
    if length.unit == "year":
        return True
    return one.longest - one.shortest <= {"month": 93, "week": 8, "day": 2}[length.unit]


def _finding(story: Story, length: Length, one: Stretch) -> Finding:
    spans: tuple[Span, ...] = tuple(sorted((length.span, one.span)))
    quotes = " and ".join(story.quote(span, 25) for span in spans)
    return Finding(
        Code.DURATION_DIFFERS,
        Severity.ERROR,
        f"How long does not fit from when to when: {quotes}.",
        spans,
    )
