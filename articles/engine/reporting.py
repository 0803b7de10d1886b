"""What the engine found as one JSON object: the format of `manage.py extract --json`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from articles.engine.spans import Ranged
    from articles.engine.types import (
        Citation,
        DateMention,
        Document,
        Extraction,
        FaqPair,
        Figure,
        Finding,
        Mention,
    )


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
