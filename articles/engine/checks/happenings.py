"""What a passage dates: kinds of events by the words for them, each with its time and what it befell.

The words stand in `data/happenings.toml`. A date belongs to the nearest of them in its clause: before it
("opened in 2009"), or after one that leads ("In 2009 the bridge opened", "2009, the year it opened").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.checks.stems import stem
from articles.engine.checks.story import Sentence, Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.types import DateMention, Kind, Mention, Span

_KINDS = vocabulary("happenings")


def _pattern(words: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(
        r"\b(?:" + alternatives.replace("~ ", r"(?:[\w’'-]+\s){0,3}?") + r")\b", re.IGNORECASE
    )


_SAID = {kind: _pattern(one["said"]) for kind, one in _KINDS.items()}
_SINCE = {kind: _pattern(one["since"]) for kind, one in _KINDS.items() if "since" in one}
PERSONAL = frozenset(kind for kind, one in _KINDS.items() if one["of"] == "person")
OFTEN = frozenset(kind for kind, one in _KINDS.items() if one.get("often"))
ONCE = frozenset(kind for kind, one in _KINDS.items() if one.get("once"))

_WORDS = vocabulary("moments")
_CALENDAR = frozenset(
    stem(word)
    for words in (*vocabulary("stamps")["months"], vocabulary("stamps")["fillers"])
    for word in words
) | frozenset(_WORDS["of_time"])
_IGNORED = _CALENDAR | frozenset(stem(word) for word in _WORDS["generic"])
_BREAK = re.compile(
    r"[;:—.!?]\s|\s[–-]\s|,?\s(?:but|while|whereas|although|though|because)\s|,\s(?:and|or)\s"
)
_LEADS = re.compile(
    r"(?:^|[;:—,]\s|\s[–-]\s|\b(?:and|but|that|said)\s)(?:[“\"‘'(]\s?)?"
    r"(?:it\swas\s(?:only\s)?|(?:back|then|only|just|early|late|later|as\searly\sas|sometime|some\stime)\s){0,2}"
    r"(?:in|on|by|from|during|the)?\s?(?:the\s)?(?:early\s|late\s|spring\sof\s|summer\sof\s|autumn\sof\s|winter\sof\s|morning\sof\s|night\sof\s|evening\sof\s){0,2}$",
    re.IGNORECASE,
)
_NAMES_THE_DAY = re.compile(
    r",?\s(?:when\b|(?:as\s|which\s(?:was|is)\s)?the\s(?:very\s)?(?:day|date|year|month|week|morning|night|evening|moment|deadline|summer|winter|spring|autumn|time)\b)"
)
_ATTRIBUTE = re.compile(r"\b(?:the|its|his|her|their|that|this|a)\s$", re.IGNORECASE)
_SINCE_BEFORE = re.compile(
    r"\b(?:since|from)\s(?:the\s)?(?:early\s|late\s|spring\sof\s|summer\sof\s|autumn\sof\s|winter\sof\s|about\s|around\s|at\sleast\s)?$",
    re.IGNORECASE,
)
_ELSEWHEN = re.compile(
    r"\b(?:until|till|before|after|by|to|ahead\sof|as\sof|as\sat|than|between|through|towards?|for)\s(?:the\s)?(?:early\s|late\s|mid-?|end\sof\s|start\sof\s|beginning\sof\s)?$",
    re.IGNORECASE,
)
_TRANSITIVE = frozenset(kind for kind, one in _KINDS.items() if one.get("transitive"))
_PASSIVE = re.compile(r"(?:was|were|been|is|are)\s")
_FARTHEST = 90
_AFTER = 110
_AROUND = 90
_BESIDE = 40
_MOST = 400
_NEAREST = 5
_SUBJECT = 50


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with its time, as one passage tells it."""

    kinds: frozenset[str]
    days: Period
    date: DateMention
    word: Span
    """The words that say what happened."""

    names: tuple[Mention, ...]
    things: tuple[str, ...]
    """Stems of the words beside it that say what it befell."""

    subject: frozenset[str]
    """Those of them that stand directly before the words, and the keys of names there."""

    theme: frozenset[str]
    """Those of them that stand behind words that do something to a thing: "bought the farm"."""

    is_state: bool
    """It lasts: "has been closed since 2019"."""

    is_placed: bool
    """The year is told, or follows from the day of publication."""

    @property
    def has_digits(self) -> bool:
        """Say whether the date gives a number, as "3 May" does and "on Monday" does not."""
        return any(map(str.isdigit, self.date.text))

    @property
    def span(self) -> Span:
        """Return the passage from the event's words to its date, whichever comes first."""
        return Span(min(self.word.start, self.date.start), max(self.word.end, self.date.end))


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    kinds: frozenset[str]
    is_state: bool


def happenings(story: Story) -> list[Happening]:
    """Return what the text dates, in the order of the dates."""
    found = []
    hits: dict[Sentence, list[_Hit]] = {}
    for date in story.dates[:_MOST]:
        days = period(date.iso)
        if days is None:
            continue
        sentence = story.sentence(date)
        if sentence not in hits:
            hits[sentence] = _hits(story, sentence)
        hit = _hit(story, date, sentence, hits[sentence])
        if hit is not None:
            found.append(_happening(story, date, days, hit))
    return found


