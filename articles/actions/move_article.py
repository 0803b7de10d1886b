"""Move an article from state to state on its way to the public."""

from __future__ import annotations

from collections.abc import Callable

from articles.actions.lock_article import lock_article
from articles.actions.record_act import record_act
from articles.models import Article, Status, User
from articles.policies import require

# Which states a state may be reached from. Publishing and withdrawing have their own actions.
WAYS: dict[Status, frozenset[Status]] = {
    Status.IN_REVIEW: frozenset({Status.DRAFT}),
    Status.APPROVED: frozenset({Status.DRAFT, Status.IN_REVIEW}),
    Status.DRAFT: frozenset({Status.IN_REVIEW, Status.APPROVED}),
}


class WrongState(Exception):
    """The article stands where this move does not start; `status` says where."""

    def __init__(self, status: str) -> None:
        """Keep the status, for the person who asked."""
        super().__init__(f"An article that is {Status(status).label.lower()} cannot go there.")
        self.status = status


def move_article(  # noqa: PLR0913
    *,
    article_id: int,
    by: User,
    verb: str,
    may: Callable[[User, Article], bool],
    to: Status,
    note: str = "",
    expected_version: int | None = None,
) -> Article:
    """Set the state, with a comment for the history. Call it in a transaction.

    Raises WrongState, StaleVersion, and NotAllowed where `may` says no.
    """
    article = lock_article(article_id=article_id, expected_version=expected_version)
    require(may(by, article), verb)
    if article.status not in WAYS[to]:
        raise WrongState(article.status)
    article.status = to
    article.save(update_fields=["status", "version"])
    record_act(by=by, verb=verb, subject=article, note=note)
    return article
