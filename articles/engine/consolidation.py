"""One reading for each stretch of text, one kind for each name of the document.

1. Readings of the tagger in title-case lines are dropped: capitals tell nothing there.
2. Names that are everyday words need a second sign.
3. Where readings overlap, the longer wins; at the same place, knowledge wins over guessing.
4. Every name gets the kind that most speaks for; a person's surname is a person.
5. Further occurrences of the names found are added, in the headline, too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.engine.boundaries import headlines, in_headline, is_name
from articles.engine.data import vocabulary
from articles.engine.kinds import context_votes, votes_by_surface
from articles.engine.names import fold, is_acronym, strip_honorifics, surname
from articles.engine.recognizers import gazetteer
from articles.engine.spans import enclosing, longest, merge, sentences
from articles.engine.types import Document, Kind, KnownName, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from articles.engine.types import Span

_PRIORITY = {"card": 0, "house": 1, "handle": 2, "acronym": 3, "form": 4, "lexicon": 5, "tagger": 6}
_KNOWN = frozenset({"card", "house", "handle"})
_EDGES = frozenset(vocabulary("never_names")["edges"]) | frozenset(
    vocabulary("never_names")["common"]
)
_TITLES = frozenset(vocabulary("names")["honorifics"])
_PLACES = frozenset(
    name for table in ("countries", "regions", "cities") for name in vocabulary("places")[table]
)
_JOINT = re.compile(r"\s+and\s+")
_IN_PLACE = re.compile(r"\b(?:in|near|outside|across|to|from|around) $")
_YIELDING = frozenset({Kind.PLACE, Kind.NORP})
_GUESSED = frozenset({Kind.PERSON, Kind.ORG})
_LAST_WORD = re.compile(r"(?P<word>[\w.’'-]+)[ ]$")
_NEXT_WORD = re.compile(r"[ ](?P<word>[A-Z][\w’'-]+)")
_LOWER_WORD = re.compile(r"\b[a-z]{3,}\b")
_SHORTEST = 3

_FULL_NAME = 2


def consolidate(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions that do not overlap, in text order, each with the kind its name has here."""
    text = document.text
    lines = headlines(text)
    kept = [one for one in mentions if one.method != "tagger" or not in_headline(lines, one.start)]
    kept = _confirmed(text, _without_known_parts(text, kept), lines)
    kinds = _decided(text, kept)
    chosen = [_with_kind(text, one, kinds) for one in _without_overlap(kept)]
    chosen = _without_lone_words(text, _without_common_words(text, chosen))
    return _with_repeats(text, chosen, lines)


