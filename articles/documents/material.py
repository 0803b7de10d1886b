"""Everything that the forms of one article are made of, read from the database once.

What is not accepted is not here: no form can show it by mistake.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from articles.documents.addresses import article_path
from articles.documents.dates import Moment, whole_seconds
from articles.documents.edition import Edition, as_told, revision_of
from articles.documents.relations import Relations
from articles.models import (
    AnySubject,
    Article,
    ArticleKind,
    Byline,
    Citation,
    Correction,
    FaqEntry,
    Figure,
    Image,
    Mention,
    Organization,
    Person,
    Revision,
    Topic,
    subject_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Material:
    """One article in one revision, with what people accepted about it.

    `article` says of itself what `edition` says. Annotations stand in text order. A citation's number is its place in `citations`, from 1.
    `given` are the topics that an editor added. `superseded` are the revisions that readers can
    still read, newest first: each with its number and until when it was public.
    """

    edition: Edition
    article: Article
    revision: Revision
    path: str
    published: Moment
    updated: Moment
    authors: tuple[Byline, ...]
    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...]
    figures: tuple[Figure, ...]
    faq: tuple[FaqEntry, ...]
    corrections: tuple[Correction, ...]
    subjects: tuple[AnySubject, ...]
    given: tuple[Topic, ...]
    superseded: tuple[tuple[int, Moment], ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Return the people whom the text names or cites, in the order of their first appearance."""
        return tuple(one for one in self.subjects if isinstance(one, Person))

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """Return the organizations, in the order of their first appearance."""
        return tuple(one for one in self.subjects if isinstance(one, Organization))

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Return the topics: those that the text names in order, then those it is about."""
        return tuple(one for one in self.subjects if isinstance(one, Topic))

    @property
    def image(self) -> Image | None:
        """Return the picture that the article opens with, if it has one."""
        return self.article.lead_image

    @property
    def kind_words(self) -> str:
        """Return what kind of article it is, in a word; nothing for plain news."""
        article = self.article
        return "" if article.kind == ArticleKind.NEWS else article.get_kind_display()

    @property
    def dated_corrections(self) -> tuple[tuple[Correction, Moment], ...]:
        """Return the published corrections, newest first, each with its instant."""
        return tuple(
            (one, Moment.of(whole_seconds(one.published_at)))
            for one in self.corrections
            if one.published_at is not None
        )

    def subject_of(self, row: Mention | Citation) -> AnySubject | None:
        """Return whom or what a mention names or a citation cites, if that is known."""
        return _subject_of(row)

    def note_of(self, figure: Figure) -> int | None:
        """Return the number of the source note that a figure rests on, if a public one bears it.

        That is the figure's own citation, or else the first whose statement holds it.
        """
        for bears in (_is_cited_by, _is_within_content_of, _is_within):
            for number, citation in enumerate(self.citations, 1):
                if bears(figure, citation):
                    return number
        return None

    def part(self, name: str) -> tuple[int, int]:
        """Return where a part of the text begins and ends; (0, 0) for a part that is not there."""
        spans = ((start, end) for part, start, end in self.revision.parts if part == name)
        return next(spans, (0, 0))


def gather(article: Article, edition: Edition | None = None) -> Material:
    """Read what `article`'s live revision is published with: as `edition` says, else as things stand.

    Raises ValueError without a live revision or its dates.
    """
    return next(gather_all([article], {article.pk: edition} if edition else {}))


def gather_all(articles: Sequence[Article], editions: Mapping[int, Edition]) -> Iterator[Material]:
    """Yield what each live revision is published with; `editions` are by article.

    The queries are as many as for one. Raises ValueError as `gather` does.
    """
    relations = Relations(articles, editions)
    for article in articles:
        yield _material(article, relations)


def _material(article: Article, relations: Relations) -> Material:
    if article.first_published_at is None or article.updated_at is None:
        message = "Only an article with its dates can be written out."
        raise ValueError(message)
    edition = relations.edition(article)
    told, given = as_told(article, edition), relations.given(article)
    mentions = relations.annotations(article, "mentions")
    citations = relations.annotations(article, "citations")
    return Material(
        edition=edition,
        article=told,
        revision=revision_of(article),
        path=article_path(told),
        published=Moment.of(whole_seconds(article.first_published_at)),
        updated=Moment.of(whole_seconds(article.updated_at)),
        authors=relations.authors(told),
        mentions=mentions,
        citations=citations,
        figures=relations.annotations(article, "figures"),
        faq=relations.faq(article),
        corrections=relations.corrections(article),
        subjects=_subjects([*mentions, *citations], given),
        given=given,
        superseded=relations.superseded(article),
    )


def _subjects(
    rows: Iterable[Mention | Citation], topics: Iterable[Topic]
) -> tuple[AnySubject, ...]:
    """Return everybody and everything once: what the words name, then what an editor added."""
    found: dict[str, AnySubject] = {}
    for row in sorted(rows, key=attrgetter("start")):
        subject = _subject_of(row)
        if subject is not None:
            found.setdefault(subject.facet_key, subject)
    for topic in topics:
        found.setdefault(topic.facet_key, topic)
    return tuple(found.values())


def _is_cited_by(figure: Figure, citation: Citation) -> bool:
    return figure.citation_id == citation.pk


def _is_within_content_of(figure: Figure, citation: Citation) -> bool:
    return any(start <= figure.start and figure.end <= end for start, end in citation.content)


def _is_within(figure: Figure, citation: Citation) -> bool:
    return citation.start <= figure.start and figure.end <= citation.end


def _subject_of(row: Mention | Citation) -> AnySubject | None:
    return subject_of(row) if isinstance(row, Mention) else row.person or row.organization
