"""Write to the administrators that an endpoint was disabled."""

from __future__ import annotations

import logging
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext

from articles.actions.finish_job import finish_job
from articles.gateways import mail
from articles.models import Job, Role, User, WebhookEndpoint

log = logging.getLogger(__name__)


def notify_administrators(*, job_id: UUID, lease: UUID) -> None:
    """Do what a NOTIFY job asks for: mail to every administrator who has an address.

    Nobody hears of an endpoint that was removed meanwhile. A mail may go out twice where the
    worker dies in between. Raises LeaseLost, and what the mail
    server says.
    """
    name = Job.objects.values_list("content_hash", flat=True).get(public_id=job_id)
    endpoint = WebhookEndpoint.objects.filter(public_id=UUID(name)).first()
    if endpoint is not None:
        _write(endpoint)
    finish_job(job_id=job_id, lease=lease)


def _write(endpoint: WebhookEndpoint) -> None:
    people = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exclude(email="")
    recipients = sorted(set(people.values_list("email", flat=True)))
    if recipients:
        subject = gettext("Webhook disabled: %(name)s") % {"name": endpoint.name}
        context = {"endpoint": endpoint, "public_url": settings.PUBLIC_URL}
        mail.send(
            recipients, subject=subject, text=render_to_string("desk/mail/disabled.txt", context)
        )
    else:
        log.warning("no administrator has a mail address: endpoint=%s", endpoint.public_id)
