"""Patterns: all rows of one published article, with holes where articles differ.

The rows are written by the real actions and read back as PostgreSQL copies them out; then all of
it is taken back. Nothing that fills a hole needs escaping, in any form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final

from django.db import connection, models, transaction

from articles.actions.publish_article import publish_article
from articles.actions.receive_post import receive_post
from articles.documents.build import FORMS
from articles.models import (
    SUBJECT_MODELS,
    Article,
    Byline,
    Change,
    Citation,
    Facet,
    FacetKind,
    FaqEntry,
    Figure,
    Mention,
    Organization,
    Person,
    Post,
    Revision,
    Role,
    SearchRow,
    ShareCard,
    StoredCitation,
    StoredDocument,
    StoredFigure,
    Topic,
    User,
)
from newsroom.synthetic import slots
from newsroom.synthetic.annotations import annotate
from newsroom.synthetic.house import SOURCE, House, slot_house
from newsroom.synthetic.instants import spellings
from newsroom.synthetic.posts import post

Table = type[models.Model]
Values = Mapping[str, str]
Cell = tuple[Table, str]

TABLES: Final[Mapping[Any, str]] = {
    Post: "article",
    Article: "pk",
    Article.topics.through: "article",
    Revision: "article",
    FaqEntry: "revision__article",
    Byline: "article",
    Mention: "revision__article",
    Citation: "revision__article",
    Figure: "revision__article",
    StoredDocument: "article",
    StoredCitation: "document",
    StoredFigure: "document",
    Facet: "article",
    SearchRow: "article",
    Change: "article",
}
"""What is loaded of an article, and how the rows of one are found."""

BORROWED_KEYS: Final[Mapping[Any, Any]] = {
    StoredDocument: Article,
    SearchRow: Article,
    StoredCitation: Citation,
}
"""Tables whose rows have the key of another's."""

_POINTERS: Final[Mapping[Cell, Table]] = {
    (StoredFigure, "figure_id"): Figure,
    (StoredCitation, "person_id"): Person,
    (StoredCitation, "organization_id"): Organization,
}
"""Columns that hold another row's key without saying so."""

_SUBJECTS: Final = tuple(SUBJECT_MODELS.values())
_TARGETS: Final[Mapping[str, Table]] = {**SUBJECT_MODELS, FacetKind.AUTHOR: Person}
_FACET_KEY: Final = re.compile(r"\b(?:person|organization|topic):\d+\b")
_OWN_RECORD: Final = re.compile(r'(?<=^\{"id":)\d+')
_NUMBER: Final = re.compile('"#(\x02[^\x03]*\x03)#"')
_NULL = r"\N"


def hole(*name: object) -> str:
    """Return how a hole is written: as nothing that is stored here can be."""
    return f"\x02{':'.join(map(str, name))}\x03"


_SAME_EVERYWHERE: Final = {"created_at": hole("sql"), "sequence": hole("sequence")}


class Pattern:
    """A text with holes."""

    _HOLES = re.compile(f"({slots.PATTERN}|\x02[^\x03]*\x03)")

    def __init__(self, text: str) -> None:
        """Take the text."""
        self._pieces = self._HOLES.split(text)
        names = self._pieces[1::2]
        self._values_of = itemgetter(*names, *names[:1]) if names else None  # at least two

    def filled(self, values: Values) -> str:
        """Return the text with every hole filled. Raises KeyError for one without a value."""
        pieces = self._pieces.copy()
        if self._values_of:
            pieces[1::2] = self._values_of(values)[:-1]
        return "".join(pieces)


@dataclass(frozen=True, slots=True)
class ArticlePattern:
    """One published article: its rows as COPY takes them, and what its hashes are of.

    `keys` are the holes for the keys of each table's rows.
    """

    rows: Mapping[Table, Pattern]
    keys: Mapping[Table, Sequence[str]]
    forms: Mapping[str, Pattern]
    path: Pattern
    raw: Pattern
    text: Pattern
    headline: Pattern
    section: str


def make_patterns(count: int, *, seed: int) -> list[ArticlePattern]:
    """Publish as many posts by the real actions, read what was written, and take it back."""
    with transaction.atomic():
        editor = User.objects.create(username="synthetic", role=Role.EDITOR)
        house = slot_house()
        made = [_made(post(number, seed), house, editor) for number in range(count)]
        transaction.set_rollback(True)
    return made


def columns(table: Table) -> list[str]:
    """Return the columns of a table, in the order in which its rows are copied."""
    return [str(field.column) for field in table._meta.concrete_fields]


def _made(raw: str, house: House, editor: User) -> ArticlePattern:
    with transaction.atomic():
        article = receive_post(
            raw=raw, source=SOURCE, format="markdown", external_id=slots.SERIAL
        ).article
        if article.draft_revision is None:
            raise ValueError(raw)
        annotate(article.draft_revision, house)
        publish_article(article_id=article.pk, by=editor, first_published_at=slots.INSTANT)
        article.refresh_from_db()
        found = _Reader(article, house).read()
        transaction.set_rollback(True)
    return found


