"""A name or a handle that is spelled in two ways: "Byeon Ha-jun" and "Byon Ha-jun"."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.data import vocabulary
from articles.engine.names import fold, strip_honorifics
from articles.engine.types import Finding, Kind, Severity, Span

_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SPELLED = frozenset({Kind.PERSON, Kind.ORG, Kind.PRODUCT, Kind.PLACE, Kind.EVENT, Kind.WORK})
_INFLECTED = re.compile(r"(?:s|es|n|an|ian|i|ic|a|o|e|ese|ish|er|ers)?")
_WORDS = vocabulary("spelling")
_OTHERS = frozenset(_WORDS["different"]) | frozenset(
    word.casefold()
    for table in ("countries", "regions", "cities", "groups")
    for name in vocabulary("places")[table]
    for word in name.split()
)
_SHORTEST = 4
_LONG = 7
_LONG_PAIR = 10
_LONELY = 6
_HANDLE_SLIPS = 2
_MOST_PASSAGES = 3
_MOST = 40
_MOST_NAMES = 2000


@dataclass(slots=True)
class _Name:
    """One spelling: its words in small letters, and where it stands."""

    words: tuple[str, ...]
    kind: Kind
    spans: list[Span]


def check(story: Story) -> list[Finding]:
    """Return a finding for each name that has a second spelling, and for each such handle."""
    names = _names(story)
    pairs = [
        *_one_word_differs(story, names),
        *_all_words_near(story, names),
        *_surnames(story, names),
        *_alone(names),
        *_handles(story),
    ]
    seen: set[Span] = set()
    found = []
    for pair in pairs:
        first = [name.spans[0] for name in pair]
        if seen.isdisjoint(first):
            seen.update(first)
            quotes = " and ".join(
                f"“{story.text[span.start : span.end]}”" for span in sorted(first)
            )
            message = f"One name is spelled in two ways: {quotes}."
            spans = tuple(sorted(span for name in pair for span in name.spans[:_MOST_PASSAGES]))
            found.append(Finding(Code.SPELLING_DRIFTS, Severity.WARNING, message, spans))
    return found


def _names(story: Story) -> list[_Name]:
    """Return the spellings of names, accents kept, case not."""
    names: dict[tuple[tuple[str, ...], Kind], _Name] = {}
    for one in story.mentions:
        if one.kind not in _SPELLED or len(names) >= _MOST_NAMES:
            continue
        words = _words(_POSSESSIVE.sub("", one.text), one.kind)
        if words:
            name = names.setdefault((words, one.kind), _Name(words, one.kind, []))
            name.spans.append(Span(one.start, one.end))
    return list(names.values())


def _words(name: str, kind: Kind) -> tuple[str, ...]:
    plain = strip_honorifics(name) if kind is Kind.PERSON else name
    return tuple(unicodedata.normalize("NFC", word).casefold() for word in _WORD.findall(plain))


def _one_word_differs(story: Story, names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield names of several words that differ in the spelling of one."""
    shapes: dict[tuple[Kind, int, tuple[str, ...]], list[_Name]] = defaultdict(list)
    for name in names:
        for at in range(len(name.words)) if len(name.words) > 1 else ():
            rest = tuple(fold(word) for n, word in enumerate(name.words) if n != at)
            shapes[name.kind, at, rest].append(name)
    for (_, at, _), alike in shapes.items():
        for one, other in combinations(alike[:_MOST], 2):
            if _drifts(one.words[at], other.words[at]) and not _together(story, one, other):
                yield one, other


