"""`manage.py jobs`: the queue at a glance, and a second chance for what was set aside."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand, CommandError

from articles.actions.retry_job import NothingToRetry, retry_job
from articles.policies import NotAllowed
from articles.selectors.jobs import quarantined_jobs, queue_overview


class Command(BaseCommand):
    """Shows what waits, runs and was set aside; `--retry` sends one job back."""

    help = "Show the queue; send a job that was set aside back to work."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Without arguments nothing is changed."""
        parser.add_argument("--retry", metavar="JOB", type=UUID, help="id of the job to try again")
        parser.add_argument(
            "--check",
            metavar="SECONDS",
            type=int,
            help="fail unless a canary finished within so many seconds; changes and prints nothing",
        )
        parser.add_argument("--by", metavar="USER", help="who tries it again, for the audit")

    def handle(self, *args: Any, retry: UUID | None, by: str | None, **options: Any) -> None:
        """Print a line a fact. Raises CommandError where a job cannot be tried again."""
        if retry:
            self._retry(retry, by)
            return
        if options["check"] is not None:
            _require_progress(dt.timedelta(seconds=options["check"]))
            return
        overview = queue_overview()
        self.stdout.write(f"waiting      {overview.pending}")
        self.stdout.write(f"running      {overview.running}")
        self.stdout.write(f"set aside    {overview.quarantined}")
        self.stdout.write(f"oldest due   {_age(overview.oldest_due_age)}")
        self.stdout.write(f"last canary  {_age(overview.canary_age)}")
        for job in quarantined_jobs():
            self.stdout.write(f"{job.public_id}  {job.kind}  {job.reason.splitlines()[0]}")

    def _retry(self, job_id: UUID, username: str | None) -> None:
        if not username:
            message = "Say who tries it again: --by USER."
            raise CommandError(message)
        try:
            user = get_user_model().objects.get_by_natural_key(username)
            retry_job(job_id=job_id, by=user)
        except (ObjectDoesNotExist, NotAllowed, NothingToRetry) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{job_id} waits again")


def _require_progress(limit: dt.timedelta) -> None:
    age = queue_overview().canary_age
    if age is None or age > limit:
        message = f"No job moves: the last canary finished {_age(age)}."
        raise CommandError(message)


def _age(age: dt.timedelta | None) -> str:
    return "none" if age is None else f"{age.total_seconds():.0f} s ago"
