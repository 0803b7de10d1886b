"""Annotated texts: a line of a set as values. A section that a line does not annotate is None."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from articles.engine.types import Span

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """A name; `entity` says whom it means, where the set says it."""

    start: int
    end: int
    type: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution in pieces."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or period, as partial ISO 8601."""

    start: int
    end: int
    iso: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure."""

    start: int
    end: int
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its answer."""

    question: Span
    answer: Span


@dataclass(frozen=True, slots=True)
class Planted:
    """A contradiction and its passages."""

    code: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Specified:
    """One expected reading of a specification of Recognizers-Text: any of `values` is right."""

    start: int
    end: int
    type: str
    values: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated text."""

    identifier: str
    text: str
    published: dt.datetime | None = None
    names: tuple[Named, ...] | None = None
    attributions: tuple[Attributed, ...] | None = None
    dates: tuple[Dated, ...] | None = None
    figures: tuple[Counted, ...] | None = None
    faq: tuple[Asked, ...] | None = None
    contradictions: tuple[Planted, ...] | None = None
    model: str = ""
    specified: tuple[Specified, ...] | None = None


def read_gold(row: Row) -> Gold:
    """Return the annotated text of a line. Raises ValueError with what is wrong with it."""
    try:
        return _gold(row)
    except (KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise ValueError(f"not a line of an annotated set: {error!r}") from error


def _gold(row: Row) -> Gold:
    model = str(row.get("meta", {}).get("model", ""))
    entities = row.get("entities")
    moment = row.get("published") or row.get("meta", {}).get("ref")
    return Gold(
        identifier=str(row["id"]),
        text=row["text"],
        published=dt.datetime.fromisoformat(moment) if moment else None,
        names=None if model or entities is None else tuple(_named(one) for one in entities),
        attributions=_all(row, "attributions", _attributed),
        dates=_all(row, "dates", lambda one: Dated(one["start"], one["end"], one["iso"])),
        figures=_all(row, "figures", _counted),
        faq=_all(row, "faq", _asked),
        contradictions=_all(
            row, "contradictions", lambda one: Planted(one["code"], _spans(one["spans"]))
        ),
        model=model,
        specified=tuple(_specified(one) for one in entities)
        if model and entities
        else ()
        if model
        else None,
    )


def _all(row: Row, name: str, read: Any) -> Any:
    return None if row.get(name) is None else tuple(read(one) for one in row[name])


def _named(one: Row) -> Named:
    entity = one.get("link") or one.get("identity") or ""
    return Named(one["start"], one["end"], one["type"], str(entity))


def _attributed(one: Row) -> Attributed:
    return Attributed(_spans(one["source"]), _spans(one["cue"]), _spans(one["content"]))


def _counted(one: Row) -> Counted:
    return Counted(one["start"], one["end"], Decimal(str(one["value"])), str(one["unit"] or ""))


def _asked(one: Row) -> Asked:
    question, answer = one["question"], one["answer"]
    return Asked(Span(question["start"], question["end"]), Span(answer["start"], answer["end"]))


def _specified(one: Row) -> Specified:
    value = one["value"] or {}
    values = value.get("values") or [value]
    return Specified(one["start"], one["end"], str(one["type"]).split(".")[-1], tuple(values))


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
