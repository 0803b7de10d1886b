"""How far the engine is, as the review page shows it."""

import pytest

from articles.models import EnrichmentRun, Job, JobKind, JobState, RunState
from articles.selectors.progress import enrichment_progress
from tests.actions.conftest import enrich, enriched, received

__all__ = ["enrich", "enriched", "received"]

pytestmark = pytest.mark.django_db


def test_a_job_that_waits_moves(received):
    state = enrichment_progress(received)

    assert (state.label, state.step, state.is_moving) == ("Waiting", 0, True)


def test_a_reading_that_is_done_does_not(enriched):
    state = enrichment_progress(enriched)

    assert (state.label, state.step == state.steps, state.is_moving) == ("Done", True, False)


def test_each_step_is_shown(enriched):
    job = Job.objects.get(article=enriched, kind=JobKind.ENRICH)
    Job.objects.filter(pk=job.pk).update(state=JobState.PENDING)
    EnrichmentRun.objects.update(state=RunState.RECONCILING)
    state = enrichment_progress(enriched)

    assert (state.label, state.step, state.is_moving) == ("Asking who is meant", 2, True)


def test_what_was_set_aside_says_why(received):
    Job.objects.update(state=JobState.QUARANTINED, reason="No end in sight.")
    state = enrichment_progress(received)

    assert (state.label, state.reason, state.is_moving) == ("Set aside", "No end in sight.", False)
