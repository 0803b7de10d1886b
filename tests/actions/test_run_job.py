import uuid

import pytest
from django.db import InterfaceError, OperationalError

from articles.actions import run_job as module
from articles.actions.finish_job import LeaseLost, finish_job
from articles.actions.run_job import run_job
from articles.models import Job, JobKind, JobState
from tests.factories import JobFactory
from tests.taggers import CapitalTagger

pytestmark = pytest.mark.django_db


@pytest.fixture
def runs(monkeypatch):
    """Which claims reached the work of their kind; `runs.error` is what the work raises."""

    class Runs(list):
        error = None

        def __call__(self, claim, load_tagger):
            self.append((claim.job_id, claim.kind))
            if self.error:
                raise self.error
            finish_job(job_id=claim.job_id, lease=claim.lease)

    runs = Runs()
    for kind in JobKind:
        monkeypatch.setitem(module._RUNNERS, kind, runs)
    return runs


@pytest.mark.parametrize("kind", JobKind)
def test_it_does_the_work_of_every_kind(runs, kind):
    job = JobFactory(kind=kind)

    run_job(job_id=job.public_id, load_tagger=CapitalTagger)

    job.refresh_from_db()
    assert runs == [(job.public_id, kind)]
    assert job.state == JobState.DONE


def test_it_knows_the_work_of_every_kind():
    assert set(module._RUNNERS) == set(JobKind)


def test_a_canary_needs_no_tagger():
    def refuse():
        pytest.fail("a canary reads nothing")

    job = JobFactory()
    run_job(job_id=job.public_id, load_tagger=refuse)

    job.refresh_from_db()
    assert job.state == JobState.DONE


def test_it_answers_a_bell_that_rings_twice_once(runs):
    job = JobFactory()

    for _ in range(2):
        run_job(job_id=job.public_id, load_tagger=CapitalTagger)

    assert len(runs) == 1


def test_it_ignores_a_bell_for_nothing(runs):
    run_job(job_id=uuid.uuid4(), load_tagger=CapitalTagger)

    assert runs == []


@pytest.mark.parametrize("error", [ValueError("no"), MemoryError(), RecursionError()], ids=repr)
def test_an_exception_counts_as_an_attempt(runs, error):
    runs.error = error
    job = JobFactory()

    run_job(job_id=job.public_id, load_tagger=CapitalTagger)

    job.refresh_from_db()
    assert (job.state, job.attempts, job.interruptions) == (JobState.PENDING, 1, 0)
    assert job.reason.startswith(type(error).__name__)


def test_a_tagger_that_cannot_be_loaded_is_the_jobs_reason(monkeypatch):
    def refuse():
        raise FileNotFoundError("no weights")

    job = JobFactory(kind=JobKind.ENRICH)
    run_job(job_id=job.public_id, load_tagger=refuse)

    job.refresh_from_db()
    assert job.reason.startswith("FileNotFoundError: no weights")


@pytest.mark.parametrize("error", [OperationalError(), InterfaceError(), LeaseLost()], ids=repr)
def test_what_is_not_the_jobs_fault_counts_nothing(runs, error):
    runs.error = error
    job = JobFactory()

    run_job(job_id=job.public_id, load_tagger=CapitalTagger)

    job.refresh_from_db()
    assert (job.state, job.attempts, job.reason) == (JobState.RUNNING, 0, "")
    assert Job.objects.waiting().count() == 0
