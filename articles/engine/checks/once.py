"""What happens once, in two years or months: "founded in 2012" and "since its foundation in 2014"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from articles.engine.checks.codes import Code
from articles.engine.checks.stems import stem
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.types import DateMention, Finding, Severity, Span

_ONCE = vocabulary("events")["once"]
_KIND = {word: kind for kind, words in _ONCE.items() for word in words}
_DATED = re.compile(
    r"\b(?P<deed>"
    + "|".join(_KIND)
    + r")\s+(?:(?!and\b|but\b|then\b)[\w’'-]+\s+){0,4}?(?:in|on|back in)\s+(?:early\s|late\s|mid-)?$",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:the|a|an|this|that)\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]{3,})(?:\swas|\swere|,)?\s(?:first\s)?$",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:its|his|her|their|it|he|she|they)\s(?:was\s|were\s|had\s(?:been\s)?|first\s)*$",
    re.IGNORECASE,
)
_REFERRING = frozenset({"founding", "building", "discovery", "opening", "merger"})
# Of "Ana Reyes founded Acme in 2012" it is Acme that was founded.
_DONE_TO = frozenset(
    {
        "founding",
        "opening",
        "building",
        "launch",
        "creation",
        "purchase",
        "publication",
        "discovery",
    }
)
_AGAIN = re.compile(
    r"\b(?:re-?|again|second|another|later|also|branch|office|first|old|new|former|caf[eé]|wing|extension)\b",
    re.IGNORECASE,
)
_LOOK_BACK = 90
_NAME_REACH = 24
_MOST = 20


@dataclass(frozen=True, slots=True)
class Deed:
    """When something was founded, born or opened, as one passage says; `subject` is empty for "it"."""

    kind: str
    subject: str
    days: Period
    span: Span


def check(story: Story) -> list[Finding]:
    """Return the pairs of dates that are given for what happens once."""
    groups: dict[str, list[Deed]] = defaultdict(list)
    for one in deeds(story):
        groups[one.kind].append(one)
    found = []
    for group in groups.values():
        known = {one.subject for one in group if one.subject}
        for one, other in combinations(group[:_MOST], 2):
            if not one.days.meets(other.days) and _one_subject(one, other, known):
                found.append(_finding(story, one, other))
                break
    return found


def told_in(story: Story) -> list[Deed]:
    """Return what a description dates whose every sentence is about one entity."""
    return list(deeds(story, about="it"))


def deeds(story: Story, *, about: str | None = None) -> Iterator[Deed]:
    """Yield what the text says of things that happen once, each with its subject and date.

    `about` is the subject where the text names none.
    """
    for date in story.dates:
        days = period(date.iso)
        sentence = story.sentence(date)
        found = _DATED.search(story.text, max(sentence.start, date.start - _LOOK_BACK), date.start)
        if found is None or days is None or not any(sign.isdigit() for sign in date.text):
            continue
        subject = _subject(story, found, date)
        subject = about if subject is None else subject
        around = story.text[max(sentence.start, found.start() - _NAME_REACH) : date.start]
        if subject is not None and not _AGAIN.search(around):
            kind = _KIND[found["deed"].lower()]
            yield Deed(kind, subject, days, Span(found.start("deed"), date.end))


def _subject(story: Story, found: re.Match[str], date: DateMention) -> str | None:
    """Return the key of whom the deed befell; empty where a pronoun stands for it, None where nobody is told."""
    at = found.start("deed")
    kind = _KIND[found["deed"].lower()]
    objects = story.mentions_in(found.end("deed"), date.start)
    if objects and kind in _DONE_TO and objects[0].start - found.end("deed") <= len(" the "):
        return objects[0].key
    near = [
        one for one in story.mentions_in(at - 2 * _NAME_REACH, at) if at - one.end <= _NAME_REACH
    ]
    between = story.text[near[-1].end : at] if near else ""
    if near and not re.search(r"[;:.]|\b(?:who|which|that)\b.*\w{4,}", between):
        return near[-1].key
    sentence = story.sentence(date)
    if at - sentence.start <= 1:  # "Founded in 2015, X sells maps."
        following = story.mentions_in(date.end, sentence.end)
        return following[0].key if following else ""
    if kind not in _REFERRING:
        return None
    if _REFERS.search(story.text, max(0, at - 40), at):
        return ""
    thing = _THING.search(story.text, max(sentence.start, at - 40), at)
    return f"the {stem(thing['noun'].lower())}" if thing else None


def _one_subject(one: Deed, other: Deed, known: set[str]) -> bool:
    if one.subject and other.subject:
        return one.subject == other.subject
    return len(known) <= 1


def _finding(story: Story, one: Deed, other: Deed) -> Finding:
    quotes = [f"“{story.text[deed.span.start : deed.span.end]}”" for deed in (one, other)]
    years = one.days.first.year != other.days.first.year
    code = Code.CONFLICTING_YEARS if years else Code.CONFLICTING_DATES
    message = f"What happens once has two dates: {quotes[0]} and {quotes[1]}."
    return Finding(code, Severity.ERROR, message, tuple(sorted((one.span, other.span))))
