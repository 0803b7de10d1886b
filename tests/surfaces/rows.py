"""The rows of an article: found by following keys, and made where a table has none yet."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from articles.models import Article, AuditEntry
from tests.surfaces.marks import marked_models

KNOWLEDGE = {
    "Account", "Affiliation", "Alias", "ExcludedName", "Image", "Organization", "Person", "Source",
    "Topic",
}  # fmt: skip
"""What everybody at the desk may read."""


def owned_by(*roots: models.Model) -> list[models.Model]:
    """Return the roots and every row that points at them, step by step."""
    tables = set(marked_models())
    found = {(type(row), row.pk): row for row in roots}
    waiting = list(roots)
    while waiting:
        row = waiting.pop()
        for relation in row._meta.related_objects:
            if relation.many_to_many or relation.related_model not in tables:
                continue
            pointing = relation.related_model._base_manager.filter(**{relation.field.name: row})
            new = [one for one in pointing if (type(one), one.pk) not in found]
            found |= {(type(one), one.pk): one for one in new}
            waiting += new
    return list(found.values())


def make_missing(rows: list[models.Model]) -> list[models.Model]:
    """Store a row in each table that none of `rows` is in, pointing at them where it can."""
    have = {type(row): row for row in reversed(rows)}
    old = set(have)
    for model in marked_models():
        _make(model, have)
    return [row for model, row in have.items() if model not in old]


def _make(model: type[models.Model], have: dict[type, models.Model]) -> models.Model:
    """Return the row of a table; a new one where there is none, after those that it points at."""
    if model not in have:
        columns = [one for one in model._meta.concrete_fields if not one.primary_key]
        values = {one.name: _value(one, have) for one in columns}
        given = {name: value for name, value in values.items() if value is not None}
        if model is AuditEntry:
            given |= {"subject_type": "article", "subject_id": have[Article].pk}
        have[model] = model._base_manager.create(**given)
    return have[model]


def _value(column: models.Field, have: dict[type, models.Model]) -> object:
    """Return a value for a column that cannot do without, else None."""
    if isinstance(column, models.ForeignKey):
        return None if column.null and not _owns(column) else _make(column.related_model, have)
    if column.null or column.has_default() or column.db_default is not models.NOT_PROVIDED:
        return None
    if isinstance(column, models.DateTimeField):
        return timezone.now()
    if isinstance(column, (models.CharField, models.TextField)) and not column.choices:
        return uuid.uuid4().hex[: column.max_length]
    if column.choices:
        return column.choices[-1][0]
    return 1 if isinstance(column, (models.IntegerField, models.FloatField)) else None


def _owns(column: models.ForeignKey) -> bool:
    """Say whether a key that may be empty still says whose a row is."""
    return column.related_model.__name__ in ("Article", "Revision")
