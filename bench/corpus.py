"""The articles that are measured: the demo's posts, brought in by the real actions."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from articles.actions.publish_article import publish_article
from articles.actions.receive_post import receive_post
from articles.actions.run_job import run_job
from articles.engine.tagged import Tagger
from articles.models import Article, Job, JobKind, JobState, Role, User
from newsroom.demo.editor import judge_article
from newsroom.demo.knowledge import FOLDER, load_knowledge

FIRST = dt.datetime(2025, 1, 1, 6, tzinfo=dt.UTC)
APART = dt.timedelta(hours=7)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The published articles, oldest first, one more that is judged and waits, and who did it."""

    published: Sequence[Article]
    waiting: Article
    editor: User


def load_corpus(*, articles: int, tagger: Tagger) -> Corpus:
    """Receive, enrich, judge and publish as many articles; the same number gives the same words."""
    load_knowledge()
    editor = User.objects.create(username="bench", role=Role.EDITOR)
    posts = itertools.islice(itertools.cycle(demo_posts()), articles + 1)
    ready = [
        _judged(path, number, tagger=tagger, editor=editor)
        for number, path in enumerate(
            tqdm(posts, total=articles + 1, unit="post", disable=None, leave=False)
        )
    ]
    published = [
        publish_article(article_id=article.pk, by=editor, first_published_at=FIRST + number * APART)
        for number, article in enumerate(ready[:-1])
    ]
    return Corpus(published, ready[-1], editor)


def demo_posts() -> list[Path]:
    """Return the posts that the demo is made of, by name."""
    return sorted((FOLDER / "posts").glob("*.md"))


def _judged(path: Path, number: int, *, tagger: Tagger, editor: User) -> Article:
    """Return a post as an article whose proposals are answered. The same post may come again."""
    article = receive_post(
        raw=path.read_bytes(), source="bench", format="markdown", external_id=f"bench-{number}"
    ).article
    job = Job.objects.get(article=article, kind=JobKind.ENRICH)
    run_job(job_id=job.public_id, load_tagger=lambda: tagger)
    job.refresh_from_db()
    if job.state != JobState.DONE:
        message = f"{path.name} was not enriched: {job.reason}"
        raise RuntimeError(message)
    judge_article(article, by=editor)
    return article
