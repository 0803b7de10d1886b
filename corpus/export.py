"""Articles as JSON objects: the form that `manage.py evaluate` and the training read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articles.engine.types import Span
from corpus.article import Article, Attribution, Mark
from corpus.values import figure

Row = dict[str, Any]


def export(article: Article, split: str) -> Row:
    """Return the object of one article; every offset is a code point of its text."""
    return {
        "id": article.id,
        "text": article.text,
        "published": article.published.isoformat(),
        "parts": _parts(article),
        "entities": [
            {**_range(mark), "type": mark.type, "text": mark.text, "identity": mark.value}
            for mark in article.names
        ],
        "figures": [_figure(mark) for mark in article.figures],
        "dates": [{**_range(mark), "text": mark.text, "iso": mark.value} for mark in article.dates],
        "attributions": [_attribution(one) for one in article.attributions],
        "faq": [
            {"question": _range(one.question), "answer": _range(one.answer)} for one in article.faq
        ],
        "contradictions": [
            {"code": one.code, "spans": _pairs(one.spans)} for one in article.contradictions
        ],
        "meta": {
            "split": split,
            "register": article.register,
            "topic": article.topic,
            "hand": article.hand,
            "place": article.place,
        },
    }


def _parts(article: Article) -> list[Row]:
    """Return the parts as the app names them: neighbouring blocks of one part are one."""
    parts: list[Row] = []
    for block in article.blocks:
        if parts and parts[-1]["name"] == block.part:
            parts[-1]["end"] = block.end
        elif block.part != "faq":
            parts.append({"name": block.part, "start": block.start, "end": block.end})
    return parts


def _range(one: Mark | Span) -> dict[str, int]:
    return {"start": one.start, "end": one.end}


def _figure(mark: Mark) -> Row:
    read = figure(mark.value)
    number, unit = read or (None, "")
    whole = number is not None and number == number.to_integral_value()
    value = number if number is None else int(number) if whole else float(number)
    return {**_range(mark), "text": mark.text, "value": value, "unit": unit}


def _attribution(one: Attribution) -> Row:
    return {
        "id": one.number,
        "source": _pairs(one.source),
        "cue": _pairs(one.cue),
        "content": _pairs(one.content),
        "source_identity": one.source_identity,
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
