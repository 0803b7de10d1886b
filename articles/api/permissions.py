"""How far a key reaches. What its user may do is the action's to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from articles.api.problems import Problem
from articles.models import ApiKey, Scope

if TYPE_CHECKING:
    from articles.models import User


class MayHandlePosts(BasePermission):
    """A key with the scope posts:write, or a session."""

    def has_permission(self, request: Request, view: APIView) -> bool:  # noqa: ARG002
        """Return whether somebody is there; a key without the scope is told which one it lacks."""
        if isinstance(request.auth, ApiKey) and Scope.POSTS_WRITE not in request.auth.scopes:
            message = f"This key lacks the scope {Scope.POSTS_WRITE}."
            raise Problem("forbidden", message, scope=Scope.POSTS_WRITE.value)
        return bool(request.user.is_authenticated)


def reader_of(request: Request) -> User | AnonymousUser:
    """Return the one for whom lists are made: a key sees the desk's side only with desk:read."""
    if isinstance(request.auth, ApiKey) and Scope.DESK_READ not in request.auth.scopes:
        return AnonymousUser()
    return request.user
