"""What a passage dates: kinds of events by the words for them, each with its time and what it befell.

The words stand in `data/happenings.toml`. A date belongs to the nearest of them in its clause: before it
("opened in 2009"), or after one that leads ("In 2009 the bridge opened", "2009, the year it opened").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.engine.checks.stems import stem
from articles.engine.checks.story import Sentence, Story
from articles.engine.checks.times import period
from articles.engine.data import vocabulary
from articles.engine.spans import Ranged
from articles.engine.types import DateMention, Span

_KINDS = vocabulary("happenings")


def _pattern(words: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(
        r"\b(?:" + alternatives.replace("~ ", r"(?:[\w’'-]+\s){0,3}?") + r")\b", re.IGNORECASE
    )


_SAID = {kind: _pattern(one["said"]) for kind, one in _KINDS.items()}
_SINCE = {kind: _pattern(one["since"]) for kind, one in _KINDS.items() if "since" in one}
PERSONAL = frozenset(kind for kind, one in _KINDS.items() if one.get("of") == "person")

_WORDS = vocabulary("moments")
_CALENDAR = frozenset(
    stem(word)
    for words in (*vocabulary("stamps")["months"], vocabulary("stamps")["fillers"])
    for word in words
) | frozenset(_WORDS["of_time"])
IGNORED = _CALENDAR | frozenset(stem(word) for word in _WORDS["generic"])
BREAK = re.compile(
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
_FARTHEST = 90
_AFTER = 110
_BESIDE = 40
_MOST = 400


@dataclass(frozen=True, slots=True)
class Happening:
    """What one passage dates."""

    kinds: frozenset[str]
    date: DateMention
    word: Span
    """The words that say what happened."""

    @property
    def span(self) -> Span:
        """Return the passage from the event's words to its date, whichever comes first."""
        return Span(min(self.word.start, self.date.start), max(self.word.end, self.date.end))


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that say what happens."""

    start: int
    end: int
    kinds: frozenset[str]
    is_state: bool


def happenings(story: Story) -> list[Happening]:
    """Return what the text dates, in the order of the dates."""
    found = []
    hits: dict[Sentence, list[Hit]] = {}
    for date in story.dates[:_MOST]:
        if period(date.iso) is None:
            continue
        sentence = story.sentence(date)
        if sentence not in hits:
            hits[sentence] = hits_in(story, sentence)
        hit = _hit(story, date, sentence, hits[sentence])
        if hit is not None:
            found.append(Happening(hit.kinds, date, Span(hit.start, hit.end)))
    return found


def hits_in(story: Story, sentence: Sentence) -> list[Hit]:
    """Return the words of a sentence that say what happens; the longest of those that overlap."""
    found: dict[tuple[int, int], set[str]] = {}
    states = set()
    for table in (_SAID, _SINCE):
        for kind, pattern in table.items():
            for one in pattern.finditer(story.text, sentence.start, sentence.end):
                found.setdefault(one.span(), set()).add(kind)
                if table is _SINCE:
                    states.add(one.span())
    inside = (sentence.start, sentence.end)
    other: list[Ranged] = [*story.mentions_in(*inside), *story.dates_in(*inside)]
    kept: list[Hit] = []
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span)):
        taken = any(one.start < end and start < one.end for one in kept)
        if not taken and not any(one.start <= start and end <= one.end for one in other):
            kept.append(Hit(start, end, frozenset(found[start, end]), (start, end) in states))
    return sorted(kept, key=lambda one: one.start)


def _hit(story: Story, date: DateMention, sentence: Sentence, hits: list[Hit]) -> Hit | None:
    """Return the words that the date belongs to."""
    low = max(sentence.start, date.start - 2 * _FARTHEST)
    before = story.text[low : date.start]
    said = [one for one in hits if not one.is_state]
    joined = [one for one in said if date.start - 1 <= one.end <= date.start]
    leads = _LEADS.search(before) or (low == sentence.start and not before.strip())
    found: Hit | None = None
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


def _last_before(story: Story, date: DateMention, hits: list[Hit]) -> Hit | None:
    near = [one for one in hits if one.end <= date.start and date.start - one.end <= _FARTHEST]
    if not near or _is_apart(story, near[-1].end, date.start):
        return None
    return near[-1]


def _first_after(
    story: Story, date: DateMention, hits: list[Hit], within: int = _AFTER
) -> Hit | None:
    near = [one for one in hits if one.start >= date.end and one.start - date.end <= within]
    if not near or _is_apart(story, date.end, near[0].start):
        return None
    if within == _BESIDE and " that " in story.text[date.end : near[0].start]:
        return None  # "testified in March that she had sold it"
    return near[0]


def _is_apart(story: Story, start: int, end: int) -> bool:
    """Say whether a clause ends between two offsets, or another date stands there."""
    return BREAK.search(story.text, start, end) is not None or bool(story.dates_in(start, end))
