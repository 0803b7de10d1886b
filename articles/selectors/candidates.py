"""Whom or what an editor may mean by some words."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Case, IntegerField, Value, When

from articles.models import SUBJECT_FIELDS, SUBJECT_MODELS, Alias, AnySubject, subject_of


@dataclass(frozen=True, slots=True)
class Found:
    """A subject with the name by which it was found."""

    subject: AnySubject
    name: str


def find_subjects(words: str, *, limit: int = 12) -> list[Found]:
    """Return the subjects with a name that contains `words`; whole and first names come first."""
    words = words.strip()
    if not words:
        return []
    rank = Case(
        When(text__iexact=words, then=Value(0)),
        When(text__istartswith=words, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    aliases = (
        Alias.objects.filter(text__icontains=words)
        .select_related(*SUBJECT_FIELDS)
        .annotate(rank=rank)
        .order_by("rank", "text", "pk")[: limit * 4]
    )
    found: dict[str, Found] = {}
    for alias in aliases:
        subject = subject_of(alias)
        if subject is not None:
            found.setdefault(subject.facet_key, Found(subject, alias.text))
    return list(found.values())[:limit]


def subject_by_key(key: str) -> AnySubject | None:
    """Return the subject that "person:12" names, if there is one."""
    kind, _, pk = key.partition(":")
    model = SUBJECT_MODELS.get(kind)
    return model.objects.filter(pk=int(pk)).first() if model and pk.isdecimal() else None  # type: ignore[return-value]


def owner_of(text: str, *, case_sensitive: bool = True) -> AnySubject | None:
    """Return a subject that has exactly this name, if there is one."""
    same = {"text": text} if case_sensitive else {"text__iexact": text}
    alias = Alias.objects.filter(**same).select_related(*SUBJECT_FIELDS).order_by("pk").first()
    return subject_of(alias) if alias else None
