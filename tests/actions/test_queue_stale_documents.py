"""Documents of another renderer are written again, once each, by the ordinary job."""

import pytest

from articles.actions.queue_stale_documents import queue_stale_documents
from articles.documents import RENDERER_VERSION
from articles.models import Job, JobKind, JobState, StoredDocument
from tests.factories.departure import publish_departure

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs():
    return Job.objects.filter(kind=JobKind.PUBLISH_AGAIN, state=JobState.PENDING)


def test_it_queues_nothing_for_documents_of_this_renderer(editor, jobs):
    publish_departure(by=editor)

    assert queue_stale_documents() == 0
    assert not jobs.exists()


def test_it_queues_one_job_for_each_stale_document(editor, jobs):
    article = publish_departure(by=editor)
    StoredDocument.objects.update(renderer_version=f"{RENDERER_VERSION}-before")

    assert queue_stale_documents() == 1
    assert queue_stale_documents() == 1

    assert [job.article_id for job in jobs] == [article.pk]
