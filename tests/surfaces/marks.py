"""Words that stand nowhere else: where one appears, what it marks has leaked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import models

_MARK = re.compile(rb"zq\d{6}z", re.IGNORECASE)
_TEXTS = (models.CharField, models.TextField, models.JSONField, models.FileField)

DERIVED = {
    "Change", "Delivery", "Facet", "Redirect", "SearchRow", "ShareCard",
    "StoredCitation", "StoredDocument", "StoredFigure", "StoredRevision",
}  # fmt: skip
"""What publishing makes of the rest: filled with marks because that is."""

PUBLIC = {"Page", "Section"}
"""What the publication says of itself."""

UNMARKED = {
    **dict.fromkeys(
        ("Account.platform", "Figure.kind", "Judgement.kind", "AuditEntry.subject_type",
         "WebhookEndpoint.kinds", "ApiKey.scopes", "SubjectRedirect.kind"),
        "a word of a list",
    ),
    **dict.fromkeys(("Article.language", "Source.locale"), "a language"),
    **dict.fromkeys(("Source.time_zone", "User.time_zone"), "a time zone"),
    **dict.fromkeys(
        ("Citation.content", "Finding.spans", "Revision.parts", "Image.renditions",
         "EnrichmentRun.counts"),
        "numbers",
    ),
    "Image.content_hash": "a hash: known by itself",
    "User.password": "a hash",
    "SubjectRedirect.slug": "public as long as its subject is: crawled with it",
}  # fmt: skip
"""Columns of text that hold no words, with what they hold."""


def knowledge(owner: str) -> str:
    """Return what an owner's records in the knowledge base are called."""
    return f"{owner}: knowledge"


@dataclass
class Marks:
    """All marks of a world, each with whose it is and in which column it stands."""

    meaning: dict[str, tuple[str, str]] = field(default_factory=dict)
    columns: set[str] = field(default_factory=set)

    def new(self, owner: str, what: str) -> str:
        """Return a word that stands nowhere yet."""
        mark = f"zq{len(self.meaning):06d}z"
        self.meaning[mark] = (owner, what)
        return mark

    def know(self, owner: str, what: str, word: str) -> None:
        """Let a word that is unique by nature be a mark: a public id, the hash of a picture."""
        self.meaning[word.lower()] = (owner, what)

    def of(self, *owners: str) -> set[str]:
        """Return the marks of these owners."""
        return {mark for mark, (owner, _) in self.meaning.items() if owner in owners}

    def found_in(self, data: bytes) -> set[str]:
        """Return the marks that stand in `data`."""
        low = data.lower()
        found = {mark.decode() for mark in _MARK.findall(low)}
        return found | {word for word in self._ids() if word.encode() in low}

    def fill(self, row: models.Model, owner: str) -> None:
        """Put a mark into each column of text of a stored row that has none."""
        values = {}
        for column in text_columns(type(row)):
            if column.name == "url" and getattr(row, "link_state", "linked") != "linked":
                continue  # a table's constraint: no address where none is given
            label = f"{type(row).__name__}.{column.name}"
            stored = getattr(row, column.name)
            if not _MARK.search(str(stored).encode()):
                values[column.name] = _written(column, self.new(owner, label))
            self.columns.add(label)
        if values:
            type(row)._base_manager.filter(pk=row.pk).update(**values)

    def _ids(self) -> list[str]:
        if not hasattr(self, "_known"):
            self._known = [word for word in self.meaning if not word.startswith("zq")]
        return self._known


def marked_models() -> list[type[models.Model]]:
    """Return the tables that hold words of people."""
    own = apps.get_app_config("articles").get_models()
    return [one for one in own if one.__name__ not in DERIVED | PUBLIC and text_columns(one)]


def text_columns(model: type[models.Model]) -> list[models.Field]:
    """Return the columns of a table that hold words."""
    return [
        column
        for column in model._meta.concrete_fields
        if isinstance(column, (*_TEXTS, ArrayField))
        and not isinstance(column, SearchVectorField)
        and not column.choices
        and f"{model.__name__}.{column.name}" not in UNMARKED
    ]


def _written(column: models.Field, mark: str) -> object:
    """Return a mark in the form that a column takes."""
    if isinstance(column, ArrayField):
        return [_written(column.base_field, mark)]
    if isinstance(column, models.JSONField):
        return {"mark": mark} if column.default is dict else [{"mark": mark}]
    if isinstance(column, models.URLField):
        return f"https://{mark}.example/"
    if isinstance(column, models.EmailField):
        return f"{mark}@example.org"
    return mark
