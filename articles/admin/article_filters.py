"""What the article list may be narrowed by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin
    from django.db.models import QuerySet

    from articles.models import Article

Choices = list[tuple[str, str]]


class OpenFindingsFilter(admin.SimpleListFilter):
    """Articles that the engine has something to say about."""

    title = "open findings"
    parameter_name = "findings"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Article]) -> Choices:  # noqa: ARG002
        """Return the choices."""
        return [("open", "With open findings"), ("none", "Without")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:  # noqa: ARG002
        """Narrow by the number that the list carries."""
        if self.value() == "open":
            return queryset.filter(open_findings__gt=0)
        if self.value() == "none":
            return queryset.filter(open_findings=0)
        return queryset


class MineFilter(admin.SimpleListFilter):
    """Articles that the person brought in."""

    title = "mine"
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Article]) -> Choices:  # noqa: ARG002
        """Return the choices."""
        return [("yes", "Brought in by me")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        """Narrow to the person's own."""
        return queryset.filter(created_by=request.user.pk) if self.value() else queryset
