"""What the house has said before of those whom an article names: figures that readers can read, descriptions."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, Q
from django.db.models.functions import Now

from articles.models import (
    SUBJECT_MODELS,
    Article,
    Facet,
    FacetKind,
    Figure,
    Mention,
    Verdict,
    subject_of,
)

MOST_ARTICLES = 50
"""How many earlier articles are compared, the newest first."""

_FIELDS = {
    FacetKind.PERSON: "person",
    FacetKind.ORGANIZATION: "organization",
    FacetKind.TOPIC: "topic",
}
_LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class EarlierFigure:
    """A figure of another live article, with whom its sentence names."""

    target: str
    value: Decimal
    unit: str
    qualifier: str
    quote: str
    passage: str
    title: str
    published: dt.date


@dataclass(frozen=True, slots=True)
class RecordedFact:
    """The description of an entity."""

    target: str
    name: str
    statement: str


def earlier_figures(
    article: Article, targets: Collection[str], units: Collection[str]
) -> list[EarlierFigure]:
    """Return the figures of these units, in sentences that name one of the targets, of live articles.

    What somebody rejected is left out, and so is the article itself. Costs three queries.
    """
    if not targets or not units:
        return []
    figures = (
        Figure.objects.filter(
            revision__article__in=_articles(article, targets),
            revision=F("revision__article__live_revision"),
            unit__in=list(units),
            is_orphan=False,
        )
        .exclude(judgement=Verdict.REJECTED)
        .select_related("revision__article")
        .order_by("pk")
    )
    return [
        one
        for figure, named in _with_names(list(figures), frozenset(targets))
        for one in _earlier(figure, named)
    ]


def recorded_facts(targets: Collection[str]) -> list[RecordedFact]:
    """Return the descriptions of these records, where they have one. Costs a query for each kind."""
    facts: list[RecordedFact] = []
    for model in SUBJECT_MODELS.values():
        ids = _ids(model.facet_kind, targets)
        rows = model._default_manager.filter(pk__in=ids).exclude(description="") if ids else ()
        facts += [RecordedFact(row.facet_key, row.name, row.description) for row in rows]
    return facts


def _articles(article: Article, targets: Collection[str]) -> list[int]:
    """Return the newest articles under these targets that the public reads now."""
    under = Q()
    for kind in _FIELDS:
        under |= Q(kind=kind, target_id__in=_ids(kind, targets))
    rows = Facet.objects.visible_at(Now()).filter(under).exclude(article=article.pk)
    newest = rows.order_by("-visible_from", "-article").values_list("article_id", flat=True)
    return list(dict.fromkeys(newest[: 3 * MOST_ARTICLES]))[:MOST_ARTICLES]


def _ids(kind: FacetKind, targets: Iterable[str]) -> list[int]:
    split = (target.partition(":") for target in targets)
    return [int(pk) for name, _, pk in split if name == kind]


def _with_names(
    figures: list[Figure], targets: frozenset[str]
) -> Iterator[tuple[Figure, list[Mention]]]:
    """Yield each figure with the mentions of the targets in its article."""
    named: dict[int, list[Mention]] = defaultdict(list)
    revisions = {figure.revision_id for figure in figures}
    rows = (
        Mention.objects.filter(revision__in=revisions, is_orphan=False)
        .exclude(judgement=Verdict.REJECTED)
        .select_related(*_FIELDS.values())
    )
    for mention in rows:
        subject = subject_of(mention)
        if subject is not None and subject.facet_key in targets:
            named[mention.revision_id].append(mention)
    for figure in figures:
        yield figure, named[figure.revision_id]


def _earlier(figure: Figure, named: list[Mention]) -> Iterator[EarlierFigure]:
    """Yield the figure once for each target that its sentence names."""
    text, article = figure.revision.text, figure.revision.article
    start, end = _sentence(text, figure.start, figure.end)
    subjects = {subject_of(one) for one in named if start <= one.start < end}
    for subject in subjects:
        if subject is not None and article.first_published_at is not None:
            yield EarlierFigure(
                target=subject.facet_key,
                value=figure.value,
                unit=figure.unit,
                qualifier=figure.qualifier,
                quote=figure.quote,
                passage=text[start:end],
                title=figure.revision.headline,
                published=article.first_published_at.date(),
            )


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return roughly the sentence of a span: between full stops before blanks, and line feeds."""
    low, high = max(0, start - _LONGEST_SENTENCE), min(len(text), end + _LONGEST_SENTENCE)
    before = max(text.rfind(mark, low, start) + len(mark) for mark in (". ", "\n", "? ", "! "))
    after = [at for mark in (". ", "\n", "? ", "! ") if (at := text.find(mark, end, high)) >= 0]
    return max(low, before), min([*after, high])
