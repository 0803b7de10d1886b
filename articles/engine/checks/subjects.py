"""Whom a passage is about: the person before the verb, the one that a pronoun stands for."""

from __future__ import annotations

import re

from articles.engine.checks.births import person_before
from articles.engine.checks.happenings import Happening
from articles.engine.checks.story import Story
from articles.engine.data import vocabulary
from articles.engine.types import Kind, Mention

_RELATIVE = re.compile(
    r"\b(?P<who>" + "|".join(vocabulary("ages")["relatives"]) + r")\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|who|whose)\b", re.IGNORECASE)
_GROUP = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|people|men|women|children|they|their|several|many|dozens|hundreds|soldiers|civilians|residents|workers|miners|passengers)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\band\s(?:his|her)\s\w+")
_OF = re.compile(r"\s(?:(?:of|by)\s)?(?:[A-Z]\w+\s)?")
_NEAR = 60
_BESIDE = 16


def who(story: Story, one: Happening) -> str:
    """Return whom the event befell: a person's key, "wife of" one, or nothing where it is unclear."""
    following = _people(one, one.word.end, one.word.end + _BESIDE)
    if following and _OF.fullmatch(story.text, one.word.end, following[0].start):
        return following[0].key
    return _before(story, one) or _after(story, one)


def _before(story: Story, one: Happening) -> str:
    """Return who stands before the words: by name, as somebody's relative, as a pronoun."""
    at = one.word.start
    low = max(story.sentence(one.date).start, at - _NEAR)
    near = _people(one, low, at)
    between = story.text[near[-1].start if near else low : at]
    between = between[len(near[-1].text) :] if near else between
    between = _TOGETHER.sub("", between)
    pronoun, relative = _last(_PRONOUN, between), _last(_RELATIVE, between)
    if relative and not (pronoun and pronoun.start() > relative.end()):
        return _relative(story, relative[1], at)
    if _GROUP.search(between):
        return ""
    if near:
        return near[-1].key
    before = person_before(story, at) if pronoun else None
    return before.key if before else ""


def _after(story: Story, one: Happening) -> str:
    """Return who follows where the sentence begins so: "Born in 1960, Berg came late."."""
    sentence = story.sentence(one.date)
    if one.word.start - sentence.start > _BESIDE // 2 or one.date.start < one.word.start:
        return ""
    after = _people(one, one.date.end, one.date.end + _NEAR)
    return after[0].key if after else ""


def _relative(story: Story, word: str, at: int) -> str:
    before = person_before(story, at)
    return f"{word.lower()} of {before.key}" if before else ""


def _people(one: Happening, start: int, end: int) -> list[Mention]:
    return [each for each in one.names if each.kind is Kind.PERSON and start <= each.start < end]


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for one in pattern.finditer(words):
        found = one
    return found
