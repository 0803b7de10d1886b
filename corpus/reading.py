"""One article file, read into its text and its annotation. What is wrong is collected, not raised."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from articles.engine.evaluation.gold import Asked
from articles.engine.types import Span
from corpus.article import (
    Article,
    Attribution,
    Card,
    Contradiction,
    Mark,
    Problem,
)
from corpus.marks import Reader
from corpus.quotations import quotations

_FENCE = "+++"
_REQUIRED = ("id", "topic", "register", "place", "published")
_KEYS = frozenset((*_REQUIRED, "byline", "contradictions"))
_TOML_LINE = re.compile(r"at line (\d+)")
_FAQ = "## FAQ"
_CARD = "## Card"
_SECTIONS = frozenset({_FAQ, _CARD})
_BULLET = "- "
_MOST_TELLING = ("PERSON", "HANDLE", "ORG")


@dataclass(slots=True)
class Reading:
    """A file while it is read: what was found in it, and what is wrong with it."""

    path: Path
    problems: list[Problem] = field(default_factory=list)
    article: Article | None = None

    def report(self, line: int, message: str) -> None:
        """Note an error."""
        self.problems.append(Problem(self.path, line, message))


@dataclass(slots=True)
class _Layout:
    """What stands where, beside the running text."""

    questions: list[Span] = field(default_factory=list)
    faq: list[Asked] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)


def read(path: Path) -> Reading:
    """Read one article file."""
    reading = Reading(path)
    try:
        lines = path.read_bytes().decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        reading.report(1, f"not UTF-8: {error}")
        return reading
    head, body_line = _front_matter(reading, lines)
    if head is None:
        return reading
    published = _published(reading, head)
    marks = Reader(reading.report)
    layout = _read_body(reading, marks, lines, body_line)
    if published is None or not marks.blocks:
        return reading
    reading.article = _article(reading, head, published, marks, layout)
    return reading


def _article(
    reading: Reading,
    head: dict[str, Any],
    published: dt.datetime,
    marks: Reader,
    layout: _Layout,
) -> Article:
    attributions = tuple(_resolved(one, marks.marks) for one in marks.attributions())
    return Article(
        path=reading.path,
        hand=reading.path.parent.name,
        id=str(head["id"]),
        topic=str(head["topic"]),
        register=str(head["register"]),
        place=str(head["place"]),
        published=published,
        byline=str(head.get("byline", "")),
        text=marks.text,
        blocks=tuple(marks.blocks),
        marks=tuple(marks.marks),
        attributions=attributions,
        quotations=tuple(quotations(marks.text, attributions)),
        faq=tuple(layout.faq),
        cards=tuple(layout.cards),
        contradictions=tuple(_contradictions(reading, head, marks.text)),
    )


def _front_matter(reading: Reading, lines: Sequence[str]) -> tuple[dict[str, Any] | None, int]:
    """Return the front matter and the number of the first line after it."""
    fences = [number for number, line in enumerate(lines) if line.strip() == _FENCE][:2]
    if len(fences) < 2 or fences[0] != 0:  # noqa: PLR2004 - one above, one below
        reading.report(1, f"the front matter must stand first, between two lines {_FENCE}")
        return None, 0
    try:
        head = tomllib.loads("\n".join(lines[1 : fences[1]]))
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        reading.report(1 + int(found[1]) if found else 1, f"front matter: {error}")
        return None, 0
    for key in sorted(set(_REQUIRED) - set(head)):
        reading.report(1, f"the front matter lacks {key}")
    for key in sorted(set(head) - _KEYS):
        reading.report(1, f"the front matter has an unknown key {key}")
    return (head if set(_REQUIRED) <= set(head) else None), fences[1] + 1


def _published(reading: Reading, head: dict[str, Any]) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(str(head["published"]))
    except ValueError:
        reading.report(1, f"published is not ISO 8601: {head['published']}")
        return None
    if moment.tzinfo is None:
        reading.report(1, f"published has no zone: {head['published']}")
        return None
    return moment


def _read_body(reading: Reading, marks: Reader, lines: Sequence[str], first: int) -> _Layout:
    layout = _Layout()
    section = previous = ""
    for number, line in enumerate((line.strip() for line in lines[first:]), first + 1):
        if line in _SECTIONS:
            section = line
            if line == _FAQ:
                marks.add("faq", "FAQ", number)
        elif line and section == _FAQ:
            _faq_line(reading, marks, layout, line, number)
        elif line and section == _CARD:
            _card_line(reading, marks, layout, line, number)
        elif line:
            _paragraph(reading, marks, line, previous, number)
        previous = line
    marks.finish()
    if layout.questions:
        reading.report(len(lines), "the last question has no answer")
    return layout


def _paragraph(reading: Reading, marks: Reader, line: str, previous: str, number: int) -> None:
    in_list = line.startswith(_BULLET) and previous.startswith(_BULLET)
    if previous and not in_list:
        reading.report(number, "an empty line must stand between two paragraphs")
    _body_line(reading, marks, line, number)


def _body_line(reading: Reading, marks: Reader, line: str, number: int) -> None:
    parts = {block.part for block in marks.blocks}
    if line.startswith("# "):
        if parts:
            reading.report(number, "the headline must stand first, and once")
        marks.add("headline", line[2:].strip(), number)
        return
    if not parts:
        reading.report(number, "the text must begin with a headline: # …")
    if line.startswith("> "):
        if "summary" in parts or "body" in parts:
            reading.report(number, "one line of summary, before the body")
        marks.add("summary", line[2:].strip(), number)
        return
    if line.startswith("#") and not line.startswith("## "):
        reading.report(number, f"a heading begins with “## ”: {line[:40]}")
    marks.add("body", line.removeprefix("## ").strip(), number)


def _faq_line(reading: Reading, marks: Reader, layout: _Layout, line: str, number: int) -> None:
    label, _, words = line.partition(":")
    asked = bool(layout.questions)
    if label not in {"Q", "A"} or (label == "A") is not asked:
        reading.report(number, f"expected a line “{'A' if asked else 'Q'}: …”: {line[:40]}")
        return
    part = f"faq[{len(layout.faq)}]"
    if label == "Q":
        layout.questions.append(marks.add(f"{part}.question", words.strip(), number))
    else:
        answer = marks.add(f"{part}.answer", words.strip(), number)
        layout.faq.append(Asked(layout.questions.pop(), answer))


def _card_line(reading: Reading, marks: Reader, layout: _Layout, line: str, number: int) -> None:
    label, _, words = line.partition(":")
    cards = layout.cards
    fresh = len(cards) + (label == "Name") - 1
    if label not in {"Name", "Handle", "Bio"} or (label != "Name" and not cards):
        reading.report(number, f"expected “Name: …”, “Handle: …” or “Bio: …”: {line[:40]}")
        return
    span = marks.add(f"card[{fresh}]", words.strip(), number)
    if label == "Name":
        cards.append(Card(span, Span(span.end, span.end), None))
    elif label == "Handle":
        cards[-1] = replace(cards[-1], handle=span)
    else:
        cards[-1] = replace(cards[-1], bio=span)


def _resolved(attribution: Attribution, marks: Sequence[Mark]) -> Attribution:
    """Say whose the statement is: as written, else whom the words of the source name."""
    inside = [
        mark
        for mark in marks
        for span in attribution.source
        if span.start <= mark.start and mark.end <= span.end and mark.type not in {"DATE", "FIGURE"}
    ]
    telling = [mark for type_ in _MOST_TELLING for mark in inside if mark.type == type_]
    named = next((mark.value for mark in (*telling, *inside)), "")
    return replace(attribution, source_identity=attribution.written_identity or named)


def _contradictions(reading: Reading, head: dict[str, Any], text: str) -> list[Contradiction]:
    found = []
    for row in head.get("contradictions", []):
        passages = tuple(str(words) for words in row.get("passages", ()))
        places = [text.find(words) for words in passages if text.count(words) == 1 and words]
        whole = [words for words in passages if words and text.count(words) == 1]
        spans = tuple(Span(at, at + len(words)) for at, words in zip(places, whole, strict=True))
        found.append(Contradiction(str(row.get("code", "")), passages, spans))
        if set(row) != {"code", "passages"}:
            reading.report(1, f"a contradiction has a code and passages, no more: {row}")
    return found
