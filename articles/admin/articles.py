"""The article list, and the addresses of an article's pages."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from unfold.decorators import display

from articles.admin import adding, editing, history, judging, marking, preview, publishing, review
from articles.admin.article_filters import MineFilter, OpenFindingsFilter
from articles.admin.desk_pages import STATE_COLOURS
from articles.admin.permissions import DeskAdmin, has_desk
from articles.admin.publishing_chosen import publish_chosen
from articles.models import Article, JobState, RunState, Status
from articles.policies import NotAllowed, can_publish_somewhere, can_receive
from articles.selectors.desk import article_list

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.urls import URLPattern

View = Callable[..., HttpResponse]
PAGES: dict[str, View] = {
    "review": review.review,
    "judge": judging.judge,
    "mark": marking.mark,
    "accept-sure": judging.accept_sure,
    "reject-unlikely": judging.reject_unlikely,
    "subjects": review.subjects,
    "progress": review.progress,
    "read-again": review.read_again,
    "publishing": publishing.publishing,
    "preview": preview.preview,
    "history": history.history,
}


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    """Articles: where each stands, and what is open about it."""

    may_add = staticmethod(can_receive)
    may_change = staticmethod(has_desk)

    list_display = [
        "shown_headline",
        "section",
        "state",
        "findings",
        "proposals",
        "engine",
        "edited",
    ]
    list_filter = ["status", "section", "kind", OpenFindingsFilter, MineFilter]
    search_fields = ["draft_revision__headline"]
    search_help_text = "Words of the headline"
    list_per_page = 50
    actions = ["publish_chosen"]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Return whether the person publishes anything."""
        return can_publish_somewhere(request.user)

    @admin.action(description="Publish the chosen articles…", permissions=["publish"])
    def publish_chosen(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> HttpResponse | None:
        """Show what would go out; publish it once that is confirmed."""
        return publish_chosen(request, queryset)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Return the articles that the person works on, with what is open about them."""
        return article_list(request.user)

    @display(description="headline")
    def shown_headline(self, article: Any) -> str:
        """Return the draft's headline."""
        return str(article.headline or article.slug)

    @display(
        description="state",
        ordering="status",
        label={status.label: colour for status, colour in STATE_COLOURS.items()},
    )
    def state(self, article: Article) -> str | tuple[str, str]:
        """Return the state; a scheduled article shows its hour, and is published from then on."""
        status = Status(article.status)
        if status != Status.SCHEDULED or article.visible_from is None:
            return status.label
        if article.visible_from <= timezone.now():
            return Status.PUBLISHED.label
        hour = date_format(timezone.localtime(article.visible_from), "j M, H:i")
        return status.label, f"{status.label} {hour}"

    @display(description="findings", ordering="open_findings")
    def findings(self, article: Any) -> int:
        """Return how many findings are open."""
        return int(article.open_findings)

    @display(description="proposals", ordering="open_proposals")
    def proposals(self, article: Any) -> int:
        """Return how many proposals are open."""
        return int(article.open_proposals)

    @display(
        description="engine",
        label={"Read": "success", JobState.QUARANTINED.label: "danger", "Reading": "info"},
    )
    def engine(self, article: Any) -> str:
        """Return whether the engine has read the draft."""
        if article.job_state in (JobState.PENDING, JobState.RUNNING):
            return JobState.PENDING.label if article.run_state is None else "Reading"
        if article.job_state == JobState.QUARANTINED:
            return JobState.QUARANTINED.label
        return "Read" if article.run_state == RunState.DONE else "—"

    @display(description="edited", ordering="edited_at")
    def edited(self, article: Any) -> Any:
        """Return when the words changed last."""
        return article.edited_at

    def get_urls(self) -> list[URLPattern]:
        """Put the pages of one article before the admin's own."""
        pages = [
            path(f"<int:article_id>/{name}/", self._door(view), name=f"articles_article_{name}")
            for name, view in PAGES.items()
        ]
        answer = path(
            "<int:article_id>/findings/<int:finding_id>/",
            self._door(judging.answer_remark),
            name="articles_article_finding",
        )
        return [*pages, answer, *super().get_urls()]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Take a post in."""
        del form_url, extra_context
        return _refusing(adding.add)(request)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Edit an article."""
        del form_url, extra_context
        return _refusing(editing.edit)(request, int(object_id) if object_id.isdecimal() else 0)

    def _door(self, view: View) -> View:
        door: View = self.admin_site.admin_view(_refusing(view))
        return door


def _refusing(view: View) -> View:
    """Answer 403 where an action refuses the person."""

    @functools.wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotAllowed as refusal:
            raise PermissionDenied(str(refusal)) from refusal

    return wrapped
