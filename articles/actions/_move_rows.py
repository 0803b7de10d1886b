"""Every row that points at one record, made to point at another of its kind."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet

from articles.documents import with_merged
from articles.models import (
    Account,
    Affiliation,
    Alias,
    AnySubject,
    Article,
    Byline,
    Citation,
    Facet,
    FacetKind,
    Judgement,
    Mention,
    Person,
    StoredCitation,
    StoredDocument,
    StoredFigure,
    SubjectRedirect,
    Topic,
)


def move_knowledge(gone: AnySubject, into: AnySubject) -> None:
    """Move what the knowledge base and the drafts hold. What `into` has already stays with `gone`."""
    kind = gone.facet_kind.value
    written = gone.aliases.filter(is_learned=False).values("text")
    into.aliases.filter(text__in=written).update(is_learned=False)
    _move(Alias, kind, gone, into, once=("text",))
    for model in (Account, Mention, Judgement):
        _move(model, kind, gone, into)
    if isinstance(gone, Topic):
        _move(Article.topics.through, kind, gone, into, once=("article_id",))
        return
    _move(Citation, kind, gone, into)
    other = "organization_id" if isinstance(gone, Person) else "person_id"
    _move(Affiliation, kind, gone, into, once=(other, "role", "started"))
    if isinstance(gone, Person):
        _move(Byline, kind, gone, into, once=("article_id",))
        Byline.objects.filter(person=gone.pk).delete()


def move_published(gone: AnySubject, into: AnySubject) -> None:
    """Move what was published: lists narrow by it at once, and what is written again reads it."""
    kinds = [gone.facet_kind, *([FacetKind.AUTHOR] if isinstance(gone, Person) else [])]
    for kind in kinds:
        rows = Facet.objects.filter(kind=kind)
        _move_targets(rows, gone, into, once="article_id")
    _move_targets(StoredFigure.objects.filter(kind=gone.facet_kind), gone, into, once="figure_id")
    if not isinstance(gone, Topic):
        column = f"{gone.facet_kind.value}_id"
        StoredCitation.objects.filter(**{column: gone.pk}).update(**{column: into.pk})
    _move_in_editions(gone, into)


def move_addresses(gone: AnySubject, into: AnySubject) -> None:
    """Let every slug that `gone` has or had lead to `into`, and its id, which programs keep."""
    redirects = SubjectRedirect.objects.filter(kind=gone.facet_kind)
    redirects.filter(target_id=gone.pk).update(target_id=into.pk)
    for key in (gone.slug, str(gone.public_id)):
        redirects.update_or_create(kind=gone.facet_kind, slug=key, defaults={"target_id": into.pk})


def _move_in_editions(gone: AnySubject, into: AnySubject) -> None:
    """Let documents that are written again name `into`: they are made of what was published."""
    printing: QuerySet[Any] = StoredDocument.objects.filter(depends_on__contains=[gone.facet_key])
    for document in printing.exclude(edition={}).only("edition").iterator():
        document.edition = with_merged(document.edition, gone.facet_kind.value, gone.pk, into.pk)
        document.save(update_fields=["edition"])


def _move(
    model: type[Model],
    kind: str,
    gone: AnySubject,
    into: AnySubject,
    *,
    once: tuple[str, ...] = (),
) -> None:
    rows = model._default_manager.filter(**{kind: gone.pk})
    if once:
        same = {column: OuterRef(column) for column in once}
        rows = rows.exclude(Exists(model._default_manager.filter(**{kind: into.pk}, **same)))
    rows.update(**{kind: into.pk})


def _move_targets(rows: QuerySet[Any], gone: AnySubject, into: AnySubject, *, once: str) -> None:
    there = rows.filter(target_id=into.pk).values(once)
    moving = rows.filter(target_id=gone.pk)
    moving.filter(**{f"{once}__in": there}).delete()
    moving.update(target_id=into.pk)
