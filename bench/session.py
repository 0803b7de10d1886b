"""One session: databases, servers, measurements, the conditions at its end."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

from django.db import connection
from tqdm import tqdm

from articles.engine.tagged import Tagger
from bench import cpu, report
from bench.cases import Case, cases
from bench.database import NAME, database, own_database
from bench.engine import SilentTagger, measure_engine
from bench.hostile import measure_hostile
from bench.publishing import Waiting, bring_in, measure_batch, measure_publishing
from bench.reading import measure_reading
from bench.servers import Server, serving
from newsroom.demo.knowledge import load_knowledge
from newsroom.synthetic.load import load_articles, tidy

USUAL = 10_000


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: a second database only where more than the usual is asked for."""

    articles: int = USUAL
    rounds: int = 7
    turns: int = 10
    posts: int = 100
    batch: int = 1_000

    @property
    def usual(self) -> int:
        """How many articles the database has that both sides answer from."""
        return min(self.articles, USUAL)


@dataclass(slots=True)
class Loaded:
    """A database with articles, and what it took."""

    name: str
    articles: int
    cases: list[Case]
    waiting: Waiting
    seconds: float
    megabytes: float = field(init=False)

    def __post_init__(self) -> None:
        """Ask PostgreSQL for its size."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            [size] = cursor.fetchone()
        self.megabytes = size / 1e6


def measurements(size: Size, *, name: str = NAME) -> Iterator[str]:
    """Yield what was loaded, and each table when it is measured. All of it is dropped at the end."""
    with ExitStack() as stack:
        stack.enter_context(own_database(name))
        loaded = [_load(name, size.usual)]
        yield report.loaded(loaded)
        if size.articles > size.usual:
            stack.enter_context(own_database(f"{name}_large"))
            loaded.append(_load(f"{name}_large", size.articles))
            yield report.loaded(loaded[1:])
        servers = [_serve(stack, one) for one in loaded]
        ordinary = stack.enter_context(
            serving("bench_ordinary", database=name, urls="bench.ordinary.urls")
        )
        large = (loaded[1].cases, servers[1]) if len(loaded) > 1 else None
        before = [cpu.megabytes(server.workers) for server in servers]
        found = measure_reading(
            loaded[0].cases, servers[0], ordinary, rounds=size.rounds, large=large
        )
        yield report.reading_table(found)
        if large:
            yield report.growth_table(found, loaded[1].articles)
        for server, memory in zip(servers, before, strict=True):
            yield report.memory(server.name, memory, cpu.megabytes(server.workers))
        yield report.publishing_table({one.articles: _publishing(one, size) for one in loaded})
        with database(loaded[0].name):
            batch = measure_batch(loaded[0].waiting, articles=size.batch, rounds=1)
        yield report.batch_table(batch, size.batch)
        yield report.conditions(articles=size.articles, rounds=size.rounds)


def engine_measurements(size: Size, *, tagger: Tagger) -> Iterator[str]:
    """Yield how fast the engine reads. Fills the database in use."""
    load_knowledge()
    yield report.engine_table(measure_engine(tagger=tagger, rounds=size.rounds, posts=size.posts))
    yield report.hostile_table(list(measure_hostile(tagger=SilentTagger())))
    yield report.conditions(articles=0, rounds=size.rounds)


def _load(name: str, articles: int) -> Loaded:
    started = time.monotonic()
    with tqdm(total=articles, unit="article", file=sys.stderr, disable=None, leave=False) as bar:
        load_articles(articles, seed=1, tell=bar.update)
    asked = cases()
    waiting = bring_in()
    tidy()
    return Loaded(name, articles, asked, waiting, time.monotonic() - started)


def _serve(stack: ExitStack, loaded: Loaded) -> Server:
    return stack.enter_context(serving(f"bench_{loaded.articles}", database=loaded.name))


def _publishing(loaded: Loaded, size: Size) -> dict[str, report.Cost]:
    with database(loaded.name):
        return measure_publishing(loaded.waiting, rounds=size.rounds, turns=size.turns)
