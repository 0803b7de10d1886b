"""Read an article with the engine and store what it proposes. Never over a judgement.

1. The words are parsed and read outside any transaction; the run's row shows each step, as long
   as the lease holds.
2. Then, in one transaction: the article is locked, its draft must still be the text that was
   read, unjudged rows are replaced, remembered judgements applied, the job is finished.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from articles.actions.finish_job import finish_job
from articles.actions.read_revision import read_revision
from articles.actions.renew_lease import renew_lease
from articles.actions.store_proposals import Reading, store_proposals
from articles.engine.checks import check
from articles.engine.checks.across import check_across
from articles.engine.extraction import extract
from articles.engine.reconciliation import reconcile
from articles.engine.tagged import Tagger
from articles.engine.version import ENGINE_VERSION
from articles.knowledge import DatabaseKnowledge
from articles.models import Article, EnrichmentRun, Job, Revision, RunState
from articles.selectors.earlier import earlier_figures, recorded_facts


def enrich_article(*, job_id: UUID, lease: UUID, tagger: Tagger) -> None:
    """Do the enrichment that `job_id` asks for, once. Raises LeaseLost where another took over."""
    job = Job.objects.select_related("article__draft_revision").get(public_id=job_id)
    revision = job.article.draft_revision if job.article else None
    if revision is None or revision.content_hash != job.content_hash:
        finish_job(job_id=job_id, lease=lease)  # the words changed: another job reads them
        return
    run = _begin(job, lease, revision, tagger)
    reading = _read(revision, tagger, show=partial(_show, run, job_id, lease))
    _finish(run, revision, reading, job_id=job_id, lease=lease)


@transaction.atomic
def _begin(job: Job, lease: UUID, revision: Revision, tagger: Tagger) -> EnrichmentRun:
    """Return the run's row, new or left by a worker that died."""
    renew_lease(job_id=job.public_id, lease=lease)
    run, _created = EnrichmentRun.objects.update_or_create(
        article_id=revision.article_id,
        content_hash=revision.content_hash,
        engine_version=ENGINE_VERSION,
        model_version=tagger.version,
        defaults={
            "revision": revision,
            "job": job,
            "state": RunState.PARSING,
            "started_at": timezone.now(),
            "finished_at": None,
        },
    )
    return run


def _read(revision: Revision, tagger: Tagger, *, show: Callable[[RunState], None]) -> Reading:
    document = read_revision(revision=revision)
    published = _publication_date(revision.article)
    knowledge = DatabaseKnowledge(beside=revision.article)
    show(RunState.EXTRACTING)
    extraction = extract(document, tagger=tagger, knowledge=knowledge, published=published)
    show(RunState.RECONCILING)
    proposals = reconcile(extraction, knowledge, text=document.text)
    show(RunState.CHECKING)
    findings = check(document, extraction, published=published)
    targets = {proposal.key: proposal.target for proposal in proposals if proposal.target}
    findings += check_across(
        document,
        extraction,
        published=published or timezone.now(),
        targets=targets,
        earlier=earlier_figures(
            revision.article,
            set(targets.values()),
            {figure.unit for figure in extraction.figures},
        ),
        facts=recorded_facts(set(targets.values())),
    )
    return Reading(extraction, tuple(proposals), tuple(findings))


def _finish(
    run: EnrichmentRun, revision: Revision, reading: Reading, *, job_id: UUID, lease: UUID
) -> None:
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=revision.article_id)
        if article.draft_revision_id == revision.pk:
            run.counts = store_proposals(run=run, revision=revision, reading=reading)
        run.dates = [
            [date.start, date.end, date.text, date.iso] for date in reading.extraction.dates
        ]
        run.state = RunState.DONE
        run.finished_at = timezone.now()
        run.save(update_fields=["counts", "dates", "state", "finished_at"])
        finish_job(job_id=job_id, lease=lease)


@transaction.atomic
def _show(run: EnrichmentRun, job_id: UUID, lease: UUID, state: RunState) -> None:
    renew_lease(job_id=job_id, lease=lease)  # else it would unsay another's DONE
    EnrichmentRun.objects.filter(pk=run.pk).update(state=state)


def _publication_date(article: Article) -> dt.datetime | None:
    return article.first_published_at or article.source_stamped_at
