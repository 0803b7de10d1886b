"""What Celery calls: one line each. The broker carries a job's id, the row knows the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from uuid import UUID

from celery import shared_task
from django.apps import apps

from articles.actions.run_job import run_job as run
from articles.actions.start_canary import start_canary as start

if TYPE_CHECKING:
    from articles.apps import ArticlesConfig


@shared_task(name="articles.run_job", max_retries=0)  # type: ignore[untyped-decorator]
def run_job(job: str) -> None:
    """Do the job with this public id, if it may be done now."""
    articles = cast("ArticlesConfig", apps.get_app_config("articles"))
    run(job_id=UUID(job), load_tagger=articles.tagger)


@shared_task(name="articles.start_canary", max_retries=0)  # type: ignore[untyped-decorator]
def start_canary() -> None:
    """Send a canary through the queue."""
    start()
