"""How far a key reaches. What its user may do is the action's to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from articles.api.problems import Problem
from articles.models import ApiKey, Scope
from articles.policies import can_receive

if TYPE_CHECKING:
    from articles.models import User


class MayHandlePosts(BasePermission):
    """A key with the scope posts:write, or a session."""

    def has_permission(self, request: Request, view: APIView) -> bool:  # noqa: ARG002
        """Return whether somebody is there; a key without the scope is told which one it lacks."""
        if isinstance(request.auth, ApiKey):
            require_scope(request.auth, Scope.POSTS_WRITE)
        return bool(request.user.is_authenticated)


class MayWorkAtDesk(BasePermission):
    """A key with one of the scopes that `view.scopes` names for the method, of somebody at the desk."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Return whether a key was given. Raises Problem for one that does not reach this far."""
        if not isinstance(request.auth, ApiKey):
            return False
        method = "GET" if request.method == "HEAD" else request.method
        if scopes := getattr(view, "scopes", {}).get(method):
            require_scope(request.auth, *scopes)
        if not can_receive(request.user):
            raise Problem("forbidden", "The user of this key has no role at the desk.")
        return True


def require_scope(key: ApiKey, *scopes: Scope) -> None:
    """Raise Problem (forbidden), which names what is missing, unless `key` has one of `scopes`."""
    if not set(scopes) & set(key.scopes):
        names = " or ".join(scope.value for scope in scopes)
        raise Problem("forbidden", f"This key lacks the scope {names}.", scope=scopes[0].value)


def reader_of(request: Request) -> User | AnonymousUser:
    """Return the one for whom lists are made: a key sees the desk's side only with desk:read."""
    if isinstance(request.auth, ApiKey) and Scope.DESK_READ not in request.auth.scopes:
        return AnonymousUser()
    return request.user
