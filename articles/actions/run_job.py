"""Answer a bell: claim the job, do it, and count what goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable
from uuid import UUID

from django.db import InterfaceError, OperationalError

from articles.actions.announce_article import announce_article
from articles.actions.claim_job import Claim, claim_job
from articles.actions.deliver_due import deliver_due
from articles.actions.enrich_article import enrich_article
from articles.actions.expire_article import expire_article
from articles.actions.fail_job import fail_job
from articles.actions.finish_job import LeaseLost, finish_job
from articles.actions.notify_administrators import notify_administrators
from articles.actions.publish_again import publish_again
from articles.actions.render_image import render_image
from articles.engine.tagged import Tagger
from articles.models import JobKind

log = logging.getLogger(__name__)

_LoadTagger = Callable[[], Tagger]


def run_job(*, job_id: UUID, load_tagger: _LoadTagger) -> None:
    """Do the job if it may be done now; the tagger is loaded where its kind needs one.

    An exception counts as an attempt. A database that went away does not: the lease runs out,
    and the sweep takes the job back. A lease that was lost is another worker's job by now.
    """
    claim = claim_job(job_id=job_id)
    if claim is None:
        return
    try:
        _RUNNERS[claim.kind](claim, load_tagger)
    except LeaseLost:
        log.warning("lease lost: job=%s kind=%s", claim.job_id, claim.kind)
    except (OperationalError, InterfaceError):
        log.exception("database lost: job=%s kind=%s", claim.job_id, claim.kind)
    except Exception as error:
        log.exception("job failed: job=%s kind=%s", claim.job_id, claim.kind)
        fail_job(job_id=claim.job_id, lease=claim.lease, error=error)


def _enrich(claim: Claim, load_tagger: _LoadTagger) -> None:
    enrich_article(job_id=claim.job_id, lease=claim.lease, tagger=load_tagger())


def _publish_again(claim: Claim, _load_tagger: _LoadTagger) -> None:
    publish_again(job_id=claim.job_id, lease=claim.lease)


def _announce(claim: Claim, _load_tagger: _LoadTagger) -> None:
    announce_article(job_id=claim.job_id, lease=claim.lease)


def _expire(claim: Claim, _load_tagger: _LoadTagger) -> None:
    expire_article(job_id=claim.job_id, lease=claim.lease)


def _render_image(claim: Claim, _load_tagger: _LoadTagger) -> None:
    render_image(job_id=claim.job_id, lease=claim.lease)


def _deliver(claim: Claim, _load_tagger: _LoadTagger) -> None:
    deliver_due(job_id=claim.job_id, lease=claim.lease)


def _notify(claim: Claim, _load_tagger: _LoadTagger) -> None:
    notify_administrators(job_id=claim.job_id, lease=claim.lease)


def _sing(claim: Claim, _load_tagger: _LoadTagger) -> None:
    finish_job(job_id=claim.job_id, lease=claim.lease)


_RUNNERS: dict[JobKind, Callable[[Claim, _LoadTagger], None]] = {
    JobKind.ENRICH: _enrich,
    JobKind.PUBLISH_AGAIN: _publish_again,
    JobKind.ANNOUNCE: _announce,
    JobKind.EXPIRE: _expire,
    JobKind.RENDER_IMAGE: _render_image,
    JobKind.DELIVER: _deliver,
    JobKind.NOTIFY: _notify,
    JobKind.CANARY: _sing,
}
