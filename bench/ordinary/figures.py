"""The figures about a person, looked for in the words of each article at each request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import orjson

from articles.documents.addresses import article_path
from articles.documents.facts import FigureForm, figure_forms
from articles.models import Article, Figure, Mention, Person
from articles.pages.subject_lines import Context, facts_in
from articles.selectors.site.figures import FEWEST_SHARED, Fact, NewerFigure
from articles.selectors.site.in_articles import ArticleLine, Lines, LinesPage
from bench.ordinary import rows

Told = list[tuple[Article, FigureForm]]


def figures_about(person: Person, articles: list[Article]) -> list[Context]:
    """Return the figures that these articles, fetched with teasers, give of a person."""
    told = [(one, form) for one in articles for form in _forms(person, one)]
    lines = []
    for article in articles:
        facts = tuple(_fact(form, article, told) for one, form in told if one is article)
        if facts:
            lines.append(Lines(_line(article), facts))
    return facts_in(LinesPage(tuple(lines)))


def _forms(person: Person, article: Article) -> Iterator[FigureForm]:
    revision = article.live_revision
    figures = Figure.objects.accepted().filter(revision=revision).order_by("start", "end", "pk")
    mentions = Mention.objects.accepted().filter(revision=revision).order_by("start", "end", "pk")
    material = replace(
        rows.teaser_material(article),
        figures=tuple(figures),
        mentions=tuple(mentions.select_related("person", "organization", "topic")),
    )
    for form in figure_forms(material):
        if (form.kind, form.target_id) == (person.facet_kind, person.pk):
            yield form


def _fact(form: FigureForm, article: Article, told: Told) -> Fact:
    record = orjson.loads(form.record)
    newer = next((pair for pair in told if _is_newer(pair, form, article)), None)
    if newer is None or (newer[1].low < form.high and form.low < newer[1].high):
        return Fact(record, None)
    other = orjson.loads(newer[1].record)
    if len({*record["words"]} & {*other["words"]}) < FEWEST_SHARED:
        return Fact(record, None)
    return Fact(record, NewerFigure(other, _line(newer[0])))


def _is_newer(pair: tuple[Article, FigureForm], form: FigureForm, article: Article) -> bool:
    other, theirs = pair
    same_days = (theirs.holds_from, theirs.holds_until) == (form.holds_from, form.holds_until)
    return (
        bool(form.measure)
        and theirs.measure == form.measure
        and other.first_published_at > article.first_published_at
        and (same_days or theirs.holds_from > form.holds_until)
    )


def _line(article: Article) -> ArticleLine:
    revision = article.live_revision
    return ArticleLine(revision.headline, article_path(article), article.first_published_at)
