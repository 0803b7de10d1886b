"""A card that says of a person what the text contradicts: the employer, the post, the year of joining."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.names import words
from articles.engine.types import Finding, Kind, Mention, Severity, Span

_WORDS = vocabulary("cards")
_LEFT = re.compile(
    r"\b(?:" + "|".join(_WORDS["left"]) + r")\s(?:the\s|his\s|her\s)?$", re.IGNORECASE
)
_JOINED = re.compile(r"\b[Jj]oined\b[^.;]{0,60}?\bin\s$")
_SINCE = re.compile(r"\bsince\s$")
_FOR = re.compile(r"\b(?:for|at|from|by)\s(?:the\s)?$")
_FORMER = re.compile(r"\b(?:" + "|".join(_WORDS["former"]) + r")(?:\b|$)", re.IGNORECASE)
_OFFICE = {name: office for office, names in _WORDS["offices"].items() for name in names}
_OFFICES = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, _OFFICE), key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)
_EMPLOYED = re.compile(
    r",\s(?:an?|the)\s[^,.;:\n]{3,60}?\s(?:at|of|with|for)\s(?:the\s)?$", re.IGNORECASE
)
_WORKS_AT = re.compile(r"\b(?:at|of|for|with)\s(?:the\s)?$", re.IGNORECASE)
# A railway may be called like a place.
_EMPLOYERS = frozenset({Kind.ORG, Kind.PLACE, Kind.PRODUCT})
_REACH = 90


@dataclass(frozen=True, slots=True)
class _Bio:
    """A card of the page: where it stands, whom it shows, which surname the text uses."""

    span: Span
    key: str
    surname: str


@dataclass(frozen=True, slots=True)
class _Time:
    span: Span
    days: Period
    employers: frozenset[str]


def check(story: Story) -> list[Finding]:
    """Return what cards say of people and the text denies."""
    return [finding for bio in _bios(story) for finding in _contradictions(story, bio)]


def _contradictions(story: Story, bio: _Bio) -> Iterator[Finding]:
    for rule in (_left, _post, _employer, _joined):
        pair = rule(story, bio)
        if pair:
            quotes = f"{story.quote(pair[0], 20)} and, on the card, {story.quote(pair[1], 20)}"
            message = f"The card contradicts the text: {quotes}."
            yield Finding(Code.CARD_CONTRADICTED, Severity.ERROR, message, tuple(sorted(pair)))
            return


def _bios(story: Story) -> Iterator[_Bio]:
    for part in story.document.parts:
        if not part.name.startswith("card["):
            continue
        line_end = story.text.find("\n", part.start, part.end)
        name_end = line_end if line_end >= 0 else part.end
        name = words(story.text[part.start : name_end])
        named = [one for one in story.mentions_in(part.start, name_end) if one.kind is Kind.PERSON]
        if name and named:
            yield _Bio(Span(name_end, part.end), named[0].key, name[-1])


def _left(story: Story, bio: _Bio) -> tuple[Span, Span] | None:
    """Compare "I left the ministry" with "agronomist at the ministry"."""
    employers = {one.key: one for one in _employers(story, bio)}
    for one in story.mentions:
        if one.key not in employers or one.start >= bio.span.start:
            continue
        verb = _LEFT.search(story.text, max(0, one.start - _REACH // 2), one.start)
        works = one.kind is Kind.ORG or (verb and _FOR.search(verb[0]))
        if verb and works and _is_about(story, bio, verb.start()):
            return Span(verb.start(), one.end), _span(employers[one.key])
    return None


def _employers(story: Story, bio: _Bio) -> Iterator[Mention]:
    """Yield the organizations for which a biography says that somebody works."""
    for one in story.mentions_in(bio.span.start, bio.span.end):
        sentence = story.sentence(one)
        low = max(sentence.start, bio.span.start)
        works = one.kind in _EMPLOYERS and _WORKS_AT.search(story.text, low, one.start)
        if works and not _FORMER.search(story.text, low, one.start):
            yield one


def _is_about(story: Story, bio: _Bio, at: int) -> bool:
    """Say whether a verb tells of the person of the card: named before it, or saying "I"."""
    sentence = story.sentence(Span(at, at))
    before = [one.key for one in story.mentions_in(sentence.start, at) if one.kind is Kind.PERSON]
    if before:
        return before[-1] == bio.key
    line = story.text.rfind("\n", 0, at) + 1
    speaker = [one.key for one in story.mentions_in(line, at) if one.kind is Kind.PERSON]
    return bool(speaker) and speaker[0] == bio.key


def _post(story: Story, bio: _Bio) -> tuple[Span, Span] | None:
    """Compare the posts that text and card give: "chief executive", "chief scientist"."""
    told = list(_offices(story, bio.span))
    beside = [found for one in story.mentions for found in _beside(story, one, bio)]
    if not told or not beside or {name for name, _ in told} & {name for name, _ in beside}:
        return None
    return beside[0][1], told[0][1]


def _offices(story: Story, span: Span) -> Iterator[tuple[str, Span]]:
    for found in _OFFICES.finditer(story.text, span.start, span.end):
        low = max(span.start, found.start() - 20)
        if not _FORMER.search(story.text, low, found.start()):
            yield _OFFICE[found[0].lower()], Span(*found.span())


def _beside(story: Story, one: Mention, bio: _Bio) -> Iterator[tuple[str, Span]]:
    """Yield the posts that stand beside the name of the card's person, in the text."""
    if one.key != bio.key or one.start >= bio.span.start - len(one.text) - 1:
        return
    before = Span(max(0, one.start - 45), one.start)
    for office, span in _offices(story, before):
        if re.fullmatch(r"\s", story.text[span.end : one.start]):
            yield office, span
    following = story.text[one.end : one.end + _REACH]
    apposition = re.match(r",\s[^,.;:\n”\"]{3,80}", following)
    if apposition:
        yield from _offices(story, Span(one.end, one.end + apposition.end()))


