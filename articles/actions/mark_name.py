"""Mark a name that the engine did not see."""

from __future__ import annotations

from django.db import transaction

from articles.actions.judge_mention import judge_mention
from articles.engine.names import name_key
from articles.engine.spans import occurrences, overlaps, selector
from articles.engine.types import Kind, Span
from articles.models import AnySubject, Article, Mention, MentionKind, Revision, User, Verdict
from articles.policies import can_judge, require

METHOD = "editor"


class CannotMark(ValueError):
    """The words do not stand in the draft, or all of them are marked already."""


@transaction.atomic
def mark_name(
    *,
    article_id: int,
    by: User,
    words: str,
    kind: MentionKind,
    target: AnySubject | None = None,
) -> list[Mention]:
    """Let `words` be an accepted name wherever the draft has them outside of other names.

    They mean `target`, or else the record of that name, which is added where there is none.
    What was rejected there stays rejected. Raises CannotMark, NotAllowed.
    """
    article = Article.objects.select_for_update().get(pk=article_id)
    require(can_judge(by, article), "judge")
    if article.draft_revision is None:
        raise CannotMark("There are no words yet.")
    revision = article.draft_revision
    name = " ".join(words.split())
    rows = [_mention(revision, place, name, kind) for place in _free_places(revision, words)]
    Mention.objects.bulk_create(rows)
    answer = Verdict.CHANGED if target else Verdict.ACCEPTED
    judge_mention(mention_id=rows[0].pk, by=by, answer=answer, target=target)
    return list(Mention.objects.filter(pk__in=[row.pk for row in rows]))


def _free_places(revision: Revision, words: str) -> list[Span]:
    """Return where the words stand and nothing else is marked. Raises CannotMark for none."""
    places = occurrences(revision.text, words)
    if not places:
        raise CannotMark(f"The text does not have the words “{words.strip()}”.")
    standing = Mention.objects.filter(revision=revision).exclude(judgement=Verdict.REJECTED)
    taken = [Span(start, end) for start, end in standing.values_list("start", "end")]
    free = [one for one in places if not any(overlaps(one, other) for other in taken)]
    if not free:
        raise CannotMark(f"“{words.strip()}” is marked already. Change or reject that mark.")
    return free


def _mention(revision: Revision, place: Span, name: str, kind: MentionKind) -> Mention:
    quote, prefix, suffix = selector(revision.text, place)
    return Mention(
        revision=revision,
        start=place.start,
        end=place.end,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        kind=kind,
        name=name,
        key=f"{METHOD}:{kind}:{name_key(name, Kind(kind))}"[:200],
        score=1.0,
        method=METHOD,
        reason="marked at the desk",
    )
