"""An endpoint goes at any moment, and neither a worker nor a publication stumbles over it."""

import pytest
from django.db import transaction

from articles.actions import deliver_due as module
from articles.actions.claim_job import claim_job
from articles.actions.notify_administrators import notify_administrators
from articles.actions.queue_delivery_jobs import queue_delivery_jobs
from articles.actions.queue_job import queue_job
from articles.actions.remove_endpoint import remove_endpoint
from articles.gateways.webhooks import Answer
from articles.models import Change, Delivery, Job, JobKind, JobState, WebhookEndpoint
from articles.policies import NotAllowed
from tests.actions.listening import publish, work
from tests.factories import EndpointFactory
from tests.selectors.test_changes import in_thread, wait_until_somebody_waits


@pytest.mark.django_db
def test_administrators_alone_remove(editor):
    endpoint = EndpointFactory()

    with pytest.raises(NotAllowed):
        remove_endpoint(endpoint_id=endpoint.pk, by=editor)

    assert WebhookEndpoint.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("moment", ["prepare_delivery", "settle_delivery"])
def test_a_worker_that_is_about_to_call_has_nothing_left_to_do(
    editor, administrator, monkeypatch, moment
):
    endpoint = EndpointFactory()
    publish(editor)
    publish(editor)
    then = getattr(module, moment)

    def remove_first(**arguments):
        remove_endpoint(endpoint_id=endpoint.pk, by=administrator)
        return then(**arguments)

    monkeypatch.setattr(module, moment, remove_first)
    monkeypatch.setattr(module.webhooks, "post", lambda *_, **__: Answer(200))
    monkeypatch.setattr(
        "articles.actions.prepare_delivery._secrets", lambda *_, **__: ["whsec_eA=="]
    )

    work()

    job = Job.objects.get(kind=JobKind.DELIVER)
    assert (job.state, job.attempts) == (JobState.DONE, 0)
    assert not Delivery.objects.exists()


@pytest.mark.django_db
def test_jobs_that_wait_for_it_go_with_it(editor, administrator):
    endpoint = EndpointFactory()
    publish(editor)
    queue_delivery_jobs()

    remove_endpoint(endpoint_id=endpoint.pk, by=administrator)

    assert not Job.objects.filter(kind=JobKind.DELIVER).exists()


@pytest.mark.django_db
def test_nobody_is_told_that_it_was_disabled(administrator, mailoutbox):
    endpoint = EndpointFactory()
    job = queue_job(kind=JobKind.NOTIFY, content_hash=endpoint.public_id.hex)
    remove_endpoint(endpoint_id=endpoint.pk, by=administrator)
    claim = claim_job(job_id=job.public_id)

    notify_administrators(job_id=claim.job_id, lease=claim.lease)

    assert mailoutbox == []
    assert Job.objects.get(pk=job.pk).state == JobState.DONE


@pytest.mark.django_db(transaction=True)
def test_a_publication_waits_for_the_removal_and_goes_out(editor, administrator):
    endpoint = EndpointFactory()

    with transaction.atomic():
        remove_endpoint(endpoint_id=endpoint.pk, by=administrator)
        publishing = in_thread(publish, editor)
        wait_until_somebody_waits()
    publishing.join()

    assert Change.objects.count() == 1
    assert not Delivery.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_removal_waits_for_a_publication_and_takes_its_messages_too(editor, administrator):
    endpoint = EndpointFactory()

    with transaction.atomic():
        publish(editor)
        removing = in_thread(lambda: remove_endpoint(endpoint_id=endpoint.pk, by=administrator))
        wait_until_somebody_waits()
    removing.join()

    assert Change.objects.count() == 1
    assert not WebhookEndpoint.objects.exists()
    assert not Delivery.objects.exists()