def _hits(story: Story, sentence: Sentence) -> list[_Hit]:
    """Return the words of a sentence that say what happens; the longest of those that overlap."""
    found: dict[tuple[int, int], set[str]] = {}
    states = set()
    for table in (_SAID, _SINCE):
        for kind, pattern in table.items():
            for one in pattern.finditer(story.text, sentence.start, sentence.end):
                found.setdefault(one.span(), set()).add(kind)
                if table is _SINCE:
                    states.add(one.span())
    named = [(one.start, one.end) for one in story.mentions_in(sentence.start, sentence.end)]
    kept: list[_Hit] = []
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span)):
        taken = any(one.start < end and start < one.end for one in kept)
        if not taken and not any(low <= start and end <= high for low, high in named):
            kept.append(_Hit(start, end, frozenset(found[start, end]), (start, end) in states))
    return sorted(kept, key=lambda one: one.start)


def _hit(story: Story, date: DateMention, sentence: Sentence, hits: list[_Hit]) -> _Hit | None:
    """Return the words that the date belongs to."""
    low = max(sentence.start, date.start - 2 * _FARTHEST)
    before = story.text[low : date.start]
    said = [one for one in hits if not one.is_state]
    joined = [one for one in said if date.start - 1 <= one.end <= date.start]
    leads = _LEADS.search(before) or (low == sentence.start and not before.strip())
    found: _Hit | None = None
    if _NAMES_THE_DAY.match(story.text, date.end, sentence.end):
        found = _first_after(story, date, said)
    elif joined:  # "goes back to 1978"
        found = joined[-1]
    elif _SINCE_BEFORE.search(before):
        found = _last_before(story, date, [one for one in hits if one.is_state])
    elif leads and not _ELSEWHEN.search(before):
        found = _first_after(story, date, said)
    elif not _ELSEWHEN.search(before):
        found = _last_before(story, date, said)
        if found is None or _ATTRIBUTE.search(before):
            found = _first_after(story, date, said, within=_BESIDE) or found
    return found


def _last_before(story: Story, date: DateMention, hits: list[_Hit]) -> _Hit | None:
    near = [one for one in hits if one.end <= date.start and date.start - one.end <= _FARTHEST]
    if not near or _is_apart(story, near[-1].end, date.start):
        return None
    return near[-1]


def _first_after(
    story: Story, date: DateMention, hits: list[_Hit], within: int = _AFTER
) -> _Hit | None:
    near = [one for one in hits if one.start >= date.end and one.start - date.end <= within]
    if not near or _is_apart(story, date.end, near[0].start):
        return None
    if within == _BESIDE and " that " in story.text[date.end : near[0].start]:
        return None  # "testified in March that she had sold it"
    return near[0]


def _is_apart(story: Story, start: int, end: int) -> bool:
    """Say whether a clause ends between two offsets, or another date stands there."""
    return _BREAK.search(story.text, start, end) is not None or bool(story.dates_in(start, end))


def _happening(story: Story, date: DateMention, days: Period, hit: _Hit) -> Happening:
    sentence = story.sentence(date)
    low, high = min(hit.start, date.start), max(hit.end, date.end)
    start, end = max(sentence.start, low - _AROUND), min(sentence.end, high + _AROUND)
    breaks = [one.end() for one in _BREAK.finditer(story.text, start, low)]
    start = breaks[-1] if breaks else start
    after = _BREAK.search(story.text, high, end)
    end = after.start() if after else end
    return Happening(
        hit.kinds,
        days,
        date,
        Span(hit.start, hit.end),
        tuple(story.mentions_in(start, end)),
        tuple(_things(story, start, hit, date, end)),
        _subject(story, max(start, date.end) if date.end <= hit.start else start, hit),
        _theme(story, hit, date, end),
        hit.is_state,
        str(days.first.year) in date.text or not any(map(str.isdigit, date.text)),
    )


def _subject(story: Story, start: int, hit: _Hit) -> frozenset[str]:
    low = max(start, hit.start - _SUBJECT)
    words = [word for word in story.stem_list(low, hit.start) if word not in _IGNORED]
    return frozenset(words) | story.names(low, hit.start)


def _things(story: Story, start: int, hit: _Hit, date: DateMention, end: int) -> Iterator[str]:
    """Yield the telling stems beside the words: before them, between them and the date, after both."""
    own = story.stems(hit.start, hit.end)
    low, high = sorted((hit.start, date.start))
    middle = (min(hit.end, date.end), high)
    for words in (
        story.stem_list(start, low)[::-1][:_NEAREST],
        story.stem_list(*middle)[: 2 * _NEAREST],
        story.stem_list(max(hit.end, date.end), end)[:_NEAREST],
    ):
        yield from (word for word in words if word not in _IGNORED and word not in own)


def _theme(story: Story, hit: _Hit, date: DateMention, end: int) -> frozenset[str]:
    if hit.kinds.isdisjoint(_TRANSITIVE) or _PASSIVE.search(
        story.text, max(0, hit.start - len("were ")), hit.end
    ):
        return frozenset()
    high = date.start if date.start > hit.end else end
    words = [word for word in story.stem_list(hit.end, high)[:_NEAREST] if word not in _IGNORED]
    names = (one.key for one in story.mentions_in(hit.end, high) if one.kind is not Kind.PLACE)
    return frozenset(words) | frozenset(names)
