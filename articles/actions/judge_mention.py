"""Answer a proposal of who or what a name means."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from articles.actions.add_subject import add_subject
from articles.actions.lock_annotation import lock_annotation
from articles.actions.name_subject import name_subject
from articles.actions.record_act import record_act
from articles.actions.set_judgement import set_judgement
from articles.engine.evidence import Evidence
from articles.engine.names import name_key
from articles.engine.types import Kind
from articles.models import (
    RECORD_OF_KIND,
    SUBJECT_FIELDS,
    Alias,
    AnySubject,
    Mention,
    MentionKind,
    User,
    Verdict,
    subject_of,
)


@transaction.atomic
def judge_mention(
    *,
    mention_id: int,
    by: User,
    answer: Verdict,
    target: AnySubject | None = None,
    new_name: str = "",
    everywhere: bool = True,
) -> Mention:
    """Record what `by` says of a mention, and of all others of the same entity in the article.

    Accepting a proposal without a known target adds the proposed name to the knowledge base;
    CHANGED takes a `target`, or a `new_name` to add. NONE takes an answer back. Raises NotAllowed,
    Replaced.
    """
    mention = lock_annotation(model=Mention, pk=mention_id, by=by)
    subject = _subject(mention, answer, target, new_name, by)
    at = timezone.now()
    evidence = Evidence(mention.revision.text)
    for row in _affected(mention, everywhere=everywhere):
        proposed = row.kind
        if answer in (Verdict.ACCEPTED, Verdict.CHANGED) and subject is not None:
            row.point_at(subject)
            if row.kind == proposed:
                _learn_spelling(row, subject)
        set_judgement(annotation=row, answer=answer, by=by, at=at, kind=proposed, evidence=evidence)
    record_act(
        by=by,
        verb="judge",
        subject=mention.revision.article,
        layer="mention",
        quote=mention.quote,
        answer=answer,
        target=subject.facet_key if subject else "",
    )
    mention.refresh_from_db()
    return mention


def _subject(
    mention: Mention,
    answer: Verdict,
    target: AnySubject | None,
    new_name: str,
    by: User,
) -> AnySubject | None:
    """Return what the mention will point at."""
    if answer in (Verdict.REJECTED, Verdict.NONE):
        return subject_of(mention)
    chosen = target or (None if new_name else subject_of(mention))
    record = RECORD_OF_KIND.get(mention.kind)
    if chosen or not record:
        return chosen
    name = new_name or mention.name
    return _known(name, mention) or add_subject(kind=record, name=name, by=by)


def _known(name: str, mention: Mention) -> AnySubject | None:
    """Return the one subject of the mention's kind that already has this name."""
    owner = RECORD_OF_KIND[mention.kind]
    field = owner if owner in SUBJECT_FIELDS else "topic"
    key = name_key(name, Kind(mention.kind))
    aliases = Alias.objects.filter(key=key, **{f"{field}__isnull": False}).select_related(field)
    found = {alias_owner for alias in aliases if (alias_owner := subject_of(alias))}
    return found.pop() if len(found) == 1 else None


def _affected(mention: Mention, *, everywhere: bool) -> list[Mention]:
    if not everywhere:
        return [mention]
    return list(
        Mention.objects.select_for_update()
        .filter(revision=mention.revision_id, key=mention.key)
        .select_related(None)
    )


def _learn_spelling(row: Mention, subject: AnySubject) -> None:
    """Let the fullest form that the article uses be an alias from now on."""
    if row.quote == row.name and row.kind != MentionKind.HANDLE:
        name_subject(subject=subject, text=row.quote, is_learned=True)
