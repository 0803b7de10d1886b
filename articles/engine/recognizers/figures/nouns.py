"""What a number counts or measures, as the words after it say: short, and nothing where it is not plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.patterns import any_of

_WORDS = vocabulary("figures")["words"]
_PLURALS = frozenset(_WORDS["plurals"])
_NOT_NOUNS = frozenset(_WORDS["not_nouns"])
_STOPS = frozenset(_WORDS["stops"])
_MONTHS = frozenset(name for names in vocabulary("stamps")["months"] for name in names)
_RATES = frozenset(rate.lower() for rate in _WORDS["rates"])
_RATE = re.compile(r"[\s(,]{1,2}((?i:" + any_of(_WORDS["rates"]) + r"))\b")
_WORD = re.compile(r"\s(?P<word>[^\W\d_](?:[\w'’&/-]*\w)?)")
_LINK = re.compile(r"\s(?P<word>of|in)(?:\s(?:the|its|their|all|new|total))?(?=\s)")
_MORE = re.compile(r"\s(?:more|other|further|additional|extra|such|or so)(?=\s)")
_COMPARED = frozenset(
    (
        "higher",
        "lower",
        "faster",
        "slower",
        "cheaper",
        "better",
        "larger",
        "smaller",
        "bigger",
        "greater",
        "old",
    )
)
_LONGEST_PHRASE = 4
# Not "glass", "virus", "analysis", "Ada's".
_PLURAL = re.compile(r".+[^siu'’]s")
_COMPOUND = re.compile(r"\w+(?:children|women|people|folk|craft|(?<!ci)(?<!gi)(?<!u|a|o)men)")
_HYPHENED_NOUNS: dict[str, str] = _WORDS["hyphened"]
_HYPHENED = re.compile(rf"-(?P<noun>{any_of(_HYPHENED_NOUNS)})\b(?!-(?!old))")
_PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|ing)")


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: the word, and the phrase that it closes ("new jobs")."""

    unit: str
    phrase: str
    end: int
    is_titled: bool = False


def counted_noun(text: str, start: int, *, titled: bool = False) -> Noun | None:
    """Return the plural noun that the number before `start` counts, or None.

    `titled` lets the noun be capitalised, as in a headline.
    """
    more = _MORE.match(text, start)
    for word, end in _words(text, more.end() if more else start, _STOPS - _COMPARED):
        if _is_plural(word) and (word.islower() or titled):
            return Noun(word.lower(), text[start:end].strip(), end, not word.islower())
    return None


def hyphened_noun(text: str, start: int) -> Noun | None:
    """Return what "38-page" and "20,000-strong" count, or None."""
    found = _HYPHENED.match(text, start)
    return Noun(_HYPHENED_NOUNS[found["noun"]], "", found.end()) if found else None


def measured_thing(text: str, start: int) -> str | None:
    """Return what a percentage, a multiple or a sum measures, from the words that follow it."""
    rate = _RATE.match(text, start)
    if rate:
        return rate[1]
    link = _LINK.match(text, start)
    phrase: list[str] = []
    for word, _ in _words(text, link.end() if link else start):
        if not phrase and not _may_open(word, link["word"] if link else ""):
            return None
        if phrase and _PARTICIPLE.fullmatch(word):
            break
        phrase.append(word)
    return " ".join(phrase) or None


def is_rate(thing: str) -> bool:
    """Say whether what is measured is no more than a kind of rate: "year-over-year"."""
    return thing.lower() in _RATES


def _words(text: str, start: int, stops: frozenset[str] = _STOPS) -> Iterator[tuple[str, int]]:
    """Yield up to four words with where they end, as far as one phrase may reach."""
    at = start
    for _ in range(_LONGEST_PHRASE):
        found = _WORD.match(text, at)
        if found is None or found["word"].lower() in stops:
            return
        yield found["word"], found.end()
        at = found.end()


def _is_plural(word: str) -> bool:
    word = word.lower()
    if word in _PLURALS or _COMPOUND.fullmatch(word):
        return True
    ends_in_s = _PLURAL.fullmatch(word) is not None
    return ends_in_s and word not in _NOT_NOUNS


def _may_open(word: str, link: str) -> bool:
    """Say whether a word may open what is measured: after "in", places and months may not."""
    if word.lower() in _MONTHS or (link != "of" and _PARTICIPLE.fullmatch(word)):
        return False
    return link == "of" or word[0].islower() or word.isupper()