def _employer(story: Story, bio: _Bio) -> tuple[Span, Span] | None:
    """Compare "Reyes, a linguist at one university" with "Postdoc at another", told nowhere else."""
    told = [one for one in _employers(story, bio) if one.kind is Kind.ORG]
    spoken = {one.key for one in story.mentions_in(0, bio.span.start)}
    carded = {one.key for one in story.mentions_in(bio.span.start, bio.span.end)}
    if len(told) != 1 or told[0].key in spoken:
        return None
    for one in story.mentions_in(0, bio.span.start):
        person = _person_before(story, one, bio) if one.kind is Kind.ORG else None
        if person and one.key not in carded and not _alike(one, told[0]):
            return Span(person.start, one.end), _span(told[0])
    return None


def _person_before(story: Story, org: Mention, bio: _Bio) -> Mention | None:
    for one in story.mentions_in(max(0, org.start - _REACH), org.start):
        if one.key == bio.key and _EMPLOYED.fullmatch(story.text, one.end, org.start):
            return one
    return None


def _alike(one: Mention, other: Mention) -> bool:
    return bool({word for word in words(one.name) if len(word) > 3} & set(words(other.name)))  # noqa: PLR2004


def _joined(story: Story, bio: _Bio) -> tuple[Span, Span] | None:
    """Compare "joined in 2016" with "joined in 2012", "since 2019" with "since 2021" at one employer."""
    for pattern in (_JOINED, _SINCE):
        told = _times(story, bio.span, bio, pattern)
        for one in _times(story, Span(0, bio.span.start), bio, pattern):
            for other in told:
                together = pattern is _JOINED or one.employers & other.employers
                if together and not one.days.meets(other.days):
                    return one.span, other.span
    return None


def _times(story: Story, within: Span, bio: _Bio, pattern: re.Pattern[str]) -> list[_Time]:
    """Return the dates of a stretch that say since when the person of the card is somewhere."""
    found = []
    for date in story.dates_in(within.start, within.end):
        days = period(date.iso)
        sentence = story.sentence(date)
        low = max(sentence.start, within.start, date.start - _REACH)
        told = pattern.search(story.text[low : date.start])
        on_card = within.start == bio.span.start
        if days and told and (on_card or _is_about(story, bio, low + told.start())):
            orgs = (
                one.key
                for one in story.mentions_in(max(sentence.start, within.start), sentence.end)
                if one.kind is Kind.ORG
            )
            found.append(_Time(Span(low + told.start(), date.end), days, frozenset(orgs)))
    return found


def _span(one: Mention) -> Span:
    return Span(one.start, one.end)
