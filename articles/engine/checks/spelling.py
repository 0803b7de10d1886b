"""A name or a handle that is spelled in two ways: "Byeon Ha-jun" and "Byon Ha-jun"."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from articles.engine.checks.codes import Code
from articles.engine.checks.letters import distance, drifts, shortened, slips, slips_in_surname
from articles.engine.checks.story import Story
from articles.engine.names import fold, strip_honorifics
from articles.engine.spans import enclosing, merge
from articles.engine.types import Finding, Kind, Severity, Span

_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_CAPITAL = re.compile(r"\b[A-Z](?=[\w-]{4})[^\W\d_]{1,20}(?:-[^\W\d_]{1,20})?\b")
_SPELLED = frozenset(
    {Kind.PERSON, Kind.ORG, Kind.PRODUCT, Kind.PLACE, Kind.EVENT, Kind.WORK, Kind.NORP}
)
_LONELY = 6
_LONGEST = 40
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
        *_unnamed(story, names),
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
        if words and max(map(len, words)) <= _LONGEST:
            name = names.setdefault((words, one.kind), _Name(words, one.kind, []))
            name.spans.append(Span(one.start, one.end))
    return list(names.values())


def _words(name: str, kind: Kind) -> tuple[str, ...]:
    plain = strip_honorifics(name) if kind is Kind.PERSON else name
    plain = unicodedata.normalize("NFC", plain).replace("’", "'")
    return tuple(word.casefold() for word in _WORD.findall(plain))


def _one_word_differs(story: Story, names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield names of several words that differ in the spelling of one."""
    shapes: dict[tuple[Kind, int, tuple[str, ...]], list[_Name]] = defaultdict(list)
    for name in names:
        for at in range(len(name.words)) if len(name.words) > 1 else ():
            rest = tuple(fold(word) for n, word in enumerate(name.words) if n != at)
            shapes[name.kind, at, rest].append(name)
    for (_, at, _), alike in shapes.items():
        for one, other in combinations(alike[:_MOST], 2):
            if drifts(one.words[at], other.words[at]) and not _together(story, one, other):
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
                distance(fold(a), fold(b)) <= _HANDLE_SLIPS and "-" not in a for a, b in pairs
            )
            if len(pairs) > 1 and near and not _together(story, one, other):
                yield one, other


def _alone(names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield a name of one word that is printed once, and the one of the same kind that it nearly is."""
    single = [one for one in names if len(one.words) == 1]
    index: dict[tuple[Kind, str], list[_Name]] = defaultdict(list)
    for name in single:
        for key in shortened(fold(name.words[0])) if len(name.spans) > 1 else ():
            index[name.kind, key].append(name)
    for name in single:
        if len(name.spans) == 1 and len(name.words[0]) >= _LONELY:
            keys = shortened(fold(name.words[0]))
            near = {id(one): one for key in keys for one in index[name.kind, key][:_MOST]}
            for one in near.values():
                if slips(one.words[0], name.words[0]):
                    yield one, name


def _surnames(story: Story, names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield a surname that stands alone, whatever it was taken for, and the full name that it nearly is."""
    full: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        if name.kind is Kind.PERSON and len(name.words) > 1:
            for variant in shortened(fold(name.words[-1])):
                full[variant].append(name)
    known = {fold(word) for name in names if len(name.words) > 1 for word in name.words}
    for name in names:
        if len(name.words) != 1 or fold(name.words[0]) in known:
            continue
        is_person = name.kind is Kind.PERSON
        if not is_person and len(name.spans) > 1:
            continue
        candidates = {id(one): one for key in shortened(fold(name.words[0])) for one in full[key]}
        near = [
            one
            for one in candidates.values()
            if slips_in_surname(one.words[-1], name.words[0])
            and (is_person or one.words[-1][0] == name.words[0][0])
        ]
        if len(near) == 1 and not _together(story, near[0], name):
            yield near[0], name


def _unnamed(story: Story, names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield a person's surname, and a capitalised word that nothing else explains, one letter off."""
    surnames: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        if name.kind is Kind.PERSON and len(name.words[-1]) >= _LONELY:
            for key in shortened(fold(name.words[-1])):
                surnames[key].append(name)
    for name in _words_without_name(story):
        word, keys = name.words[0], shortened(fold(name.words[0]))
        near = {one.words[-1]: one for key in keys for one in surnames.get(key, ())}
        slipped = [one for last, one in near.items() if slips(last, word)]
        if word not in near and len(slipped) == 1:
            yield slipped[0], name
        if len(word) > _LONELY and story.sentence(name.spans[0]).start < name.spans[0].start:
            for key in keys:
                surnames[key].append(name)


def _words_without_name(story: Story) -> Iterator[_Name]:
    """Yield the capitalised words that no name holds, and that the text prints in no other way, once each."""
    named = merge(story.mentions)
    told: set[str] = set()
    for found in islice(_CAPITAL.finditer(story.text), _MOST_NAMES):
        word = found[0].casefold()
        if word in told or enclosing(named, found.start()) or story.is_common(word):
            continue
        told.add(word)
        yield _Name((word,), Kind.PERSON, [Span(*found.span())])


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
        if len(letters[0]) >= _LONELY and distance(*letters) <= _HANDLE_SLIPS:
            yield first, second


def _together(story: Story, one: _Name, other: _Name) -> bool:
    """Say whether a sentence names both: then they are two."""
    sentences = {story.sentence(span) for span in one.spans[:_MOST]}
    return any(story.sentence(span) in sentences for span in other.spans[:_MOST])
