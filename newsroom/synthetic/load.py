"""Copy synthetic articles into the database, in parts of some hundred, each a transaction."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max
from django.utils.translation import override

from articles.documents.build import etag_of
from articles.documents.dates import Moment
from articles.models import AnySubject, Change, Post
from articles.pictures.share_card import ShareCardWords
from newsroom.synthetic import slots, words
from newsroom.synthetic.house import SOURCE, House, found_house
from newsroom.synthetic.ids import public_id
from newsroom.synthetic.instants import spellings
from newsroom.synthetic.patterns import (
    BORROWED_KEYS,
    TABLES,
    ArticlePattern,
    columns,
    hole,
    make_patterns,
)

FIRST: Final = dt.datetime(2015, 1, 1, 6, tzinfo=dt.UTC)
APART: Final = dt.timedelta(minutes=5)
MOST: Final = 1_200_000
"""There is a word of its own for as many articles, and for few more."""
PATTERNS: Final = 120
_PART: Final = 250
_TRUSTED: Final = """
    SELECT set_config('session_replication_role', 'replica', true)
    WHERE has_parameter_privilege('session_replication_role', 'SET')
"""
_WATCHED: Final = _TRUSTED.replace("'replica'", "'origin'")

Columns = dict[str, str]


def load_articles(
    count: int, *, seed: int, tell: Callable[[int], object], patterns: int = PATTERNS
) -> int:
    """Bring the number of synthetic articles up to `count`; return how many were added.

    Those that are there stay as they are. `tell` is called with the size of every part.
    """
    present = Post.objects.filter(source__name=SOURCE).count()
    if present >= count:
        return 0
    house = found_house(seed)
    with override(settings.LANGUAGE_CODE):
        made = make_patterns(min(patterns, count), seed=seed)
        writer = _Writer(house, made, seed)
        parts = (range(first, min(first + _PART, count)) for first in range(present, count, _PART))
        for filled in _one_ahead(writer.filled, parts):
            _copy(filled)
            tell(filled.articles)
    _set_sequences()
    return count - present


def tidy() -> None:
    """Let PostgreSQL count and clear up what was loaded: plans are made from that."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of some articles by table."""

    articles: int
    rows: Mapping[Any, str]


def _one_ahead(fill: Callable[[range], _Part], parts: Iterable[range]) -> Iterator[_Part]:
    """Yield the filled parts, in order: while PostgreSQL takes one in, the next is being filled."""
    with ThreadPoolExecutor(max_workers=1) as ahead:
        waiting: deque[Future[_Part]] = deque()
        for part in parts:
            waiting.append(ahead.submit(fill, part))
            if len(waiting) > 1:
                yield waiting.popleft().result()
        for last in waiting:
            yield last.result()


