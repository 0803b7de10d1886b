"""An endpoint with a receiver on loopback, and the relay's and the worker's work by hand."""

import datetime as dt

import pytest

from articles.actions._webhook_secret import check_of, new_seed, secret_of
from articles.actions.publish_article import publish_article
from articles.actions.queue_delivery_jobs import queue_delivery_jobs
from articles.actions.run_job import run_job
from articles.actions.sweep_jobs import sweep_jobs
from articles.models import Job, JobKind, WebhookEndpoint
from tests.factories import ArticleFactory, EndpointFactory
from tests.receiver import Receiver
from tests.taggers import CapitalTagger

NOW = dt.timedelta()


@pytest.fixture
def at_once(settings):
    """No pauses: what failed is due again at once."""
    settings.WEBHOOK_BACK_OFF = [NOW]
    settings.WEBHOOK_LONGEST_REST = NOW


@pytest.fixture
def receiver():
    receiver = Receiver()
    receiver.start()
    yield receiver
    receiver.stop()


@pytest.fixture
def endpoint(receiver):
    return endpoint_of(receiver)


def endpoint_of(receiver, **options):
    seed = new_seed()
    check = check_of(seed)
    receiver.secret = secret_of(seed, check)
    return EndpointFactory(url=receiver.url, secret_seed=seed, secret_check=check, **options)


def work():
    """One round of the relay and its workers; return whether there was anything to do."""
    sweep_jobs()
    queue_delivery_jobs()
    due = list(Job.objects.due().filter(kind=JobKind.DELIVER))
    for job in due:
        run_job(job_id=job.public_id, load_tagger=CapitalTagger)
    return bool(due)


def publish(editor, **options):
    article = ArticleFactory(**options)
    return publish_article(article_id=article.pk, by=editor)


def skip_time():
    """The endpoint has rested, whatever the clock says."""
    WebhookEndpoint.objects.update(resting_until=None)
