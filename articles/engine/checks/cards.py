"""A card that says of a person what the text contradicts: the employer, the post, the home, the year of joining."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from articles.engine.checks.codes import Code
from articles.engine.checks.lives import stays
from articles.engine.checks.occupations import Post, posts_in, posts_of, posts_of_speaker
from articles.engine.checks.phrases import word
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.names import words
from articles.engine.types import Finding, Kind, Mention, Severity, Span

_WORDS = vocabulary("cards")
_LEFT = word(_WORDS["left"], r"\s(?:the\s|his\s|her\s)?$")
_BEGAN = re.compile(r"\b(?:[Jj]oined\b[^.;]{0,60}?\b(?:in|since)|since)\s$")
# One may leave a place as well as a house.
_PLAINLY = re.compile(
    r"(?:has\s|had\s)?(?:left|departed|quit|moved|parted|broke)\s(?:from\s|the\s)?$", re.IGNORECASE
)
_FORMER = word(_WORDS["former"], r"(?:\b|$)")
_FORMERLY = re.compile(
    r",\s(?:an?\s|the\s|once\s)?(?:former|formerly|ex|one-time|retired|once)\b[^,.;:\n]{0,60}?\s(?:at|of|with|for)\s(?:the\s)?$"
)
_UNTIL = re.compile(
    r"[^.;:\n]{0,30}?\s(?:until\s(?:[A-Z]\w+\s)?(?:19|20)\d\d\b|before\s(?:leaving|moving|quitting|retiring)\b)"
)
_EMPLOYED = re.compile(
    r"(?:,\s(?:who\sis\s)?(?:an?\s|the\s)?(?!who\b)[^,.;:\n]{3,60}?)?\s(?:at|of|with|for|from)\s(?:the\s)?$",
    re.IGNORECASE,
)
_WORKS_AT = re.compile(
    r"\b(?:at|of|for|with|runs|owns|leads|heads|chairs|edits|directs|manages)\s(?:the\s)?$",
    re.IGNORECASE,
)
# A railway may be called like a place.
_EMPLOYERS = frozenset({Kind.ORG, Kind.PLACE, Kind.PRODUCT})
_COMMON = frozenset(_WORDS["common"])
_MOST = 20
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
    is_entry: bool


def check(story: Story) -> list[Finding]:
    """Return what cards say of people and the text denies."""
    bios = islice(_bios(story), _MOST)
    return [finding for bio in bios for finding in _contradictions(story, bio)]


def _contradictions(story: Story, bio: _Bio) -> Iterator[Finding]:
    for rule in (_left, _post, _employer, _joined, _life):
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
        low = max(0, one.start - _REACH)
        verb = _LEFT.search(story.text, low, one.start) or _FORMERLY.search(
            story.text, low, one.start
        )
        verb = verb or _UNTIL.match(story.text, one.end)
        works = one.kind is Kind.ORG or (verb and not _PLAINLY.match(verb[0]))
        if verb and works and _is_about(story, bio, verb.start()):
            spans = min(verb.start(), one.start), max(verb.end(), one.end)
            return Span(*spans), _span(employers[one.key])
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
    """Say whether a verb tells of the person of the card: named before it, or meant by "I" or "she"."""
    sentence = story.sentence(Span(at, at))
    line = story.text.rfind("\n", 0, at) + 1
    if story.text.startswith("I ", max(0, at - 2)):
        nobody = all(one.kind is not Kind.PERSON for one in story.mentions_in(line, at))
        return nobody or story.speaker(at) == bio.key or _speaks_first(story, bio, line, at)
    before = [one.key for one in story.mentions_in(sentence.start, at) if one.kind is Kind.PERSON]
    if before:
        return before[-1] == bio.key
    spoken = [one.key for one in story.mentions_in(line, at) if one.kind is Kind.PERSON]
    after = [one.key for one in story.mentions_in(at, sentence.end) if one.kind is Kind.PERSON]
    return (spoken or after or [""])[0] == bio.key


def _speaks_first(story: Story, bio: _Bio, line: int, at: int) -> bool:
    """Say whether the first person that a paragraph names is the one of the card: "Berg: I left …"."""
    spoken = [one.key for one in story.mentions_in(line, at) if one.kind is Kind.PERSON]
    return spoken[:1] == [bio.key]


def _post(story: Story, bio: _Bio) -> tuple[Span, Span] | None:
    """Compare the posts that text and card give: "cellist", "violinist"."""
    carded: dict[str, list[Post]] = defaultdict(list)
    for post in posts_in(story, bio.span):
        carded[post.field].append(post)
    told: dict[str, list[Post]] = defaultdict(list)
    for post in _posts(story, bio) if carded else ():
        told[post.field].append(post)
    for field, posts in carded.items():
        if told[field] and not {one.name for one in posts} & {one.name for one in told[field]}:
            return told[field][0].span, posts[0].span
    return None


def _posts(story: Story, bio: _Bio) -> Iterator[Post]:
    """Yield the posts that the text gives the person of a card."""
    for one in story.mentions:
        if one.key == bio.key and one.end < bio.span.start:
            yield from posts_of(story, one)
    for post in posts_of_speaker(story, Span(0, bio.span.start)):
        if _is_about(story, bio, post.span.start):
            yield post


def _employer(story: Story, bio: _Bio) -> tuple[Span, Span] | None:
    """Compare "Reyes, a linguist at one university" with "Postdoc at another"."""
    told = [one for one in _employers(story, bio) if one.kind is Kind.ORG]
    if len({one.key for one in told}) != 1 or _knows(story, bio, told[0].key):
        return None
    carded = _telling(story.text[bio.span.start : bio.span.end])
    for one in story.mentions_in(0, bio.span.start):
        person = _person_before(story, one, bio) if one.kind is Kind.ORG else None
        if person and not _telling(one.name) & carded:
            return Span(person.start, one.end), _span(told[0])
    return None


def _knows(story: Story, bio: _Bio, employer: str) -> bool:
    """Say whether a sentence of the text names the person of the card and an organization."""
    sentences = {
        story.sentence(one) for one in story.mentions_in(0, bio.span.start) if one.key == bio.key
    }
    told = (one for one in story.mentions_in(0, bio.span.start) if one.key == employer)
    return any(story.sentence(one) in sentences for one in told)


def _person_before(story: Story, org: Mention, bio: _Bio) -> Mention | None:
    for one in story.mentions_in(max(0, org.start - _REACH), org.start):
        if one.key == bio.key and _EMPLOYED.fullmatch(story.text, one.end, org.start):
            return one
    return None


def _telling(name: str) -> set[str]:
    """Return the words of an organization's name that not many have in common."""
    return set(words(name)) - _COMMON


