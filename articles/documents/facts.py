"""Figures under those whom they are about, in a form that lets figures of other articles be compared.

A figure is about whoever an accepted mention names in its sentence, unless the sentence names them
only as its source.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

import orjson
from django.conf import settings

from articles.documents.contract import article_link, figure_json, named_json
from articles.documents.dates import is_partial_date
from articles.engine.checks.measures import telling
from articles.engine.checks.times import period
from articles.engine.checks.units import unit_of
from articles.engine.data import vocabulary
from articles.engine.spans import enclosing, sentences, subtract
from articles.engine.types import Figure as ReadFigure, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.documents.material import Material
    from articles.models import AnySubject, Citation, FacetKind, Figure, Mention

_BOUNDS: dict[str, str] = {
    word: side for side, words in vocabulary("measures")["bounds"].items() for word in words
}
_OVER = Decimal("1.5")
_NEAR = Decimal("1.06")
_SMALLEST = Decimal("0.0000001")
_DIGITS = 60  # more than the columns hold: nothing is rounded on the way
_MEASURE_LENGTH = 300


@dataclass(frozen=True, slots=True)
class FigureForm:
    """One figure under one subject, or under nobody, as `StoredFigure` keeps it."""

    figure_id: int
    kind: FacetKind | Literal[""]
    target_id: int
    measure: str
    low: Decimal
    high: Decimal
    holds_from: dt.date
    holds_until: dt.date
    unit: str
    record: str
    listed: str


def figure_forms(material: Material) -> tuple[FigureForm, ...]:
    """Return every figure under every subject that it is about, each value of a subject once.

    A figure whose sentence names nobody stands under nobody: no kind, and 0.
    """
    spans = sentences(material.revision.text)
    forms: dict[tuple[str, Decimal, str], FigureForm] = {}
    for figure in material.figures:
        sentence = enclosing(spans, figure.start)
        if sentence is None:
            continue
        about = tuple(_named(material, sentence))
        for subject in about or (None,):
            key = (subject.facet_key if subject else "", figure.value, figure.unit)
            if key not in forms or (figure.measures and not forms[key].measure):
                forms[key] = _form(material, figure, sentence, subject, about)
    return tuple(forms.values())


def span_of_days(value: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of a partial ISO 8601 date, or None for anything else."""
    days = period(value) if is_partial_date(value) else None
    return (days.first, days.last) if days else None


def meaning_of(value: Decimal, qualifier: str) -> tuple[Decimal, Decimal]:
    """Return the half-open range that a figure may stand for: "2 million" is 1.5 to 2.5 million."""
    with localcontext(prec=_DIGITS):
        return _range(value, qualifier)


def _range(value: Decimal, qualifier: str) -> tuple[Decimal, Decimal]:
    half = Decimal(1).scaleb(_last_digit(value)) / 2
    ends = [value - half, value + half]
    side = _BOUNDS.get(qualifier, "")
    if side == "over":
        ends = [value, max(value * _OVER, value / _OVER)]
    elif side == "under":
        ends = [min(value * _OVER, value / _OVER), value + _SMALLEST]
    elif side:
        ends += [value * _NEAR, value / _NEAR]
    low = min(ends).quantize(_SMALLEST, ROUND_FLOOR)
    return low, max(max(ends).quantize(_SMALLEST, ROUND_CEILING), low + _SMALLEST)


def _last_digit(value: Decimal) -> int:
    """Return the place of the last digit that is told: 6 for 2 million, -1 for 3.5."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) and value else 0


def _named(material: Material, sentence: Span) -> Iterator[AnySubject]:
    sources = [(one.source_start, one.source_end) for one in material.citations if _has_source(one)]
    found: dict[str, AnySubject] = {}
    for mention in material.mentions:
        subject = material.subject_of(mention)
        inside = sentence.start <= mention.start < sentence.end
        if subject is not None and inside and not _is_source(mention, sources):
            found.setdefault(subject.facet_key, subject)
    yield from found.values()


def _has_source(citation: Citation) -> bool:
    return citation.source_start is not None and citation.source_end is not None


def _is_source(mention: Mention, sources: Sequence[tuple[int | None, int | None]]) -> bool:
    return any(
        start is not None and end is not None and mention.start < end and start < mention.end
        for start, end in sources
    )


def _form(
    material: Material,
    figure: Figure,
    sentence: Span,
    subject: AnySubject | None,
    about: Sequence[AnySubject],
) -> FigureForm:
    low, high = meaning_of(figure.value, figure.qualifier)
    first, last = _holds(material, figure)
    return FigureForm(
        figure_id=figure.pk,
        kind=subject.facet_kind if subject else "",
        target_id=subject.pk if subject else 0,
        measure=_measure(figure),
        low=low,
        high=high,
        holds_from=first,
        holds_until=last,
        unit=figure.unit,
        record=_record(material, figure, sentence),
        listed=_listed(material, figure, sentence, about),
    )


def _holds(material: Material, figure: Figure) -> tuple[dt.date, dt.date]:
    """Return the days that the figure is given for; without a date of its own, that of the article."""
    span = span_of_days(figure.as_of)
    if span is not None:
        return span
    published = material.article.first_published_at
    if published is None:  # `gather` has refused such an article
        raise ValueError(material.path)
    day = published.astimezone(ZoneInfo(settings.PUBLICATION_TIME_ZONE)).date()
    return day, day


def _measure(figure: Figure) -> str:
    """Return what is measured, the same for other words of it; nothing where it is not told."""
    words = telling(figure.measures)
    unit = unit_of(
        ReadFigure(0, 0, figure.quote, figure.value, figure.unit, figure.qualifier or None)
    )
    measure = "|".join((unit, figure.horizon, " ".join(sorted(words))))
    is_told = bool(words - {unit}) and len(measure) <= _MEASURE_LENGTH
    return measure if is_told else ""


def _listed(material: Material, figure: Figure, sentence: Span, about: Sequence[AnySubject]) -> str:
    return orjson.dumps(
        {
            "id": figure.pk,
            **figure_json(material, figure),
            "sentence": material.revision.text[sentence.start : sentence.end].strip(),
            "about": [{"type": one.facet_kind, **named_json(one)} for one in about],
            "article": article_link(material),
        }
    ).decode()


def _record(material: Material, figure: Figure, sentence: Span) -> str:
    return orjson.dumps(
        {
            "quote": figure.quote,
            "qualifier": figure.qualifier,
            "measures": figure.measures,
            "as_of": figure.as_of,
            "horizon": figure.horizon,
            "sentence": material.revision.text[sentence.start : sentence.end],
            "words": _words_around(material, figure, sentence),
        }
    ).decode()


def _words_around(material: Material, figure: Figure, sentence: Span) -> list[str]:
    """Return the telling words of a sentence without its names and the figure itself."""
    holes = [one for one in (*material.mentions, figure) if one.start < sentence.end]
    left = subtract(sentence, [Span(one.start, one.end) for one in holes])
    text = material.revision.text
    return sorted(telling(" ".join(text[one.start : one.end] for one in left)))
