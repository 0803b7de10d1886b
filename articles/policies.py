"""Who may do what. One predicate a question; the same table tests these and the querysets.

An editor acts everywhere, a section editor where the section is theirs, a reporter on their own
drafts. To everybody else an article exists exactly while it is live.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from articles.models import LIVE_STATUSES, Article, Role, Status, User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class NotAllowed(Exception):
    """Somebody asked for an act that their role does not hold. `verb` names the act."""

    def __init__(self, verb: str) -> None:
        """Keep the verb, so that every door can say what was refused."""
        super().__init__(f"You may not {verb} this.")
        self.verb = verb


EDITORS = frozenset({Role.EDITOR, Role.ADMINISTRATOR})


def can_see(user: User | AnonymousUser, article: Article, *, now: dt.datetime) -> bool:
    """Return whether `user` may know that `article` exists; `now` is the database's clock."""
    return is_live(article, now=now) or _is_involved(user, article)


def is_live(article: Article, *, now: dt.datetime) -> bool:
    """Return whether the public may read `article` at `now`."""
    return (
        article.status in LIVE_STATUSES
        and article.visible_from is not None
        and article.visible_from <= now
        and (article.visible_until is None or now < article.visible_until)
    )


def can_edit(user: User | AnonymousUser, article: Article) -> bool:
    """Return whether `user` may change the words: a reporter only until the article is approved."""
    if role_of(user) == Role.REPORTER:
        return article.created_by_id == user.pk and article.status in (
            Status.DRAFT,
            Status.IN_REVIEW,
        )
    return _edits(user, article)


def can_judge(user: User | AnonymousUser, article: Article) -> bool:
    """Return whether `user` may answer the engine's proposals."""
    return _edits(user, article)


def can_publish(user: User | AnonymousUser, article: Article) -> bool:
    """Return whether `user` may publish, schedule, correct or withdraw."""
    return _edits(user, article)


def can_publish_somewhere(user: User | AnonymousUser) -> bool:
    """Return whether there may be articles that `user` publishes; which, `can_publish` says."""
    return role_of(user) in EDITORS | {Role.SECTION_EDITOR}


def can_choose_lead(user: User | AnonymousUser, article: Article, *, on_front: bool) -> bool:
    """Return whether `user` may put an article first: on the front page, or in its section."""
    return role_of(user) in EDITORS or (not on_front and _edits(user, article))


def can_receive(user: User | AnonymousUser) -> bool:
    """Return whether `user` may bring a post in."""
    return role_of(user) != Role.NONE


def can_edit_knowledge(user: User | AnonymousUser) -> bool:
    """Return whether `user` may change people, organizations and topics."""
    return role_of(user) in EDITORS | {Role.SECTION_EDITOR}


def can_merge_knowledge(user: User | AnonymousUser) -> bool:
    """Return whether `user` may make one record of two: articles of every section change by it."""
    return role_of(user) in EDITORS


def can_add_images(user: User | AnonymousUser) -> bool:
    """Return whether `user` may bring pictures in."""
    return role_of(user) != Role.NONE


def can_describe_images(user: User | AnonymousUser) -> bool:
    """Return whether `user` may change what is said of a picture: others may show it already."""
    return role_of(user) in EDITORS | {Role.SECTION_EDITOR}


def can_edit_pages(user: User | AnonymousUser) -> bool:
    """Return whether `user` may change what the publication says of itself."""
    return role_of(user) in EDITORS


def can_administer(user: User | AnonymousUser) -> bool:
    """Return whether `user` may manage accounts, keys, webhooks, sections and jobs."""
    return role_of(user) == Role.ADMINISTRATOR


def can_retry_jobs(user: User | AnonymousUser) -> bool:
    """Return whether `user` may send quarantined jobs back."""
    return role_of(user) in EDITORS


def require(allowed: bool, verb: str) -> None:  # noqa: FBT001
    """Raise NotAllowed(verb) unless `allowed`."""
    if not allowed:
        raise NotAllowed(verb)


def role_of(user: User | AnonymousUser) -> Role:
    """Return the role in force: none for visitors and for accounts that were switched off."""
    if not user.is_active:
        return Role.NONE
    return Role(getattr(user, "role", Role.NONE))


def _edits(user: User | AnonymousUser, article: Article) -> bool:
    role = role_of(user)
    return role in EDITORS or (role == Role.SECTION_EDITOR and _has_section(user, article))


def _is_involved(user: User | AnonymousUser, article: Article) -> bool:
    role = role_of(user)
    if role in EDITORS:
        return True
    if role == Role.NONE:
        return False
    return article.created_by_id == user.pk or (
        role == Role.SECTION_EDITOR and _has_section(user, article)
    )


def _has_section(user: User | AnonymousUser, article: Article) -> bool:
    """Costs one query."""
    return isinstance(user, User) and user.sections.filter(pk=article.section_id).exists()
