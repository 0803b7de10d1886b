"""One text read from end to end, and what was found as one JSON object.

It is the format of `manage.py extract --json` and of the API's dry run.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from articles.engine.checks import check
from articles.engine.extraction import extract_tagged
from articles.engine.parsing import parse, parse_plain
from articles.engine.parsing.detection import detect
from articles.engine.types import Document, Extraction, Finding, Format

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from articles.engine.spans import Ranged
    from articles.engine.tagged import Tagging
    from articles.engine.types import (
        Citation,
        DateMention,
        FaqPair,
        Figure,
        Knowledge,
        Mention,
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with all that the engine says about it."""

    identifier: str
    document: Document
    extraction: Extraction
    findings: list[Finding]

    def as_json(self, engine: Mapping[str, str]) -> dict[str, Any]:
        """Return the reading as one JSON object; `engine` says what read it."""
        return as_json(self.identifier, self.document, self.extraction, self.findings, engine)


def document_of(text: str, chosen: Format | None) -> Document:
    """Return the document; a plain text keeps its text unchanged, so that offsets fit the file.

    Raises UnreadablePost.
    """
    format_ = chosen or detect(text)
    return parse_plain(text) if format_ is Format.TEXT else parse(text, format=format_)


def read(
    identifier: str,
    document: Document,
    tagging: Tagging,
    *,
    knowledge: Knowledge | None,
    published: dt.datetime | None,
) -> Reading:
    """Return what the engine says of a document that the tagger has read.

    Relative dates count from `published`, or else from the document's own stamp.
    """
    moment = published or _stamped(document)
    extraction = extract_tagged(document, tagging, knowledge=knowledge, published=moment)
    findings = check(document, extraction, published=moment)
    return Reading(identifier, document, extraction, findings)


def _stamped(document: Document) -> dt.datetime | None:
    stamp = document.metadata.published or document.metadata.updated
    return (stamp.instant or stamp.local) if stamp else None


def as_json(
    identifier: str,
    document: Document,
    extraction: Extraction,
    findings: Sequence[Finding],
    engine: Mapping[str, str],
) -> dict[str, Any]:
    """Return the JSON object of one document; every offset is a code point of its `text`."""
    return {
        "id": identifier,
        "text": document.text,
        "engine": dict(engine),
        "language": extraction.language,
        "mentions": [_mention(one) for one in extraction.mentions],
        "citations": [_citation(one) for one in extraction.citations],
        "figures": [_figure(one) for one in extraction.figures],
        "dates": [_date(one) for one in extraction.dates],
        "faq": [_pair(one) for one in extraction.faq],
        "findings": [_finding(one) for one in findings],
    }


def _range(one: Ranged) -> dict[str, int]:
    return {"start": one.start, "end": one.end}


def _mention(one: Mention) -> dict[str, Any]:
    return {
        **_range(one),
        "text": one.text,
        "type": one.kind.value,
        "name": one.name,
        "key": one.key,
        "score": round(one.score, 3),
        "method": one.method,
    }


def _citation(one: Citation) -> dict[str, Any]:
    source = one.source
    return {
        **_range(one),
        "kind": one.kind.value,
        "cue": {**_range(one.cue), "text": one.cue.text},
        "source": source
        and {**_range(source), "text": source.text, "type": source.type.value, "key": source.key},
        "content": [_range(span) for span in one.content],
        "medium": one.medium and one.medium.value,
        "date": one.date,
        "url": one.url,
    }


def _figure(one: Figure) -> dict[str, Any]:
    return {
        **_range(one),
        "text": one.text,
        "value": _number(one.value),
        "unit": one.unit,
        "qualifier": one.qualifier,
        "measures": one.measures,
        "as_of": one.as_of,
        "horizon": one.horizon,
        "kind": one.kind,
        "per": one.per,
    }


def _date(one: DateMention) -> dict[str, Any]:
    return {
        **_range(one),
        "text": one.text,
        "iso": one.iso,
        "granularity": one.granularity,
        "ambiguous": one.ambiguous,
        "qualifier": one.qualifier or None,
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _pair(one: FaqPair) -> dict[str, Any]:
    return {"question": _range(one.question), "answer": _range(one.answer)}


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message,
        "spans": [[span.start, span.end] for span in one.spans],
    }