def _without_known_parts(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Take a known name out of "IBM and Sound Ventures"; what is left is a reading of its own."""
    known = {(one.start, one.end) for one in mentions if one.method in {"house", "lexicon"}}
    kept: list[Mention] = []
    for one in mentions:
        joint = _JOINT.search(one.text) if one.method == "tagger" else None
        halves = (
            [(one.start, one.start + joint.start()), (one.start + joint.end(), one.end)]
            if joint
            else []
        )
        if not any(half in known for half in halves):
            kept.append(one)
            continue
        rest = [half for half in halves if half not in known and is_name(text[slice(*half)])]
        kept += [replace(one, start=a, end=b, text=text[a:b], name=text[a:b]) for a, b in rest]
    return kept


def _confirmed(text: str, mentions: Sequence[Mention], lines: list[Span]) -> list[Mention]:
    """Drop ambiguous words of the lexicon that only ever open a sentence or stand in a headline."""
    openings = {sentence.start for sentence in sentences(text)}
    doubtful = gazetteer.ambiguous()
    tagged = {one.text for one in mentions if one.method != "lexicon"}
    inside = {
        one.text
        for one in mentions
        if one.start not in openings and not in_headline(lines, one.start)
    }
    return [
        one
        for one in mentions
        if one.method != "lexicon"
        or one.text not in doubtful
        or one.text in inside
        or one.text in tagged
    ]


def _decided(text: str, mentions: Sequence[Mention]) -> dict[str, Kind]:
    """Return the kind of each name; a person's surname or first name is that person."""
    votes = votes_by_surface(text, mentions, gazetteer.ambiguous())
    decided = {name: max(kinds, key=lambda kind: kinds[kind]) for name, kinds in votes.items()}
    known = {one.text for one in mentions if one.method in _KNOWN or one.method == "acronym"}
    for short, support in _shares_of_people(decided, votes).items():
        kind = decided.get(short)
        rival = 0.0 if kind in _YIELDING or kind is None else votes[short][kind]
        if kind and short not in known and not _is_capitals(short) and support >= rival:
            decided[short] = Kind.PERSON
    return decided


def _shares_of_people(
    decided: Mapping[str, Kind], votes: Mapping[str, Mapping[Kind, float]]
) -> dict[str, float]:
    """Return the surnames and first names of the full names, with what speaks for those."""
    shares: dict[str, float] = defaultdict(float)
    for name, kind in decided.items():
        if kind is Kind.PERSON and len(name.split()) >= _FULL_NAME:
            first = strip_honorifics(name).split()[0]
            for short in {surname(name), first} - ({first} & _PLACES):
                shares[short] = max(shares[short], votes[name][Kind.PERSON])
    return shares


def _is_capitals(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _with_kind(text: str, mention: Mention, kinds: Mapping[str, Kind]) -> Mention:
    kind = kinds[mention.text]
    if mention.method in _KNOWN or kind is mention.kind:
        return mention
    if (
        kind is Kind.PERSON
        and mention.text in _PLACES
        and _IN_PLACE.search(text[max(0, mention.start - 10) : mention.start])
    ):
        return mention
    reason = f"{mention.reason}; {kind} by the evidence of the whole text"
    return replace(mention, kind=kind, name=mention.text, reason=reason)


def _without_overlap(mentions: Iterable[Mention]) -> list[Mention]:
    best: dict[tuple[int, int], Mention] = {}
    for mention in sorted(mentions, key=lambda one: _PRIORITY[one.method]):
        best.setdefault((mention.start, mention.end), mention)
    known = [one for one in best.values() if one.method in _KNOWN]
    closed = merge(known)
    guessed = [
        one for one in best.values() if one.method not in _KNOWN and not _crosses(one, closed)
    ]
    return longest([*known, *guessed])


def _crosses(mention: Mention, closed: Sequence[Span]) -> bool:
    """Say whether a guess cuts through something known; holding it whole is no crossing."""
    first, last = enclosing(closed, mention.start), enclosing(closed, mention.end - 1)
    return (first is not None and first.start < mention.start) or (
        last is not None and last.end > mention.end
    )


def _without_common_words(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Drop guessed one-word names that the text also writes in lower case."""
    common = set(_LOWER_WORD.findall(text))
    return [
        one
        for one in mentions
        if one.method != "tagger" or not one.text[1:].islower() or one.text.lower() not in common
    ]


def _without_lone_words(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Drop single words that only the tagger takes for a person or an organization.

    An acronym, the name of a person named in full, or words beside it that fit are a second sign.
    Without one, four of five such readings are wrong on news the tagger was not trained on.
    """
    people = [one.text for one in mentions if one.kind is Kind.PERSON and " " in one.text]
    parts = {part for name in people for part in (*strip_honorifics(name).split(), surname(name))}
    seconded = {one.text for one in mentions if context_votes(text, one)[one.kind]}
    return [
        one
        for one in mentions
        if one.method != "tagger"
        or one.kind not in _GUESSED
        or " " in one.text
        or one.text in seconded
        or (one.text in parts if one.kind is Kind.PERSON else is_acronym(one.text))
    ]


def _with_repeats(text: str, mentions: list[Mention], lines: list[Span]) -> list[Mention]:
    names = _repeatable(mentions)
    found = gazetteer.Gazetteer(names, method=gazetteer.REPEAT).recognize(Document(text=text))
    taken = sorted(mentions, key=lambda one: one.start)
    added = [
        replace(one, name=one.text, reason=f"named elsewhere in the text as {one.name}")
        for one in found
        if not _overlaps_any(one, taken)
        and (in_headline(lines, one.start) or _stands_alone(text, one))
    ]
    return sorted([*mentions, *added], key=lambda one: one.start)


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


def _stands_alone(text: str, mention: Mention) -> bool:
    """Say whether the name is not a piece of a longer capitalised one ("Apple" in "Apple Valley")."""
    before = _LAST_WORD.search(text[max(0, mention.start - 30) : mention.start])
    after = _NEXT_WORD.match(text, mention.end)
    if after and fold(after["word"]) not in _EDGES:
        return False
    if before is None or not before["word"][0].isupper():
        return True
    word = fold(before["word"].rstrip("."))
    return word in _EDGES or word in _TITLES or before["word"].endswith(("’s", "'s"))