def _joined(story: Story, bio: _Bio) -> tuple[Span, Span] | None:
    """Compare "joined in 2016" with "joined in 2012", "since 2019" with "since 2021" at one employer."""
    told = _times(story, bio.span, bio)
    for one in _times(story, Span(0, bio.span.start), bio):
        for other in told:
            together = one.employers & other.employers or (one.is_entry and other.is_entry)
            if together and not one.days.meets(other.days):
                return one.span, other.span
    return None


def _times(story: Story, within: Span, bio: _Bio) -> list[_Time]:
    """Return the dates of a stretch that say since when the person of the card is somewhere."""
    found = []
    for date in story.dates_in(within.start, within.end):
        days = period(date.iso)
        sentence = story.sentence(date)
        low = max(sentence.start, within.start, date.start - _REACH)
        told = _BEGAN.search(story.text[low : date.start])
        on_card = within.start == bio.span.start
        if days and told and (on_card or _is_about(story, bio, low + told.start())):
            orgs = (
                one.key
                for one in story.mentions_in(max(sentence.start, within.start), sentence.end)
                if one.kind is Kind.ORG
            )
            is_entry = told[0].lower().startswith("joined")
            span = Span(low + told.start(), date.end)
            found.append(_Time(span, days, frozenset(orgs), is_entry=is_entry))
    return found


def _life(story: Story, bio: _Bio) -> tuple[Span, Span] | None:
    """Compare the home, the place of birth and the schools that text and card give."""
    carded = list(stays(story, bio.span))
    for one in stays(story, Span(0, bio.span.start)) if carded else ():
        if _is_about(story, bio, one.span.start):
            other = next((each for each in carded if each.turn == one.turn), None)
            if other and all(one.differs(each) for each in carded if each.turn == one.turn):
                return one.span, other.span
    return None


def _span(one: Mention) -> Span:
    return Span(one.start, one.end)
