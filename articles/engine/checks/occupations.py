"""What somebody does, as a text says it: "Ana Berg, the cellist", "deputy director Ana Berg", "Berg teaches history".

Posts of one field exclude each other: a goalkeeper is no striker, a deputy director no director.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.checks.phrases import any_of, word
from articles.engine.checks.story import Story
from articles.engine.data import vocabulary
from articles.engine.types import Mention, Span

_WORDS = vocabulary("occupations")
_FIELDS: dict[str, tuple[str, str]] = {
    name: (field, post)
    for field, posts in _WORDS.items()
    if field != "ranks"
    for post, names in posts.items()
    for name in names
}
_POST = re.compile(
    rf"\b(?:(?P<rank>{any_of(_WORDS['ranks'])})[- ])?(?P<name>{any_of(map(re.escape, _FIELDS))})(?:s?\b)",
    re.IGNORECASE,
)
_FORMER = word(vocabulary("cards")["former"], r"(?:\b|$)")
_APPOSITION = re.compile(
    r",\s(?!who\b|whose\b|where\b|which\b|and\b)(?:now\s)?[^,.;:\n”\"]{3,80}|\s\([^()\n]{3,60}\)"
)
_IS = re.compile(
    r"(?:,\swho)?\s(?:is|works\sas|serves\sas|remains|has\sbeen)\s(?!not\b)[^,.;:\n]{3,60}"
    r"|(?:,\swho)?\s(?=directs|has\sdirected|teaches|plays|edits|conducts|chairs)[^,.;:\n]{3,60}"
)
_TITLE = re.compile(r"[^\S\n]|[’']s\s|,\s")
_OF_TITLE = re.compile(r"(?:\s(?:of|at|for|in|with)\s[^,.;:\n]{2,50})?,?\s")
_SELF = re.compile(r"\bI(?:\sam|['’]m|\swork\sas|\splay\sas)\s(?:an?|the|still)?\s?[^,.;:\n]{3,40}")
_BEFORE = 70


@dataclass(frozen=True, slots=True)
class Post:
    """What somebody does: the field, and what it is in it."""

    field: str
    name: str
    span: Span


def posts_in(story: Story, within: Span) -> Iterator[Post]:
    """Yield the posts that a stretch of the text names, without those that are said to be over."""
    for found in _POST.finditer(story.text, within.start, within.end):
        low = max(within.start, found.start() - 24)
        if not _FORMER.search(story.text, low, found.start()):
            field, name = _FIELDS[found["name"].lower()]
            rank = f"{found['rank'].lower()} " if found["rank"] else ""
            yield Post(field, rank + name, Span(*found.span()))


def posts_of(story: Story, one: Mention) -> Iterator[Post]:
    """Yield the posts that the words around a name give its bearer."""
    sentence = story.sentence(one)
    yield from _before(story, one, sentence.start)
    for pattern in (_APPOSITION, _IS):
        found = pattern.match(story.text, one.end, max(sentence.end, one.end))
        if found:
            yield from posts_in(story, Span(one.end, found.end()))


def posts_of_speaker(story: Story, within: Span) -> Iterator[Post]:
    """Yield the posts that somebody claims in the first person: "I'm a nurse"."""
    for found in _SELF.finditer(story.text, within.start, within.end):
        yield from posts_in(story, Span(*found.span()))


def _before(story: Story, one: Mention, start: int) -> Iterator[Post]:
    """Yield "mayor Ana Berg" and "the director of the mill, Ana Berg,"."""
    for post in posts_in(story, Span(max(start, one.start - _BEFORE), one.start)):
        between = story.text[post.span.end : one.start]
        others = story.mentions_in(post.span.end, one.start)
        people = any(other.kind is one.kind for other in others)
        is_closed = not between.endswith(", ") or story.text[one.end : one.end + 1] in (",", ".")
        if _OF_TITLE.fullmatch(between) and between.endswith((", ", " ")) and is_closed:
            is_title = between == " " or between.endswith(", ")
            if is_title and not people:
                yield post
