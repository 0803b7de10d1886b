"""How far the engine is with an article's draft."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Article, Job, JobKind, JobState, RunState

STEPS = (
    RunState.PARSING,
    RunState.EXTRACTING,
    RunState.RECONCILING,
    RunState.CHECKING,
    RunState.DONE,
)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the newest reading stands. `step` of `steps` is done; `is_moving` while one waits."""

    label: str
    step: int
    steps: int
    is_moving: bool
    reason: str = ""


def enrichment_progress(article: Article) -> Progress:
    """Return the progress of the newest enrichment job of an article. Costs two queries."""
    job = Job.objects.filter(article=article, kind=JobKind.ENRICH).order_by("-pk").first()
    if job is None:
        return Progress("Not read yet", 0, len(STEPS), is_moving=False)
    if job.state == JobState.QUARANTINED:
        return Progress("Set aside", 0, len(STEPS), is_moving=False, reason=job.reason)
    if job.state == JobState.DONE:
        return Progress(RunState.DONE.label, len(STEPS), len(STEPS), is_moving=False)
    run = article.runs.filter(job=job).first()
    if run is None or run.state not in STEPS:
        return Progress(JobState(job.state).label, 0, len(STEPS), is_moving=True)
    step = STEPS.index(RunState(run.state))
    return Progress(RunState(run.state).label, step, len(STEPS), is_moving=True)
