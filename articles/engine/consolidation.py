"""One reading for each stretch of text, one kind for each name of the document.

1. Everyday words need a second sign; what brackets explain is read as a whole.
2. Every name gets the kind that most speaks for.
3. Where readings overlap, the longer wins; at the same place, knowledge wins over guessing.
4. Further occurrences of the names found are added.
5. Every mention gets its score; what is unlikely is dropped.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from articles.engine.boundaries import headlines, is_name
from articles.engine.confidence import likely
from articles.engine.kinds import CERTAIN, decide
from articles.engine.names import surname
from articles.engine.recognizers import acronyms, gazetteer
from articles.engine.spans import enclosing, longest, merge
from articles.engine.types import Document, Kind, KnownName, Mention

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from articles.engine.types import Span

_PRIORITY: Final = {"card": 0, "house": 1, "handle": 2, "lexicon": 3, "tagger": 4}
_CAPITAL: Final = re.compile(r"[ ]([A-Z]\w*)")
_SMALL_WORD: Final = re.compile(r"\b[a-z]{3,}\b")
_SHORTEST: Final = 3
_FULL_NAME: Final = 2


def consolidate(
    document: Document, readings: Sequence[Mention], *, excluded: Container[str] = ()
) -> list[Mention]:
    """Return mentions that do not overlap, in text order, each with the kind its name has here.

    What is `excluded` never is a name.
    """
    readings = [one for one in readings if one.text not in excluded]
    found = [one for one in named(document, readings) if one.text not in excluded]
    return likely(document.text, found, readings)


def named(document: Document, readings: Sequence[Mention]) -> list[Mention]:
    """Return the mentions before they are rated: the unlikely, too, with the scores of the readings."""
    text = document.text
    pairs = list(acronyms.explained(text))
    kept = _explained(text, _seconded(readings), pairs)
    explained = [(text[one.start : one.end], text[other.start : other.end]) for one, other in pairs]
    kinds = decide(
        text,
        kept,
        same=[*explained, *_recased({one.text for one in kept})],
        ambiguous=gazetteer.ambiguous(),
    )
    return _with_repeats(text, [_with_kind(one, kinds) for one in _without_overlap(kept)])


def _seconded(readings: Sequence[Mention]) -> list[Mention]:
    """Drop everyday words of the lexicon that nothing else takes for a name; WHO is none."""
    doubtful = gazetteer.ambiguous()
    others = {one.text for one in readings if one.method != "lexicon"}
    return [
        one
        for one in readings
        if one.method != "lexicon"
        or one.text not in doubtful
        or one.text in others
        or one.text.isupper()
    ]


def _explained(
    text: str, readings: Sequence[Mention], pairs: Iterable[tuple[Span, Span]]
) -> list[Mention]:
    """Read a name and its acronym in brackets where one of the two was read.

    An acronym of words that are written small, "memorandum of understanding (MoU)", is no name.
    """
    at = {(one.start, one.end): one for one in readings if one.method == "tagger"}
    common: set[str] = set()
    others: list[Mention] = []
    for long, short in pairs:
        if text[long.start].islower():
            common.add(text[short.start : short.end])
            continue
        for seen, other in ((long, short), (short, long)):
            reading = at.get((seen.start, seen.end))
            if reading and (other.start, other.end) not in at:
                name = text[other.start : other.end]
                others.append(
                    replace(reading, start=other.start, end=other.end, text=name, name=name)
                )
    return [*(one for one in readings if one.method != "tagger" or one.text not in common), *others]


def _recased(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the spellings that differ in letter case alone, as pairs: PyTorch and Pytorch."""
    by_letters: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        by_letters[name.casefold()].append(name)
    return [pair for spellings in by_letters.values() for pair in pairwise(spellings)]


def _with_kind(mention: Mention, kinds: Mapping[str, Kind]) -> Mention:
    kind = kinds[mention.text]
    if mention.method in CERTAIN or kind is mention.kind:
        return mention
    reason = f"{mention.reason}; {kind} by the evidence of the whole text"
    return replace(mention, kind=kind, name=mention.text, reason=reason)


def _without_overlap(readings: Iterable[Mention]) -> list[Mention]:
    best: dict[tuple[int, int], Mention] = {}
    for one in sorted(readings, key=lambda one: _PRIORITY[one.method]):
        best.setdefault((one.start, one.end), one)
    known = [one for one in best.values() if one.method in CERTAIN]
    closed = merge(known)
    guessed = [
        one for one in best.values() if one.method not in CERTAIN and not _crosses(one, closed)
    ]
    return longest([*known, *guessed])


def _crosses(mention: Mention, closed: Sequence[Span]) -> bool:
    """Say whether a guess cuts through something known; holding it whole is no crossing."""
    first, last = enclosing(closed, mention.start), enclosing(closed, mention.end - 1)
    return (first is not None and first.start < mention.start) or (
        last is not None and last.end > mention.end
    )


def _with_repeats(text: str, mentions: list[Mention]) -> list[Mention]:
    """Add further occurrences of the names, but no piece of a longer one ("Quill" in "Quill Street")."""
    names = _repeatable(mentions)
    found = gazetteer.Gazetteer(names, method=gazetteer.REPEAT).recognize(Document(text=text))
    taken = sorted(mentions, key=lambda one: one.start)
    goes_on = _Continued(text)
    added = [
        replace(one, name=one.text, reason=f"named elsewhere in the text as {one.name}")
        for one in found
        if not _overlaps_any(one, taken) and not goes_on(one)
    ]
    return sorted([*mentions, *added], key=lambda one: one.start)


class _Continued:
    """Whether a capital behind a name makes it longer; in a headline a common word has one, too."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._headlines = headlines(text)
        self._small = frozenset(_SMALL_WORD.findall(text)) if self._headlines else frozenset()

    def __call__(self, mention: Mention) -> bool:
        word = _CAPITAL.match(self._text, mention.end)
        if not word:
            return False
        titled = enclosing(self._headlines, mention.start) is not None
        return not (titled and word[1].lower() in self._small)


def _overlaps_any(mention: Mention, taken: Sequence[Mention]) -> bool:
    return any(enclosing(taken, at) is not None for at in (mention.start, mention.end - 1))


def _repeatable(mentions: Iterable[Mention]) -> list[KnownName]:
    counts: dict[str, Counter[Kind]] = defaultdict(Counter)
    full: dict[str, str] = {}
    for one in mentions:
        if one.kind is Kind.HANDLE or len(one.text) < _SHORTEST or not is_name(one.text):
            continue
        counts[one.text][one.kind] += 1
        if one.kind is Kind.PERSON and len(one.text.split()) >= _FULL_NAME:
            full.setdefault(surname(one.text), one.text)
    names = {
        text: KnownName(text, kinds.most_common(1)[0][0], "", text)
        for text, kinds in counts.items()
    }
    for short, name in full.items():
        if len(short) >= _SHORTEST and short[0].isupper():
            names.setdefault(short, KnownName(short, Kind.PERSON, "", name))
    return list(names.values())
