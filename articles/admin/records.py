"""What the desk keeps and nobody edits: posts, revisions, judgements, the audit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from articles.admin.permissions import ReadOnlyAdmin
from articles.models import AuditEntry, Judgement, Post, Revision
from articles.policies import can_administer
from articles.selectors.desk import desk_articles

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from articles.models import User


@admin.register(Post)
class PostAdmin(ReadOnlyAdmin):
    """The raw arrivals."""

    list_display = ["__str__", "source", "format", "received_by", "created_at"]
    list_filter = ["source", "format"]
    list_select_related = ["source", "received_by"]
    search_fields = ["external_id", "file_name"]
    ordering = ["-pk"]
    fields = ["source", "external_id", "format", "file_name", "received_by", "content_hash", "raw"]

    def rows_for(self, user: User | AnonymousUser, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Return the posts of the articles that `user` works on."""
        return rows.filter(article__in=desk_articles(user).values("pk"))


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    """The words of articles, as they were."""

    list_display = ["headline", "number", "created_by", "created_at", "note"]
    list_select_related = ["created_by"]
    search_fields = ["headline"]
    ordering = ["-pk"]
    fields = ["article", "number", "headline", "summary", "text", "note", "created_by"]

    def rows_for(self, user: User | AnonymousUser, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Return the revisions of the articles that `user` works on."""
        return rows.filter(article__in=desk_articles(user).values("pk"))


@admin.register(Judgement)
class JudgementAdmin(ReadOnlyAdmin):
    """What people said of proposals."""

    list_display = ["quote_key", "layer", "kind", "answer", "judged_by", "judged_at"]
    list_filter = ["layer", "answer", "judged_by"]
    list_select_related = ["judged_by"]
    search_fields = ["quote_key"]
    ordering = ["-pk"]

    def rows_for(self, user: User | AnonymousUser, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Return the judgements on the articles that `user` works on."""
        return rows.filter(article__in=desk_articles(user).values("pk"))


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    """Who did what, when."""

    may_view = staticmethod(can_administer)

    list_display = ["at", "actor", "verb", "subject_type", "subject_id"]
    list_filter = ["verb", "subject_type", "actor"]
    list_select_related = ["actor"]
    ordering = ["-pk"]
