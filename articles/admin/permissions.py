"""The desk asks `articles.policies`, never Django's permission tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from unfold.admin import ModelAdmin, TabularInline

from articles.models import Role
from articles.policies import role_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import Model, QuerySet

    from articles.models import User

Question = Callable[["User | AnonymousUser"], bool]


def has_desk(user: User | AnonymousUser) -> bool:
    """Return whether `user` may open the desk at all."""
    return role_of(user) != Role.NONE


def nobody(user: User | AnonymousUser) -> bool:  # noqa: ARG001
    """Return False: what has a history is neither added by hand nor removed."""
    return False


class PolicyMixin:
    """Says who may look at, add and change the rows of a model. Nobody deletes."""

    may_view: Question = staticmethod(has_desk)
    may_add: Question = staticmethod(nobody)
    may_change: Question = staticmethod(nobody)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Return whether the model is listed at all."""
        return has_desk(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        """Return whether rows may be read; which rows, the queryset says."""
        return self.may_view(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        """Return whether rows may be added."""
        return self.may_add(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        """Return whether rows may be changed."""
        return self.may_change(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        """Return False: articles and what they rest on keep their history."""
        return False


class DeskAdmin(PolicyMixin, ModelAdmin):  # type: ignore[misc]
    """A model of the desk."""

    list_filter_submit = True
    compressed_fields = True
    warn_unsaved_form = True
    show_full_result_count = False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Title a list by what it lists."""
        title = capfirst(str(self.opts.verbose_name_plural))
        response: HttpResponse = super().changelist_view(
            request, {"title": title, **(extra_context or {})}
        )
        return response


class ReadOnlyAdmin(DeskAdmin):
    """Rows that were written once and are only looked at."""

    warn_unsaved_form = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the rows that the person may know of."""
        return self.rows_for(request.user, super().get_queryset(request))

    def rows_for(self, user: User | AnonymousUser, rows: QuerySet[Any]) -> QuerySet[Any]:  # noqa: ARG002
        """Narrow `rows` to what `user` may read. Everything, unless a model says otherwise."""
        return rows


class OwnedInline(PolicyMixin, TabularInline):  # type: ignore[misc]
    """Rows that belong to one subject and may go with a mistake: names, accounts, posts held."""

    extra = 0

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        """Return whether a row may be taken away again: as it may be changed."""
        return self.may_change(request.user)