def _copy(part: _Part) -> None:
    """Copy the rows in, all or none.

    Where PostgreSQL lets us, it does not look every key up: rows and their targets come from one pattern.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_TRUSTED)
        for table, rows in part.rows.items():
            names = ", ".join(map(connection.ops.quote_name, columns(table)))
            with cursor.copy(f"COPY {table._meta.db_table} ({names}) FROM STDIN") as copy:
                copy.write(rows)
        cursor.execute(_WATCHED)


class _Writer:
    """Fills patterns in. The order of the parts is part of the seed: keys go on from one to the next."""

    def __init__(self, house: House, patterns: list[ArticlePattern], seed: int) -> None:
        self._house = house
        self._patterns = patterns
        self._seed = seed
        self._last = {
            table: _largest(table, "pk") for table in TABLES if table not in BORROWED_KEYS
        }
        self._sequence = _largest(Change, "sequence")

    def filled(self, numbers: range) -> _Part:
        """Return the rows of the articles with these numbers, as COPY takes them."""
        rows: dict[Any, list[str]] = {table: [] for table in TABLES}
        with override(settings.LANGUAGE_CODE):
            for number in numbers:
                pattern = self._patterns[number % len(self._patterns)]
                values = self._values(number, pattern)
                for table, texts in pattern.rows.items():
                    rows[table].append(texts.filled(values))
        return _Part(len(numbers), {table: "".join(texts) for table, texts in rows.items()})

    def _values(self, number: int, pattern: ArticlePattern) -> Columns:
        """Return what fills the holes of one article. The order of the draws is part of the seed."""
        rng = Random(f"{self._seed}:{number}")  # noqa: S311 - the same articles each time
        moment = FIRST + number * APART
        values = {hole(name): spelt for name, spelt in spellings(moment).items()}
        values |= self._people(rng) | self._things(rng)
        values[slots.SERIAL] = words.serial(number)
        values |= {
            slots.word(place): one for place, one in enumerate(words.words(rng, slots.WORDS))
        }
        own, post = public_id(moment, rng), public_id(moment, rng)
        values |= {hole("id"): str(own), hole("post-id"): str(post), hole("code"): own.hex[-8:]}
        values |= self._keys(pattern)
        return values | _hashes(pattern, values, Moment.of(moment))

    def _people(self, rng: Random) -> Columns:
        chosen = [
            *_some(self._house.people, slots.PEOPLE, rng),
            *_some(self._house.authors, slots.AUTHORS, rng),
        ]
        values: Columns = {}
        for place, one in enumerate(chosen):
            first, last = one.name.split()
            values |= _cases(slots.first_name(place), first) | _cases(slots.last_name(place), last)
            values |= _record("person", place, one)
        return values

    def _things(self, rng: Random) -> Columns:
        values: Columns = {}
        for kind, slot, count, pool in (
            ("organization", slots.organization, slots.ORGANIZATIONS, self._house.organizations),
            ("topic", slots.topic, slots.TOPICS, self._house.topics),
        ):
            for place, one in enumerate(_some(pool, count, rng)):
                values |= _cases(slot(place), one.name) | _record(kind, place, one)
        return values

    def _keys(self, pattern: ArticlePattern) -> Columns:
        values: Columns = {}
        for table, holes in pattern.keys.items():
            if table not in BORROWED_KEYS:
                last = self._last[table]
                values |= {name: str(last + place) for place, name in enumerate(holes, 1)}
                self._last[table] = last + len(holes)
        self._sequence += 1
        values[hole("sequence")] = str(self._sequence)
        return values


def _some(pool: Any, count: int, rng: Random) -> list[AnySubject]:
    """Choose different ones; the first of the pool come up more often than the last."""
    chosen: dict[int, AnySubject] = {}
    while len(chosen) < count:
        place = int(len(pool) * rng.random() ** 2)
        chosen[place] = pool[place]
    return list(chosen.values())


def _cases(slot: str, word: str) -> Columns:
    return {slot: word, slot.lower(): word.lower()}


def _record(kind: str, place: int, one: AnySubject) -> Columns:
    return {hole(kind, place): str(one.pk), hole(f"{kind}-id", place): str(one.public_id)}


def _hashes(pattern: ArticlePattern, values: Columns, published: Moment) -> Columns:
    card = ShareCardWords(
        headline=pattern.headline.filled(values),
        section=pattern.section,
        publication=settings.PUBLICATION_NAME,
        date=published.day,
    )
    values = values | {hole("card"): card.name}
    forms = {name: form.filled(values) for name, form in pattern.forms.items()}
    return {
        hole("card"): card.name,
        hole("post-hash"): _sha256(pattern.raw.filled(values)),
        hole("text-hash"): _sha256(pattern.text.filled(values)),
        hole("etag"): etag_of(pattern.path.filled(values), forms),
    }


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _largest(table: Any, column: str) -> int:
    found: int | None = table.objects.aggregate(largest=Max(column))["largest"]
    return found or 0


def _set_sequences() -> None:
    """Let the next rows that the newsroom itself writes follow those that were copied."""
    with connection.cursor() as cursor:
        for table in TABLES:
            if table in BORROWED_KEYS:
                continue
            name, key = table._meta.db_table, table._meta.pk.column
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence(%s, %s), max({key})) FROM {name}",  # noqa: S608
                [name, key],
            )
