"""Parts that follow one another in the sentences after their whole: "of them", "another 40", "the rest"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from articles.engine.checks.parts import Part, parts_of
from articles.engine.checks.phrases import word
from articles.engine.checks.story import Sentence, Story
from articles.engine.checks.units import PERCENT
from articles.engine.data import vocabulary

_WORDS = vocabulary("sums")
_OF_THEM = re.compile(r"\s(?:[\w-]+\s)?of\s(?:them|these|those|whom|which)\b", re.IGNORECASE)
_OF_THESE = re.compile(r"\b[Oo]f\s(?:these|those|them|this|that|which|whom)\b[^.;]{0,60}$")
_OF_THE_WHOLE = re.compile(r"\b[Oo]f\s(?:the|its|their|all|these|those)?\s?(?:[\w-]+\s)?$")
_ADDED = word(_WORDS["added"], r"\s(?:[\w-]+\s)?$")
_THE_REST = word(_WORDS["rest"], r"[\s,]{1,2}(?:[\w-]+\s)?$")
_DOES = re.compile(
    rf"\s(?:people\s|more\s|others\s)?(?:{'|'.join(_WORDS['does'])})\b", re.IGNORECASE
)
_SCALE = re.compile(r"\b(?:million|billion|thousand|crore|lakh)\b")
_GIVEN_TO = re.compile(r"\b(?:awarded|given|granted|paid|sent|goes|went|offered)\sto\s$")
_MAKES_UP = re.compile(rf"\b(?:{'|'.join(_WORDS['makes_up'])})\b", re.IGNORECASE)
_BY_THE_WAY = re.compile(r"\b(?:of|in|at|by|with|than|after|within|for)\s$")
_NOT_A_PART = word(_WORDS["not_a_part"])
_MOST = 8
_SENTENCES = 8
_REACH = 1200
_NEAR = 40
_NEXT = 200
_AROUND = 60
_MOST_OVER = Decimal("2.2")


def chains(story: Story) -> Iterator[tuple[Part, list[Part]]]:
    """Yield each whole with the parts that its own and the following sentences tell of it."""
    numbers = [parts_of(story, sentence) for sentence in story.sentences]
    for at, found in enumerate(numbers):
        for whole in found:
            if not _may_be_whole(story, whole):
                continue
            end = min(at + _SENTENCES, len(numbers))
            following = [
                (story.sentences[n], one)
                for n in range(at, end)
                for one in numbers[n]
                if whole.end <= one.start <= whole.start + _REACH
            ]
            parts = _told(story, whole, following)
            if len(parts) > 1:
                yield whole, parts


def _may_be_whole(story: Story, one: Part) -> bool:
    """Say whether a number counts something that is not told by the way: "a judgment of 71 pages"."""
    by_the_way = _BY_THE_WAY.search(story.text, max(0, one.start - _NEAR), one.start)
    return bool(one.unit) and (one.kind == "money" or (one.kind == "count" and not by_the_way))


def _told(story: Story, whole: Part, following: Sequence[tuple[Sentence, Part]]) -> list[Part]:
    """Return the first part, said to be one, and those that are added to it."""
    parts: list[Part] = []
    for sentence, one in following:
        low = max(sentence.start, one.start - _AROUND, _told_until(story, parts))
        before = story.text[low : one.start]
        after = story.text[one.end : min(sentence.end, one.end + _NEAR)]
        if not _fits(story, whole, one, before):
            continue
        if one.value >= whole.value or _ends(parts, before, after):
            break
        if _is_next(one, before, after) if parts else _is_first(story, whole, one, before, after):
            parts.append(one)
    return parts


def _fits(story: Story, whole: Part, one: Part, before: str) -> bool:
    """Say whether a number may be some of a whole: it has its unit, or none; of money it has at least a scale."""
    if whole.kind == "money" and not one.unit:
        return _SCALE.search(story.text[one.start : one.end]) is not None
    return one.unit in ("", whole.unit) or bool(_ADDED.search(before) and one.kind == "count")


def _ends(parts: Sequence[Part], before: str, after: str) -> bool:
    """Say whether a number is told of another time, or is some of the part before it."""
    of_part = bool(parts) and _OF_THESE.search(before) is not None
    return _NOT_A_PART.search(before[-_NEAR:]) is not None or (
        of_part and _OF_THEM.match(after) is None
    )


def _is_next(one: Part, before: str, after: str) -> bool:
    """Say whether a number is one more part: "another 40", "the other 40", "40 of them", "40 were"."""
    if _ADDED.search(before) or _THE_REST.search(before) or _OF_THEM.match(after):
        return True
    return not one.unit and bool(_DOES.match(after) or _GIVEN_TO.search(before))


def _told_until(story: Story, parts: Sequence[Part]) -> int:
    """Return where the last part ends, with its "of them"."""
    if not parts:
        return 0
    found = _OF_THEM.match(story.text, parts[-1].end)
    return found.end() if found else parts[-1].end


def _is_first(story: Story, whole: Part, one: Part, before: str, after: str) -> bool:
    """Say whether a number is some of a whole: "Of the 60 crew, 34 …", "34 of them …", "Fourteen were …"."""
    if _ADDED.search(before) or _THE_REST.search(before):
        return False
    if _OF_THEM.match(after) or _OF_THESE.search(before):
        return True
    between = story.text[whole.end : one.start]
    low = max(0, whole.start - _NEAR)
    if len(between) <= _AROUND and _OF_THE_WHOLE.search(story.text[low : whole.start]):
        return True
    is_bare = not one.unit and one.value > 1 and len(between) <= _NEXT
    return is_bare and _DOES.match(after) is not None


def shares(story: Story) -> Iterator[list[Part]]:
    """Yield percentages of one sentence and the next of which the last is the rest, or which make something up."""
    before: list[Part] = []
    for sentence in story.sentences:
        found = [one for one in parts_of(story, sentence) if one.unit == PERCENT]
        run = [*before, *found]
        made = [one for one in run if _makes_up(story, one)]
        rest = next((one for one in found if _is_rest(story, sentence, one)), None)
        told = [one for one in run if rest and one.start < rest.start]
        if rest and told and not any(_is_apart(story, one) for one in told):
            yield [told[-1], rest] if len(told) == 1 else [*told, rest]
        elif len(made) > 2 and not any(_is_apart(story, one) for one in made):  # noqa: PLR2004
            yield made
        before = found
    yield from _in_all(story)


def _in_all(story: Story) -> Iterator[list[Part]]:
    """Yield the shares of a whole article that make something up, where one is added to the others."""
    found = [
        (sentence, one)
        for sentence in story.sentences
        for one in parts_of(story, sentence)
        if one.unit == PERCENT and not _is_apart(story, one)
    ]
    added = [
        one
        for sentence, one in found
        if _ADDED.search(story.text, max(sentence.start, one.start - _NEAR), one.start)
    ]
    made = [one for _, one in found if one in added or _makes_up(story, one)]
    if added and len(made) > 2 and len(made) <= _MOST:  # noqa: PLR2004
        yield made


def _makes_up(story: Story, one: Part) -> bool:
    clause = story.clause(one)
    return _MAKES_UP.search(story.text, clause.start, clause.end) is not None


def _is_rest(story: Story, sentence: Sentence, one: Part) -> bool:
    before = story.text[max(sentence.start, one.start - _NEAR) : one.start]
    return _THE_REST.search(before) is not None


def _is_apart(story: Story, one: Part) -> bool:
    clause = story.clause(one)
    return _NOT_A_PART.search(story.text, clause.start, clause.end) is not None
