"""What hangs on articles and on their words, read for many articles at once: one query a table."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects

from articles.documents.dates import Moment
from articles.documents.edition import JUDGED, Edition, edition_of, revision_of
from articles.models import (
    SUBJECT_FIELDS,
    Article,
    Byline,
    Citation,
    Correction,
    FaqEntry,
    Figure,
    Mention,
    Organization,
    Person,
    StoredRevision,
    Topic,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from articles.models import Revision

_LAYERS: dict[str, Any] = {"mentions": Mention, "citations": Citation, "figures": Figure}
_SUBJECTS: dict[str, Any] = {"person": Person, "organization": Organization, "topic": Topic}


class Relations:
    """Everything that some articles are written out with beside themselves and their revisions.

    `editions` says, by article, with what one was published; one that it does not name is read as
    things stand. Raises ValueError for an article without a live revision.
    """

    def __init__(self, articles: Sequence[Article], editions: Mapping[int, Edition]) -> None:
        """Read all of it."""
        keys = [one.pk for one in articles]
        fresh = [one for one in articles if one.pk not in editions]
        revisions = [revision_of(one) for one in articles]
        self._layers = {
            layer: _annotations(layer, [revision_of(one) for one in fresh], editions.values())
            for layer in _LAYERS
        }
        self._bylines = _grouped(
            Byline.objects.filter(article__in=fresh).order_by("position", "pk"), "article_id"
        )
        self._topics = _topics(fresh)
        self._subjects = self._read_subjects(editions.values())
        self._point_at_subjects()
        self._editions = {**editions, **{one.pk: self._edition_of(one) for one in fresh}}
        self._faq = _grouped(
            FaqEntry.objects.filter(revision__in=revisions).order_by("position"), "revision_id"
        )
        self._corrections = _grouped(
            Correction.objects.filter(article__in=keys, published_at__isnull=False)
            .select_related("supersedes")
            .order_by("-published_at", "-pk"),
            "article_id",
        )
        self._superseded = _grouped(
            StoredRevision.objects.filter(document__in=keys)
            .only("document_id", "number", "superseded_at")
            .order_by("-number"),
            "document_id",
        )

    def edition(self, article: Article) -> Edition:
        """Return what the article is published with."""
        return self._editions[article.pk]

    def authors(self, told: Article) -> tuple[Byline, ...]:
        """Return the byline of the article's edition, with its people."""
        people = self._subjects["person"]
        return tuple(
            Byline(article=told, person=people[person], role=role, position=position)
            for position, (person, role) in enumerate(self.edition(told)["bylines"])
            if person in people
        )

    def given(self, article: Article) -> tuple[Topic, ...]:
        """Return the topics that the article's edition was given, by name."""
        return self._among_topics(self.edition(article)["topics"])

    def annotations(self, article: Article, layer: str) -> tuple[Any, ...]:
        """Return the annotations of the edition in text order, as they were when it came out."""
        return tuple(self._layers[layer][revision_of(article).pk])

    def faq(self, article: Article) -> tuple[FaqEntry, ...]:
        """Return the questions and answers of the live revision."""
        return tuple(self._faq[revision_of(article).pk])

    def corrections(self, article: Article) -> tuple[Correction, ...]:
        """Return the corrections that are out, newest first."""
        return tuple(self._corrections[article.pk])

    def superseded(self, article: Article) -> tuple[tuple[int, Moment], ...]:
        """Return the revisions that readers can still read, newest first, with their ends."""
        kept = self._superseded[article.pk]
        return tuple((one.number, Moment.of(one.superseded_at)) for one in kept)

    def _edition_of(self, article: Article) -> Edition:
        return edition_of(
            article,
            bylines=self._bylines[article.pk],
            topics=self._among_topics(self._topics[article.pk]),
            annotations={layer: self.annotations(article, layer) for layer in JUDGED},
        )

    def _among_topics(self, keys: Iterable[int]) -> tuple[Topic, ...]:
        wanted = set(keys)
        return tuple(one for key, one in self._subjects["topic"].items() if key in wanted)

    def _rows(self) -> Iterator[tuple[str, Any]]:
        """Yield each annotation with each column of it that may point at somebody."""
        for layer, by_revision in self._layers.items():
            fields = [name for name in SUBJECT_FIELDS if f"{name}_id" in JUDGED[layer]]
            for rows in by_revision.values():
                yield from ((field, row) for row in rows for field in fields)

    def _read_subjects(self, editions: Iterable[Edition]) -> dict[str, dict[int, Any]]:
        """Return whom and what anything names, by key; each table by name, each row once."""
        wanted: dict[str, set[int]] = {field: set() for field in SUBJECT_FIELDS}
        for edition in editions:
            wanted["person"].update(person for person, _role in edition["bylines"])
            wanted["topic"].update(edition["topics"])
        wanted["person"].update(
            one.person_id for bylines in self._bylines.values() for one in bylines
        )
        wanted["topic"].update(*self._topics.values())
        for field, row in self._rows():
            if (key := getattr(row, f"{field}_id")) is not None:
                wanted[field].add(key)
        return {field: _with_accounts(_SUBJECTS[field], keys) for field, keys in wanted.items()}

    def _point_at_subjects(self) -> None:
        for field, row in self._rows():
            if (key := getattr(row, f"{field}_id")) is not None:
                setattr(row, field, self._subjects[field].get(key))


def _annotations(
    layer: str, revisions: Sequence[Revision], editions: Iterable[Edition]
) -> defaultdict[int, list[Any]]:
    """Return what stands accepted in some revisions, and what some editions were made of."""
    found: list[Any] = []
    table, columns = _LAYERS[layer].objects.order_by("start", "end", "pk"), JUDGED[layer]
    if revisions:
        found += table.filter(revision__in=revisions).accepted()
    stored = {int(key): values for one in editions for key, values in one[layer].items()}
    if stored:
        told = list(table.filter(pk__in=stored))
        for row in told:
            for column, value in zip(columns, stored[row.pk], strict=True):
                setattr(row, column, value)
        found += told
    return _grouped(found, "revision_id")


def _topics(articles: Sequence[Article]) -> defaultdict[int, list[int]]:
    """Return the keys of the topics that editors gave to each article."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    pairs = Article.topics.through.objects.filter(article__in=articles)
    for article, topic in pairs.values_list("article_id", "topic_id"):
        found[article].append(topic)
    return found


def _with_accounts(table: Any, keys: set[int]) -> dict[int, Any]:
    """Return the rows with these keys, by name, each with its accounts."""
    found = {one.pk: one for one in table.objects.filter(pk__in=keys)} if keys else {}
    prefetch_related_objects(list(found.values()), "accounts")
    return found


def _grouped(rows: Iterable[Any], column: str) -> defaultdict[int, list[Any]]:
    groups: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, column)].append(row)
    return groups
