"""Read files with the engine and print what it finds. With --no-knowledge no database is needed."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import orjson
from django.apps import apps
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.engine.errors import EngineError
from articles.engine.parsing import parse, parse_plain
from articles.engine.parsing.decoding import decode
from articles.engine.reporting import Reading, document_of, read
from articles.engine.tagged import Tagger, Tagging
from articles.engine.types import Document, Format, Knowledge
from articles.engine.version import ENGINE_VERSION
from articles.knowledge import DatabaseKnowledge

AUTO = "auto"
STDIN = "-"
PORTION = 200_000
"""Bytes of JSON lines whose texts the tagger reads together."""


class Command(BaseCommand):
    """`manage.py extract FILE…`."""

    help = "Print the names, citations, figures, dates, questions and findings of posts."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the files and how they are read."""
        parser.add_argument(
            "files", nargs="*", metavar="FILE", help="a post; - reads standard input"
        )
        parser.add_argument(
            "--format", choices=[AUTO, *Format], default=AUTO, help="how the files are written"
        )
        parser.add_argument(
            "--published", type=_moment, metavar="ISO", help="what relative dates count from"
        )
        parser.add_argument(
            "--no-knowledge",
            action="store_true",
            help="ask no knowledge base: no database is needed",
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object a line")
        parser.add_argument(
            "--jsonl",
            metavar="IN",
            help='read lines {"id", "text" or "html", "published"?}; prints JSON',
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one reading for each file or line; a bad one is named and the others go on."""
        if not options["files"] and not options["jsonl"]:
            raise CommandError(
                "Name a file, - for standard input, or --jsonl with a file of lines."
            )
        engine = _Engine(
            tagger=_tagger(),
            knowledge=None if options["no_knowledge"] else DatabaseKnowledge(),
            published=options["published"],
        )
        failed = self._read_files(engine, options) if options["files"] else 0
        failed += self._read_lines(engine, options["jsonl"]) if options["jsonl"] else 0
        if failed:
            raise CommandError(f"{failed} could not be read.", returncode=1)

    def _read_files(self, engine: _Engine, options: dict[str, Any]) -> int:
        failed = 0
        chosen = None if options["format"] == AUTO else Format(options["format"])
        for name in options["files"]:
            try:
                reading = engine.read(name, document_of(decode(_bytes(name)), chosen))
            except (OSError, EngineError) as error:
                self.stderr.write(f"{name}: {error}")
                failed += 1
            else:
                self._print(engine, reading, as_line=options["json"])
        return failed

    def _read_lines(self, engine: _Engine, source: str) -> int:
        failed = 0
        with _opened(source) as lines:
            for portion in _portions(lines):
                for number, reading in engine.read_lines(portion):
                    if isinstance(reading, Reading):
                        self._print(engine, reading, as_line=True)
                    else:
                        self.stderr.write(f"{source}:{number}: {reading}")
                        failed += 1
        return failed

    def _print(self, engine: _Engine, reading: Reading, *, as_line: bool) -> None:
        if as_line:
            self.stdout.write(orjson.dumps(reading.as_json(engine.versions)).decode())
        else:
            self.stdout.write("\n".join(_summary(reading)))


@dataclass(frozen=True, slots=True)
class _Engine:
    """The engine with what it is given: the tagger, the knowledge base, a date."""

    tagger: Tagger
    knowledge: Knowledge | None
    published: dt.datetime | None

    @property
    def versions(self) -> dict[str, str]:
        return {"version": ENGINE_VERSION, "model": self.tagger.version}

    def read(self, identifier: str, document: Document) -> Reading:
        """Read one document."""
        (tagging,) = self.tagger.tag([document.text])
        return self._reading(_Post(identifier, document), tagging)

    def read_lines(
        self, lines: Sequence[tuple[int, bytes]]
    ) -> Iterator[tuple[int, Reading | EngineError | ValueError]]:
        """Yield the reading of each numbered JSON line in order, or what is wrong with it.

        The tagger reads the texts of all lines at once, which is faster than one by one.
        """
        parsed = [(number, _parsed(line)) for number, line in lines]
        posts = [post for _, post in parsed if isinstance(post, _Post)]
        tagged = iter(self.tagger.tag([post.document.text for post in posts]))
        for number, post in parsed:
            yield number, self._reading(post, next(tagged)) if isinstance(post, _Post) else post

    def _reading(self, post: _Post, tagging: Tagging) -> Reading:
        return read(
            post.identifier,
            post.document,
            tagging,
            knowledge=self.knowledge,
            published=post.published or self.published,
        )


@dataclass(frozen=True, slots=True)
class _Post:
    """A document that is still to be read."""

    identifier: str
    document: Document
    published: dt.datetime | None = None


def _portions(lines: Iterable[bytes]) -> Iterator[list[tuple[int, bytes]]]:
    """Yield the lines that hold something with their numbers, so many at once as memory bears."""
    portion: list[tuple[int, bytes]] = []
    size = 0
    for number, line in enumerate(lines, start=1):
        if line.strip():
            portion.append((number, line))
            size += len(line)
        if size >= PORTION:
            yield portion
            portion, size = [], 0
    yield portion


def _parsed(line: bytes) -> _Post | EngineError | ValueError:
    try:
        row = _row(line)
        document = (
            parse_plain(row["text"]) if "text" in row else parse(row["html"], format=Format.HTML)
        )
        published = dt.datetime.fromisoformat(row["published"]) if row.get("published") else None
    except (EngineError, ValueError) as error:
        return error
    return _Post(str(row["id"]), document, published)


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error}") from error
    if not isinstance(row, dict) or "id" not in row:
        raise ValueError('expected an object with "id" and "text" or "html"')
    words = row.get("text", row.get("html"))
    if not isinstance(words, str):
        raise ValueError('"text" or "html" must be a string')  # noqa: TRY004 - what a line holds is its value
    if not isinstance(row.get("published"), str | None):
        raise ValueError('"published" must be an ISO 8601 date')  # noqa: TRY004 - as above
    return row


def _bytes(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()


def _opened(source: str) -> BinaryIO:
    try:
        return sys.stdin.buffer if source == STDIN else Path(source).open("rb")
    except OSError as error:
        raise CommandError(str(error)) from error


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


def _summary(reading: Reading) -> Iterator[str]:
    """Yield what a person wants to read: names with their counts, sources, findings."""
    found = reading.extraction
    yield f"{reading.identifier}: {len(reading.document.text.split())} words"
    counts = Counter((one.kind.value, one.name) for one in found.mentions)
    for (kind, name), count in sorted(counts.items()):
        yield f"  {kind:<8} {name}" + (f" ×{count}" if count > 1 else "")
    for one in found.citations:
        source = one.source.text if one.source else "no source"
        yield f"  {one.kind.value:<10} “{one.cue.text}” {source}" + (
            f" ({one.medium})" if one.medium else ""
        )
    yield f"  {len(found.figures)} figures, {len(found.dates)} dates, {len(found.faq)} questions"
    for finding in reading.findings:
        yield f"  {finding.severity.value}: {finding.message} [{finding.code}]"
