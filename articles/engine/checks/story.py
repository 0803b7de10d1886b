"""A document as the rules read it: its sentences with their words, names, dates and figures."""

from __future__ import annotations

import datetime as dt
import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from articles.engine.checks.outline import Outline
from articles.engine.checks.stems import stem
from articles.engine.data import vocabulary
from articles.engine.spans import Ranged, enclosing, merge, sentences
from articles.engine.types import (
    DateMention,
    Document,
    Extraction,
    Figure,
    Kind,
    Mention,
    Span,
)

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOPWORDS = frozenset(vocabulary("stopwords")["words"])
_LONGEST_CLAUSE = 300
_LONGEST_SENTENCE = 2000
_LONGEST_PARAGRAPHS = 3000
_NESTED = 8
_ACTORS = frozenset({Kind.PERSON, Kind.ORG, Kind.PRODUCT, Kind.WORK, Kind.EVENT, Kind.LAW})
_BREAK = re.compile(
    r"[;:—]|\s[–-]\s|,?\s(?=(?:"
    + "|".join(vocabulary("separators")["clauses"])
    + r")\s)|,\s(?=(?:"
    + "|".join(vocabulary("separators")["clauses_after_comma"])
    + r")\s)"
)

R = TypeVar("R", bound=Ranged)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the part of the document in which it stands: headline, summary, body, faq, card."""

    start: int
    end: int
    part: str


class Story:
    """A document with what was found in it, indexed by position. Building it takes linear time."""

    def __init__(
        self,
        document: Document,
        extraction: Extraction,
        published: dt.datetime | dt.date | None = None,
    ) -> None:
        self.document = document
        self.extraction = extraction
        self.text = document.text
        self.outline = Outline(document)
        self.published = _day(document, published)
        self.mentions = sorted(extraction.mentions, key=lambda one: (one.start, one.end))
        self.dates = sorted(extraction.dates, key=lambda one: (one.start, one.end))
        self.figures = sorted(extraction.figures, key=lambda one: (one.start, one.end))

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Return the sentences of the text, in order; what never ends is cut."""
        return [
            Sentence(start, min(start + _LONGEST_SENTENCE, one.end), self.outline.part_at(start))
            for one in sentences(self.text)
            for start in range(one.start, one.end, _LONGEST_SENTENCE)
        ]

    def sentence(self, place: Ranged) -> Sentence:
        """Return the sentence in which a range begins."""
        found = enclosing(self.sentences, place.start)
        return found or Sentence(place.start, place.end, "body")

    def paragraph_before(self, at: int) -> int:
        """Return where the paragraph before that of an offset begins."""
        low = max(0, at - _LONGEST_PARAGRAPHS)
        line = self.text.rfind("\n", low, at)
        while line > low and self.text[line - 1].isspace():
            line -= 1
        return max(low, self.text.rfind("\n", low, max(low, line)))

    def clause(self, place: Ranged) -> Span:
        """Return the part of its sentence that a range belongs to, as commas and conjunctions cut it."""
        whole = self.sentence(place)
        low = max(whole.start, place.start - _LONGEST_CLAUSE)
        high = max(place.end, min(whole.end, place.end + _LONGEST_CLAUSE))
        breaks = [found.start() for found in _BREAK.finditer(self.text, low, high)]
        start = max((at for at in breaks if at < place.start), default=low)
        end = min((at for at in breaks if at >= place.end), default=high)
        return Span(start, end)

    def words(self, start: int, end: int) -> str:
        """Return a stretch of the text in lower case."""
        return self.text[start:end].lower()

    def quote(self, place: Ranged, around: int = 40) -> str:
        """Return a passage in quotation marks, with some words of its sentence before and after."""
        sentence = self.sentence(place)
        low, high = max(sentence.start, place.start - around), min(sentence.end, place.end + around)
        low = low if low == sentence.start else self.text.find(" ", low, place.start + 1) + 1
        high = high if high == sentence.end else self.text.rfind(" ", place.end, high)
        start, end = low or place.start, max(high, place.end)
        dots = ("…" if start > sentence.start else "", "…" if end < sentence.end else "")
        return f"“{dots[0]}{self.text[start:end].strip()}{dots[1]}”"

    def stems(self, start: int, end: int) -> frozenset[str]:
        """Return the stems of the words between two offsets that say something."""
        return frozenset(self.stem_list(start, end))

    def stem_list(self, start: int, end: int) -> list[str]:
        """Return the stems of the words between two offsets that say something, in order."""
        low = bisect_left(self._word_starts, start)
        high = bisect_left(self._word_starts, end)
        return [one for one in self._stems[low:high] if one]

    def count(self, one: str) -> int:
        """Return how many sentences use a stem."""
        return self._sentences_with[one]

    def weight(self, one: str) -> float:
        """Return how telling a stem is: the fewer sentences use it, the more. At most 1."""
        return math.log(1 + len(self.sentences) / max(self.count(one), 1)) / self._rarest

    def names(self, start: int, end: int) -> frozenset[str]:
        """Return the keys of the names between two offsets."""
        return frozenset(one.key for one in self.mentions_in(start, end))

    def actors(self, place: Ranged) -> frozenset[str]:
        """Return the keys of the people, bodies and things named in the sentence of a range."""
        sentence = self.sentence(place)
        return frozenset(
            one.key for one in self.mentions_in(sentence.start, sentence.end) if one.kind in _ACTORS
        )

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin between two offsets."""
        return _between(self.mentions, self._mention_starts, start, end)

    def dates_in(self, start: int, end: int) -> Sequence[DateMention]:
        """Return the dates that begin between two offsets."""
        return _between(self.dates, self._date_starts, start, end)

    def figures_in(self, start: int, end: int) -> Sequence[Figure]:
        """Return the figures that begin between two offsets."""
        return _between(self.figures, self._figure_starts, start, end)

    def figures_before(self, end: int, most: int) -> Sequence[Figure]:
        """Return the last figures that begin before an offset."""
        high = bisect_left(self._figure_starts, end)
        return self.figures[max(0, high - most) : high]

    def dates_of(self, iso: str) -> Sequence[DateMention]:
        """Return the mentions of one date."""
        return self._dates_by_iso.get(iso, ())

    @cached_property
    def _dates_by_iso(self) -> dict[str, list[DateMention]]:
        found: dict[str, list[DateMention]] = defaultdict(list)
        for date in self.dates:
            found[date.iso].append(date)
        return found

    @cached_property
    def values(self) -> frozenset[Decimal]:
        """Return the values of all figures."""
        return frozenset(one.value for one in self.figures)

    @cached_property
    def people(self) -> Counter[str]:
        """Return how often each person is named."""
        return Counter(one.key for one in self.mentions if one.kind is Kind.PERSON)

    def speaker(self, at: int) -> str:
        """Return the key of the source of the statement that holds an offset; empty for none."""
        high = bisect_left(self._spoken, (at + 1,))
        nearest = self._spoken[max(0, high - _NESTED) : high]
        return next((key for _, end, key in reversed(nearest) if at < end), "")

    @cached_property
    def _spoken(self) -> list[tuple[int, int, str]]:
        return sorted(
            (span.start, span.end, one.source.key)
            for one in self.extraction.citations
            if one.source and one.source.key
            for span in one.content
        )

    def has_value(self, low: Decimal, high: Decimal) -> bool:
        """Say whether a figure has a value from one to another, both included."""
        at = bisect_left(self._sorted_values, low)
        return at < len(self._sorted_values) and self._sorted_values[at] <= high

    @cached_property
    def _sorted_values(self) -> list[Decimal]:
        return sorted(self.values)

    def is_common(self, word: str) -> bool:
        """Say whether the text also prints a word, given in small letters, without a capital."""
        return word in self._lower

    @cached_property
    def _lower(self) -> frozenset[str]:
        return frozenset(found[0] for found in self._matches if found[0].islower())

    @property
    def protagonist(self) -> str:
        """Return the key of the person named most often, or of the first of them; empty for none."""
        return max(self.people, key=lambda key: self.people[key], default="")

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [one.start for one in self.mentions]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [one.start for one in self.dates]

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [one.start for one in self.figures]

    @cached_property
    def _matches(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.text))

    @cached_property
    def _word_starts(self) -> list[int]:
        return [found.start() for found in self._matches]

    @cached_property
    def _stems(self) -> list[str]:
        """Return the stem of each word; an empty one for words that say nothing, and for names."""
        named = merge(self.mentions)
        return [
            "" if word in _STOPWORDS or len(word) < 2 or enclosing(named, at) else stem(word)  # noqa: PLR2004
            for word, at in ((found[0].lower(), found.start()) for found in self._matches)
        ]

    @cached_property
    def _sentences_with(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for one in self.sentences:
            counts.update(self.stems(one.start, one.end))
        return counts

    @cached_property
    def _rarest(self) -> float:
        return math.log(1 + max(len(self.sentences), 1))


def _between(items: Sequence[R], starts: Sequence[int], start: int, end: int) -> Sequence[R]:
    return items[bisect_left(starts, start) : bisect_left(starts, end)]


def _day(document: Document, published: dt.datetime | dt.date | None) -> dt.date | None:
    """Return the day of publication: as told, or as stamped."""
    stamp = document.metadata.published or document.metadata.updated
    moment = published or (stamp and (stamp.local or stamp.instant))
    return moment.date() if isinstance(moment, dt.datetime) else moment or None