class _Reader:
    """Reads one published article with holes in it."""

    def __init__(self, article: Article, house: House) -> None:
        self._article = article
        self._document = StoredDocument.objects.get(pk=article.pk)
        self._revision = Revision.objects.get(article=article)
        self._places = {
            (type(one), str(one.pk)): hole(one.facet_kind, place)
            for kind in (house.everybody, house.organizations, house.topics)
            for place, one in enumerate(kind)
        }
        self._facets = {
            f"{table.facet_kind}:{pk}": f"{table.facet_kind}:{name}"
            for (table, pk), name in self._places.items()
        }
        texts = {spelt: hole(name) for name, spelt in spellings(slots.INSTANT).items()} | {
            str(article.public_id): hole("id"),
            str(article.post.public_id): hole("post-id"),
            article.code: hole("code"),
            self._document.etag: hole("etag"),
            article.post.content_hash: hole("post-hash"),
            self._revision.content_hash: hole("text-hash"),
            ShareCard.objects.get(document=article.pk).name: hole("card"),
        }
        for kind in (house.everybody, house.organizations, house.topics):
            for place, one in enumerate(kind):
                texts[str(one.public_id)] = hole(f"{one.facet_kind}-id", place)
        longest_first = sorted(texts, key=len, reverse=True)
        self._texts = texts
        self._literals = re.compile("|".join(map(re.escape, longest_first)))

    def read(self) -> ArticlePattern:
        """Return the pattern."""
        keys = {}
        for table, lookup in TABLES.items():
            rows = table.objects.filter(**{lookup: self._article.pk}).values_list("pk", flat=True)
            keys[table] = [_key(table, pk) for pk in rows.order_by("pk")]
        return ArticlePattern(
            rows={table: Pattern("".join(self._lines(table))) for table in TABLES},
            keys=keys,
            forms={name: self._pattern(getattr(self._document, name)) for name in FORMS},
            path=self._pattern(self._document.path),
            raw=self._pattern(self._article.post.raw),
            text=self._pattern(self._revision.text),
            headline=self._pattern(self._revision.headline),
            section=self._article.section.name,
        )

    def _pattern(self, text: str) -> Pattern:
        return Pattern(self._with_holes(text))

    def _with_subjects(self, name: str, value: str) -> str:
        """Return a column that holds keys within a text of its own."""
        if name == "depends_on":
            return _FACET_KEY.sub(lambda found: self._facets[found[0]], value)
        edition = self._document.edition
        told = {
            **edition,
            "bylines": [[self._number(Person, pk), role] for pk, role in edition["bylines"]],
            "topics": [self._number(Topic, pk) for pk in edition["topics"]],
            "mentions": {
                _key(Mention, pk): [kind, *map(self._number, _SUBJECTS, targets)]
                for pk, (kind, *targets) in edition["mentions"].items()
            },
            "citations": {
                _key(Citation, pk): [*map(self._number, _SUBJECTS, row[:2]), *row[2:]]
                for pk, row in edition["citations"].items()
            },
            "figures": {_key(Figure, pk): row for pk, row in edition["figures"].items()},
        }
        text = json.dumps(told).replace("\\u0002", "\x02").replace("\\u0003", "\x03")
        return self._with_holes(_NUMBER.sub(r"\1", text))

    def _number(self, table: Any, pk: int | None) -> str | None:
        """Return the hole for a key that stands in JSON as a number."""
        return f"#{self._places[table, str(pk)]}#" if pk else None

    def _with_holes(self, text: str) -> str:
        return self._literals.sub(lambda found: self._texts[found[0]], text)

    def _lines(self, table: Any) -> Iterator[str]:
        """Yield the rows as PostgreSQL copies them out: by column, tabs between them."""
        names = columns(table)
        rows = table.objects.filter(**{TABLES[table]: self._article.pk}).order_by("pk")
        query, values = rows.values_list(*names).query.sql_with_params()
        with connection.cursor() as cursor, cursor.copy(f"COPY ({query}) TO STDOUT", values) as out:
            text = b"".join(out).decode()
        for line in text.splitlines():
            cells = dict(zip(names, line.split("\t"), strict=True))
            yield "\t".join(self._cell(table, name, cells) for name in names) + "\n"

    def _cell(self, table: Any, name: str, cells: Mapping[str, str]) -> str:
        value = cells[name]
        if value == _NULL:
            return value
        if name in _SAME_EVERYWHERE:
            return _SAME_EVERYWHERE[name]
        if name in ("depends_on", "edition"):
            return self._with_subjects(name, value)
        by_kind = name == "target_id"
        target = _TARGETS.get(cells["kind"]) if by_kind else _target_table(table, name)
        if target in _SUBJECTS:
            return self._places[target, value]
        if target in TABLES:
            return _key(target, value)
        own = (Figure, cells["figure_id"]) if table is StoredFigure else (Citation, cells.get("id"))
        return self._with_holes(_OWN_RECORD.sub(_key(*own), value))


def _target_table(table: Any, name: str) -> Any:
    """Return the table whose key a column holds: its own, or another's; None for plain columns."""
    if (table, name) in _POINTERS:
        return _POINTERS[table, name]
    field = next(one for one in table._meta.concrete_fields if one.column == name)
    return field.related_model or (table if field.primary_key else None)


def _key(table: Any, pk: object) -> str:
    return hole(BORROWED_KEYS.get(table, table)._meta.db_table, pk)
