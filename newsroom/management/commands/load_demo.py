"""Bring the demo in by the real path: received, queued, enriched by a worker, judged, published."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.actions.receive_post import Receipt, receive_post
from articles.models import Article, Job, JobKind, JobState, Status
from newsroom.demo.editor import judge_article, publish
from newsroom.demo.knowledge import FOLDER, load_knowledge
from newsroom.demo.pictures import open_with_pictures
from newsroom.demo.staff import make_staff

OPEN = (JobState.PENDING, JobState.RUNNING)
LEFT_FOR_YOU = 3  # the last posts stay at the desk, unjudged
FORMATS = {".md": "markdown", ".txt": "text", ".html": "html"}


class Command(BaseCommand):
    """Load the demo; a second time it finds everything there."""

    help = "Load the demo posts: received, enriched by the running worker, judged, published."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare how long a standstill may last."""
        parser.add_argument(
            "--patience",
            type=float,
            default=120,
            metavar="SECONDS",
            help="Give up when no post was enriched for this long (default: 120).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make staff and knowledge, receive the posts, wait for the worker, judge and publish."""
        load_knowledge()
        staff = make_staff(Path(settings.DATA_DIR) / "demo_login")
        posts = _posts()
        receipts = [_receive(path) for path in posts]
        articles = [receipt.article for receipt in receipts]
        self._wait(articles, options["patience"])
        named = {path.name: one for path, one in zip(posts, articles, strict=True)}
        open_with_pictures(named, by=staff["editor"])
        drafts = [article for article in articles[:-LEFT_FOR_YOU] if article.status == Status.DRAFT]
        for article in tqdm(drafts, desc="judged", **_bar()):
            judge_article(article, by=staff["editor"])
            publish(article, by=staff["editor"], first_published_at=article.source_stamped_at)
        new = sum(receipt.created for receipt in receipts)
        self.stdout.write(f"{len(receipts)} demo posts ({new} new), {len(drafts)} published now.")

    def _wait(self, articles: list[Article], patience: float) -> None:
        """Return once every article is enriched. Raises CommandError on a standstill."""
        left = _waiting(articles)
        moved = time.monotonic()
        with tqdm(total=left, desc="enriched", **_bar()) as bar:
            while left:
                now_left = _waiting(articles)
                if now_left < left:
                    bar.update(left - now_left)
                    left, moved = now_left, time.monotonic()
                elif time.monotonic() - moved > patience:
                    raise CommandError(
                        f"{left} posts are still waiting for a worker. Is one running? "
                        "`make run` starts it; the desk's job page says what failed."
                    )
                time.sleep(0.2)


def _posts() -> list[Path]:
    files = [*(FOLDER / "posts").iterdir(), *(FOLDER / "pages").iterdir()]
    return sorted(file for file in files if file.suffix in FORMATS)


def _receive(path: Path) -> Receipt:
    return receive_post(
        raw=path.read_bytes(), source="demo", format=FORMATS[path.suffix], file_name=path.name
    )


def _waiting(articles: list[Article]) -> int:
    return Job.objects.filter(article__in=articles, kind=JobKind.ENRICH, state__in=OPEN).count()


def _bar() -> dict[str, Any]:
    return {"unit": "post", "file": sys.stderr, "disable": None, "leave": True}
