"""The article as a page shows it: the fragment that a frame is put around."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.template.loader import get_template
from django.utils.translation import gettext as _

from articles.documents.addresses import section_path, subject_path, web_address
from articles.documents.body import Passages, annotated_body, annotated_summary
from articles.documents.cards import name_cards
from articles.documents.dates import Moment, partial_date_words
from articles.documents.images import Picture, lead_shape, picture_of
from articles.documents.languages import direction_of, interface_attributes, word_attributes
from articles.documents.lengths import reading_minutes
from articles.documents.markers import fill
from articles.documents.notes import source_groups
from articles.documents.outline import outline_of
from articles.documents.sources import source_of
from articles.documents.superseded import correction_id, revision_path

if TYPE_CHECKING:
    from articles.documents.material import Material
    from articles.models import Article, Figure


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line of the figures box: `note` is the number of its source, `source` the name of it."""

    quote: str
    measures: str
    when: str
    note: int | None
    source: str


@dataclass(frozen=True, slots=True)
class CorrectionNote:
    """A correction with its place on the page; `path` leads to the words before it, where kept."""

    id: str
    moment: Moment
    note: str
    was: str
    now: str
    path: str


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
    body, headings = annotated_body(material, passages)
    context = {
        "material": material,
        "article": article,
        "direction": direction_of(article.language),
        "interface": interface_attributes(article.language),
        "words": word_attributes(article.language),
        "headline": material.revision.headline,
        "kind": material.kind_words,
        "section_path": section_path(article.section),
        "authors": [(byline, subject_path(byline.person)) for byline in material.authors],
        "primary_source_url": web_address(article.primary_source_url),
        "stamp": _stamp(article),
        "picture": lead_picture(material),
        "minutes": reading_minutes(material),
        "corrections": _corrections(material),
        "earlier": [
            (number, moment, revision_path(material.path, number))
            for number, moment in material.superseded
        ],
        "outline": outline_of(headings),
        "sources": source_groups(material),
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
        body=body,
    )


def lead_picture(material: Material) -> Picture | None:
    """Return the picture that the article opens with, if readers can be shown it."""
    image = material.image
    return picture_of(image, lead_shape(image)) if image else None


def _stamp(article: Article) -> str:
    """Return the post's own date line, unless it says no more than the dates above it do."""
    said = {article.first_published_at, article.updated_at}
    return "" if article.source_stamped_at in said else article.source_stamp


def _corrections(material: Material) -> list[CorrectionNote]:
    kept = {number for number, _moment in material.superseded}
    dated = material.dated_corrections
    return [
        CorrectionNote(
            id=correction_id(place),
            moment=moment,
            note=one.note,
            was=one.was,
            now=one.now,
            path=revision_path(material.path, one.supersedes.number)
            if one.supersedes.number in kept
            else "",
        )
        for place, (one, moment) in zip(range(len(dated), 0, -1), dated, strict=True)
    ]


def _figure_line(material: Material, figure: Figure) -> FigureLine:
    number = material.note_of(figure)
    when = [
        _("as of %(date)s") % {"date": partial_date_words(figure.as_of)} if figure.as_of else "",
        _("by %(date)s") % {"date": partial_date_words(figure.horizon)} if figure.horizon else "",
    ]
    return FigureLine(
        quote=figure.quote,
        measures=figure.measures,
        when=", ".join(part for part in when if part),
        note=number,
        source=source_of(material.citations[number - 1]).name if number else "",
    )
