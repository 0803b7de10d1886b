"""Hold an annotation and its article while an answer is written."""

from __future__ import annotations

from typing import TypeVar

from articles.models import Article, Citation, Figure, Mention, User
from articles.policies import can_judge, require

T = TypeVar("T", Mention, Citation, Figure)


def lock_annotation(*, model: type[T], pk: int, by: User) -> T:
    """Return the row, locked with its article, for somebody who may judge it.

    Raises the model's DoesNotExist, or NotAllowed. Call it in a transaction.
    """
    manager = model._default_manager
    article_id = manager.values_list("revision__article", flat=True).get(pk=pk)
    article = Article.objects.select_for_update().get(pk=article_id)
    require(can_judge(by, article), "judge")
    row: T = manager.select_related("revision__article").select_for_update(of=("self",)).get(pk=pk)
    return row
