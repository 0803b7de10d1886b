"""One session: a corpus, three measurements, the conditions at its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.engine.tagged import Tagger
from bench import report
from bench.corpus import load_corpus
from bench.engine import SilentTagger, measure_engine
from bench.hostile import measure_hostile
from bench.publishing import measure_publishing
from bench.reading import measure_reading


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured. `turns` are the requests of one side in one round."""

    articles: int = 60
    rounds: int = 9
    turns: int = 10
    posts: int = 100


def measurements(size: Size, *, tagger: Tagger) -> Iterator[str]:
    """Yield the conditions, and each table when it is measured. Fills the database in use."""
    corpus = load_corpus(articles=size.articles, tagger=tagger)
    yield report.conditions(articles=size.articles, rounds=size.rounds)
    yield report.reading_table(measure_reading(corpus, rounds=size.rounds, turns=size.turns))
    yield report.publishing_table(measure_publishing(corpus, rounds=size.rounds, turns=size.turns))
    yield report.engine_table(measure_engine(tagger=tagger, rounds=size.rounds, posts=size.posts))
    yield report.hostile_table(list(measure_hostile(tagger=SilentTagger())))
