"""Hold an annotation and its article while an answer is written."""

from __future__ import annotations

from typing import TypeVar

from django.utils.translation import gettext

from articles.models import Article, Citation, Figure, Finding, Mention, User
from articles.policies import can_judge, require

T = TypeVar("T", Mention, Citation, Figure, Finding)


class Replaced(Exception):
    """What was to be answered is not there any more: new words or a new reading took its place."""

    def __init__(self) -> None:
        """Say so to whoever asked."""
        super().__init__(
            gettext("New words or a new reading replaced this in the meantime: look again.")
        )


def lock_annotation(*, model: type[T], pk: int, by: User) -> T:
    """Return the row of a draft, locked with its article, for somebody who may judge it.

    Raises Replaced where it is gone, or is not of the draft any more: an answer to it would be
    lost. Raises NotAllowed. Call it in a transaction.
    """
    rows = model._default_manager.filter(pk=pk)
    article_id = rows.values_list("revision__article", flat=True).first()
    if article_id is None:
        raise Replaced
    article = Article.objects.select_for_update().get(pk=article_id)
    require(can_judge(by, article), "judge")
    row: T | None = (
        rows.filter(revision=article.draft_revision_id)
        .select_related("revision__article")
        .select_for_update(of=("self",))
        .first()
    )
    if row is None:
        raise Replaced
    return row
