"""A verb with the words that belong to it: "had not said", "is quoted as saying", "pointed out"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import lexicon
from articles.engine.recognizers.citations.lexicon import Form, Frame
from articles.engine.recognizers.citations.phrases import PRONOUNS
from articles.engine.spans import enclosing
from articles.engine.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.recognizers.citations.reading import Reading

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LAST = re.compile(r"(?P<word>[\w’'-]+)[ \u00a0]+$")
_QUOTED_AS = re.compile(
    r"\b(?:is|was|are|were|been) (?:\w+ )?(?:quoted|cited|reported) (?:by [^,;]{1,40} )?as $"
)
_HABIT = re.compile(r"\b(?:used|went on|goes on|going on|continued|continues)\s$")
_DATE_LEAD = re.compile(r"(?:\b(?:on|in|late|early|last|earlier|this) )*$")
_UNREAL = frozenset({"will", "can", "could", "may", "might", "must", "should", "shall"})
_NOT = frozenset({"not", "never", "n't"})
_HELPERS = lexicon.BE | lexicon.AUXILIARIES | lexicon.ADVERBS | _NOT | {"to", ""}
_MOST_VERBS = 40
_MOST_WORDS = 6
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class Group:
    """A reporting verb in its form; `start` is where the words that belong to it begin."""

    verb: lexicon.Verb
    cue: Span
    start: int
    passive: bool = False
    negated: bool = False
    infinitive: bool = False
    modal: bool = False
    unreal: bool = False

    def takes(self, *frames: Frame) -> bool:
        """Say whether the verb stands in one of these tables."""
        return not self.verb.frames.isdisjoint(frames)


def groups(reading: Reading) -> Iterator[Group]:
    """Yield the groups of verbs outside quotations, in text order."""
    text = reading.text
    done = 0
    counted = _Counted(reading)
    for word in _WORD.finditer(text):
        verbs = lexicon.VERBS.get(word[0]) or lexicon.VERBS.get(word[0].lower())
        if not verbs or word.start() < done or reading.quoted(word.start()):
            continue
        verb, end = _longest(text, verbs, word.end())
        if (
            verb is not None
            and not counted.is_full(word.start())
            and (word[0][0].islower() or _may_be_capital(reading, word, verb))
        ):
            done = end
            yield _group(reading, verb, Span(word.start(), end))


def _may_be_capital(reading: Reading, word: re.Match[str], verb: lexicon.Verb) -> bool:
    """Say whether a verb may be written large here: in a title, or as in "Said Berg: “…”"."""
    if reading.in_titles(word.start()):
        return verb.form in {Form.PRESENT, Form.PAST}
    opens = reading.sentence_at(word.start()).start == word.start()
    return opens and verb.base in lexicon.HABITS["opens_sentence"]


def begins(reading: Reading, verb: int) -> int:
    """Return where the words begin that belong to the verb at an offset: "had not said"."""
    return _helpers(reading, verb)[1]


class _Counted:
    """Counts the verbs of a sentence: where there are too many, it is no prose."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._end = -1
        self._count = 0

    def is_full(self, offset: int) -> bool:
        """Count the verb at the offset, and say whether its sentence has had its share."""
        if offset >= self._end:
            self._end, self._count = self._reading.sentence_at(offset).end, 0
        self._count += 1
        return self._count > _MOST_VERBS


def _longest(
    text: str, verbs: list[tuple[str, lexicon.Verb]], end: int
) -> tuple[lexicon.Verb | None, int]:
    for rest, verb in verbs:
        if not rest:
            return verb, end
        stop = end + 1 + len(rest)
        if text[end + 1 : stop].lower() == rest and not text[stop : stop + 1].isalnum():
            return verb, stop
    return None, end


def _group(reading: Reading, verb: lexicon.Verb, cue: Span) -> Group:
    if verb.form is Form.GERUND:
        low = max(0, cue.start - _WINDOW)
        quoted_as = _QUOTED_AS.search(reading.text, low, cue.start)
        if quoted_as:
            return Group(verb, cue, quoted_as.start(), modal=True)
    helpers, start, subject = _helpers(reading, cue.start)
    habit = _HABIT.search(reading.text, max(0, start - _WINDOW), start)
    if habit and "to" in helpers:
        return Group(verb, cue, habit.start(), modal=True)
    being = not helpers.isdisjoint(lexicon.BE)
    refused = {word for word in helpers if word.endswith(("n't", "n’t"))}
    return Group(
        verb,
        cue,
        start,
        passive=being and verb.form in {Form.PAST, Form.PARTICIPLE},
        negated=bool(refused) or not helpers.isdisjoint(_NOT),
        infinitive="to" in helpers,
        modal=bool(helpers & lexicon.AUXILIARIES or refused)
        or (being and verb.form is Form.GERUND)
        or _is_contracted(subject),
        unreal=not helpers.isdisjoint(_UNREAL),
    )


def _helpers(reading: Reading, start: int) -> tuple[set[str], int, str]:
    """Return the words before a verb that belong to it, where they begin, and the word before them."""
    helpers: set[str] = set()
    for _ in range(_MOST_WORDS):
        word, at = _before(reading, start)
        if word is None or not _helps(word):
            return helpers, start, word or ""
        helpers.add(word)
        start = at
    return helpers, start, ""


def _helps(word: str) -> bool:
    return word in _HELPERS or word.endswith(("ly", "n't", "n’t"))


def _before(reading: Reading, start: int) -> tuple[str | None, int]:
    """Return the word before an offset and where it begins; a date counts as an adverb, ""."""
    found = _LAST.search(reading.text, max(0, start - _WINDOW), start)
    if found is None or enclosing(reading.mentions, found.start()) is not None:
        return None, start
    date = enclosing(reading.dates, found.start())
    if date is not None:
        lead = _DATE_LEAD.search(reading.text, max(0, date.start - _WINDOW), date.start)
        return "", lead.start() if lead else date.start
    return found["word"].lower(), found.start()


def _is_contracted(word: str) -> bool:
    """Say whether a pronoun has swallowed the auxiliary: "he’s said", "they'd argue"."""
    pronoun, _, rest = word.replace("’", "'").partition("'")
    return bool(rest) and pronoun in PRONOUNS
