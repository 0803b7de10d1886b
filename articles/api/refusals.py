"""What the actions refuse, as problems that name the reason."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from articles.actions.correct_article import NothingToCorrect
from articles.actions.lock_article import StaleVersion
from articles.actions.move_article import WrongState
from articles.actions.publish_article import CannotPublish
from articles.actions.receive_post import UnreadablePost
from articles.api.differences import difference
from articles.api.draft_answers import article_at_desk, draft_bytes
from articles.api.preconditions import Seen, etag_of
from articles.api.problems import Problem, invalid
from articles.models import Article, User

_PUBLIC_NAMES = {"body": "body_html"}


@contextmanager
def refusals(public_id: uuid.UUID, *, user: User, seen: Seen) -> Iterator[None]:
    """Turn what an action raises about an article into a Problem."""
    try:
        yield
    except StaleVersion as error:
        raise _stale(article_at_desk(public_id, user), seen, str(error)) from error
    except (WrongState, CannotPublish) as error:
        raise wrong_state(article_at_desk(public_id, user), str(error)) from error
    except NothingToCorrect as error:
        reason = "Only what is public, or about to be, can be corrected."
        raise wrong_state(article_at_desk(public_id, user), reason) from error
    except UnreadablePost as error:
        raise unreadable(error) from error


def unreadable(error: UnreadablePost) -> Problem:
    """Return the problem for words that cannot be taken."""
    return invalid({_PUBLIC_NAMES.get(error.field, error.field): error.reason})


def wrong_state(article: Article, reason: str) -> Problem:
    """Return the problem for a move that does not start where the article stands."""
    return Problem("wrong-state", reason, article_status=article.status)


def _stale(article: Article, seen: Seen, reason: str) -> Problem:
    problem = Problem("stale", reason, version=article.version, diff=_since(seen, article))
    return problem.with_headers(etag=f'"{etag_of(article, draft_bytes(article))}"')


def _since(seen: Seen, article: Article) -> str | None:
    """Return what changed since the words that were seen; None where the tag does not tell which."""
    before = article.revisions.filter(number=seen.revision).first() if seen.revision else None
    if before is None or article.draft_revision is None:
        return None
    return difference(before, article.draft_revision)