def _all_words_near(story: Story, names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield persons' names of which several words are spelled in two ways: Nasrin Popy, Nasreen Popi."""
    shapes: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
    for name in names:
        if name.kind is Kind.PERSON and len(name.words) > 1:
            shapes[tuple(fold(word)[:2] for word in name.words)].append(name)
    for alike in shapes.values():
        for one, other in combinations(alike[:_MOST], 2):
            pairs = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
            near = all(
                _distance(fold(a), fold(b)) <= _HANDLE_SLIPS and "-" not in a for a, b in pairs
            )
            if len(pairs) > 1 and near and not _together(story, one, other):
                yield one, other


def _alone(names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield a name of one word that is printed once, and the one of the same kind that it nearly is."""
    single = [one for one in names if len(one.words) == 1]
    index: dict[tuple[Kind, str], list[_Name]] = defaultdict(list)
    for name in single:
        for key in _shorter(fold(name.words[0])) if len(name.spans) > 1 else ():
            index[name.kind, key].append(name)
    for name in single:
        if len(name.spans) == 1 and len(name.words[0]) >= _LONELY:
            keys = _shorter(fold(name.words[0]))
            near = {id(one): one for key in keys for one in index[name.kind, key][:_MOST]}
            for one in near.values():
                if _slips(one.words[0], name.words[0]):
                    yield one, name


def _surnames(story: Story, names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield a person's surname that stands alone once, and the full name that it nearly is."""
    full: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        if name.kind is Kind.PERSON and len(name.words) > 1:
            for variant in _shorter(fold(name.words[-1])):
                full[variant].append(name)
    known = {fold(word) for name in names if len(name.words) > 1 for word in name.words}
    for name in names:
        if name.kind is not Kind.PERSON or len(name.words) != 1 or len(name.spans) > 1:
            continue
        if fold(name.words[0]) in known:
            continue
        candidates = {id(one): one for key in _shorter(fold(name.words[0])) for one in full[key]}
        near = [one for one in candidates.values() if _slips(one.words[-1], name.words[0])]
        if len(near) == 1 and not _together(story, near[0], name):
            yield near[0], name


def _handles(story: Story) -> Iterator[tuple[_Name, _Name]]:
    """Yield two handles of which one has a letter wrong."""
    handles: dict[str, _Name] = {}
    for one in story.mentions:
        if one.kind is Kind.HANDLE:
            word = one.text[one.text.find("@") + 1 :].casefold()
            handle = handles.setdefault(word, _Name((word,), one.kind, []))
            handle.spans.append(Span(one.start, one.end))
    for first, second in combinations(list(handles.values())[:_MOST], 2):
        letters = first.words[0], second.words[0]
        if len(letters[0]) >= _LONELY and _distance(*letters) <= _HANDLE_SLIPS:
            yield first, second


def _drifts(one: str, other: str) -> bool:
    """Say whether two words may be one, where all the other words of the names are the same."""
    if fold(one) == fold(other):
        return one != other
    if _is_variant(one, other):
        return False
    one, other = fold(one), fold(other)
    most = 2 if min(len(one), len(other)) >= (_LONG_PAIR if "-" in one else _LONG) else 1
    return min(len(one), len(other)) >= _SHORTEST and _distance(one, other) <= most


def _slips(one: str, other: str) -> bool:
    """Say whether two words that stand alone are one, with a letter wrong."""
    if _is_variant(one, other) or min(len(one), len(other)) < _LONELY - 1:
        return False
    return _distance(fold(one), fold(other)) == 1


def _is_variant(one: str, other: str) -> bool:
    """Say whether two words differ by an ending (Maria, Mario; Korea, Korean), digits, or British spelling."""
    if any(sign.isdigit() for sign in one + other) or {one, other} <= _OTHERS:
        return True
    if "-" in one and len(one) == len(other) < _LONG_PAIR:  # Kwok-kin and Kwok-kit are two people.
        return True
    one, other = sorted((fold(one), fold(other)), key=len)
    if (
        other.startswith(one[:-1])
        and _INFLECTED.fullmatch(other[len(one) - 1 :])
        and _INFLECTED.fullmatch(one[-1])
    ):
        return True
    if other.startswith(one) and _INFLECTED.fullmatch(other[len(one) :]):
        return True
    return any(one.replace(a, b) == other.replace(a, b) for a, b in _WORDS["british"])


def _together(story: Story, one: _Name, other: _Name) -> bool:
    """Say whether a sentence names both: then they are two."""
    sentences = {story.sentence(span) for span in one.spans[:_MOST]}
    return any(story.sentence(span) in sentences for span in other.spans[:_MOST])


def _shorter(word: str) -> set[str]:
    """Return the word, and the word without each of its letters."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def _distance(one: str, other: str) -> int:
    """Return how many letters are wrong, missing, too many or swapped; 3 for more than two."""
    if abs(len(one) - len(other)) > 2:  # noqa: PLR2004 - as documented
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        new = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return min(row[-1], 3)
