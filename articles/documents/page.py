"""The article as a page shows it: the fragment that a frame is put around."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.template.loader import get_template

from articles.documents.addresses import section_path, subject_path, web_address
from articles.documents.body import Passages, annotated_body, annotated_summary
from articles.documents.cards import name_cards
from articles.documents.dates import partial_date_words
from articles.documents.markers import fill
from articles.documents.sources import source_of

if TYPE_CHECKING:
    from articles.documents.material import Material
    from articles.models import Article, Citation, Figure

WORDS_A_MINUTE = 230


@dataclass(frozen=True, slots=True)
class SourceNote:
    """One line of the sources panel."""

    number: int
    kind: str
    quote: str
    name: str
    path: str
    is_vague: bool
    medium: str
    date: str
    url: str
    host: str
    verification: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line of the figures box."""

    quote: str
    measures: str
    when: str
    note: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, its answer, and the id of the passage that the answer rests on, if any."""

    question: str
    answer: str
    passage: str


def render_page(material: Material) -> str:
    """Return the article element. Names, notes and passages are drawn into the sanitized words."""
    passages = Passages.of(material)
    article = material.article
    context = {
        "material": material,
        "article": article,
        "headline": material.revision.headline,
        "kind": material.kind_words,
        "section_path": section_path(article.section),
        "authors": [(byline, subject_path(byline.person)) for byline in material.authors],
        "primary_source_url": web_address(article.primary_source_url),
        "stamp": _stamp(article),
        "minutes": reading_minutes(material),
        "notes": [_note(n, one) for n, one in enumerate(material.citations, 1)],
        "figures": [_figure_line(material, one) for one in material.figures],
        "answers": [
            Answer(one.question, one.answer, passages.of_answer(one)) for one in material.faq
        ],
        "cards": name_cards(material),
        "topics": [(topic, subject_path(topic)) for topic in material.topics],
    }
    return fill(
        get_template("articles/article.html").render(context),
        summary=annotated_summary(material),
        body=annotated_body(material, passages),
    )


def _stamp(article: Article) -> str:
    """Return the post's own date line, unless it says no more than the dates above it do."""
    said = {article.first_published_at, article.updated_at}
    return "" if article.source_stamped_at in said else article.source_stamp


def reading_minutes(material: Material) -> int:
    """Return how long the words take to read, in whole minutes, at least one."""
    start, end = material.part("body")
    words = len(material.revision.text[start:end].split()) + len(material.revision.summary.split())
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def _note(number: int, citation: Citation) -> SourceNote:
    source = source_of(citation)
    return SourceNote(
        number=number,
        kind=citation.get_kind_display(),
        quote=citation.quote.strip(),
        name=source.name,
        path=subject_path(source.subject) if source.subject else "",
        is_vague=source.is_vague,
        medium=source.medium.capitalize(),
        date=source.date,
        url=source.url,
        host=urlsplit(source.url).netloc.removeprefix("www."),
        verification=citation.verification,
    )


def _figure_line(material: Material, figure: Figure) -> FigureLine:
    when = [
        f"as of {partial_date_words(figure.as_of)}" if figure.as_of else "",
        f"by {partial_date_words(figure.horizon)}" if figure.horizon else "",
    ]
    return FigureLine(
        quote=figure.quote,
        measures=figure.measures,
        when=", ".join(part for part in when if part),
        note=material.number_of(figure.citation_id),
    )
