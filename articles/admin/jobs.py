"""The queue: what waits, what was set aside, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from unfold.decorators import display

from articles.actions.retry_job import NothingToRetry, retry_job
from articles.admin.permissions import ReadOnlyAdmin
from articles.models import Job, JobState
from articles.policies import NotAllowed, can_retry_jobs
from articles.selectors.desk import desk_articles
from articles.selectors.jobs import quarantined_jobs, queue_overview

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet
    from django.urls import URLPattern

    from articles.models import User

STATE_COLOURS = {
    JobState.PENDING.label: "info",
    JobState.RUNNING.label: "primary",
    JobState.DONE.label: "success",
    JobState.QUARANTINED.label: "danger",
}

SHOWN = 50


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    """Jobs, with the overview above the list."""

    list_display = ["kind", "shown_state", "headline", "attempts", "interruptions", "next_check"]
    list_filter = ["state", "kind"]
    list_select_related = ["article__draft_revision"]
    ordering = ["-pk"]
    list_before_template = "desk/queue.html"

    def rows_for(self, user: User | AnonymousUser, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Editors see the whole queue, others the jobs of their own articles."""
        if can_retry_jobs(user):
            return rows
        return rows.filter(article__in=desk_articles(user).values("pk"))

    @display(description="state", ordering="state", label=STATE_COLOURS)
    def shown_state(self, job: Job) -> str:
        """Return the state in words."""
        return JobState(job.state).label

    @display(description="article")
    def headline(self, job: Job) -> str:
        """Return the headline of the article that the job is about."""
        revision = job.article.draft_revision if job.article else None
        return revision.headline if revision else "—"

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the overview to those who may act on it."""
        context = {**(extra_context or {})}
        if can_retry_jobs(request.user):
            context |= {"queue": queue_overview(), "set_aside": quarantined_jobs()[:SHOWN]}
        response: HttpResponse = super().changelist_view(request, context)
        return response

    def get_urls(self) -> list[URLPattern]:
        """Add the retry button's address."""
        view = self.admin_site.admin_view(self.retry)
        return [path("<int:job_id>/retry/", view, name="articles_job_retry"), *super().get_urls()]

    def retry(self, request: HttpRequest, job_id: int) -> HttpResponse:
        """Send a quarantined job back to the queue. POST only."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        job = get_object_or_404(self.get_queryset(request), pk=job_id)
        try:
            retry_job(job_id=job.public_id, by=request.user)  # type: ignore[arg-type]
        except (NotAllowed, NothingToRetry) as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "The job waits in the queue again.")
        return redirect("admin:articles_job_changelist")
