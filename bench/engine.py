"""How many words the engine reads in a second of one core."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles.engine.checks import check
from articles.engine.extraction import extract
from articles.engine.parsing import parse
from articles.engine.tagged import Tagger, Tagging
from articles.engine.types import Document
from articles.knowledge import DatabaseKnowledge
from bench.clock import costs
from newsroom.demo.knowledge import FOLDER


@dataclass(frozen=True, slots=True)
class Speed:
    """A step of the engine: CPU milliseconds for a post, and words in a CPU second."""

    step: str
    milliseconds: float
    words: float


@dataclass(frozen=True, slots=True)
class SilentTagger:
    """Finds nothing: what is left is everything but the model."""

    version: str = "silent"

    def tag(self, texts: Sequence[str]) -> list[Tagging]:
        """Return nothing for each text."""
        return [Tagging() for _ in texts]


def measure_engine(*, tagger: Tagger, rounds: int, posts: int) -> list[Speed]:
    """Return the speed of each step over the first `posts` demo posts, the house's names known."""
    raw = [path.read_text(encoding="utf-8") for path in _demo_posts()[:posts]]
    documents = [parse(text) for text in raw]
    knowledge = DatabaseKnowledge()
    knowledge.known_names()  # three queries, once for each article that a worker reads
    read = [extract(document, tagger=tagger, knowledge=knowledge) for document in documents]
    words = sum(len(document.text.split()) for document in documents)

    def extraction_with(chosen: Tagger) -> Callable[[Document], object]:
        return lambda document: extract(document, tagger=chosen, knowledge=knowledge)

    steps = {
        "parse": _over(parse, raw),
        "extract": _over(extraction_with(tagger), documents),
        "extract, the model left out": _over(extraction_with(SilentTagger()), documents),
        "check": _over(lambda pair: check(*pair), list(zip(documents, read, strict=True))),
    }
    return [
        Speed(step, cost.app / len(raw), words / cost.app * 1000)
        for step, cost in costs(steps, rounds=rounds, turns=1).items()
    ]


def _demo_posts() -> list[Path]:
    return sorted((FOLDER / "posts").glob("*.md"))


def _over(step: Callable[[object], object], inputs: Iterable[object]) -> Callable[[], object]:
    return lambda: [step(one) for one in inputs]
