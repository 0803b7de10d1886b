"""The first page of the desk, its navigation and its numbers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from articles.admin.desk_pages import person_of
from articles.policies import can_administer, can_retry_jobs
from articles.selectors.desk import dashboard as read_dashboard
from articles.selectors.jobs import queue_overview
from articles.selectors.webhooks import troubled_endpoints


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Add to the index page what waits for the person (the theme calls this)."""
    person = person_of(request)
    return {
        **context,
        "title": "Desk",
        "desk": read_dashboard(person),
        "queue": queue_overview() if can_retry_jobs(person) else None,
        "troubled_endpoints": troubled_endpoints() if can_administer(person) else 0,
    }


def zone_label(request: HttpRequest) -> list[str]:  # noqa: ARG001
    """Return the zone in which the desk shows its times, for the page's header."""
    return [timezone.get_current_timezone_name(), "info"]
