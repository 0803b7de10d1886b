"""Walk one post through the whole main job, and tick off what readers and programs get of it."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test import Client
from lxml import html

from articles.actions.receive_post import Receipt, UnreadablePost, receive_post
from articles.actions.run_job import run_job
from articles.models import LIVE_STATUSES, Article, Finding, Job, JobState, Mention
from newsroom.demo.editor import judge_article, publish
from newsroom.demo.knowledge import FOLDER, load_knowledge
from newsroom.demo.staff import make_staff
from newsroom.tagger import load_tagger

LONG = 100  # characters: longer values are ticked, not shown
Check = tuple[str, Callable[[], object]]


class Command(BaseCommand):
    """Receive, enrich, judge, publish, read: each part with a tick, or a cross and exit code 1."""

    help = "Take one post through the main job and tick off every part of its page and JSON."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the post: by default a demo page in the shape of the reference."""
        parser.add_argument("path", nargs="?", type=Path, default=None, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        """Walk, print, and fail where a part is missing."""
        path = options["path"] or next((FOLDER / "pages").glob("*.txt"))
        load_knowledge()
        editor = make_staff(Path(settings.DATA_DIR) / "demo_login")["editor"]
        receipt = _received(path)
        self.stdout.write(f"{path.name}: {'received' if receipt.created else 'received before'}")
        article = _enriched(receipt.article)
        if article.status not in LIVE_STATUSES:
            judge_article(article, by=editor)
            article = publish(article, by=editor, first_published_at=None)
        missing = self._tick("At the desk", _desk_checks(article))
        missing += self._tick(f"On the page {article.document.path}", _page_checks(article))
        missing += self._tick(
            f"In the API /api/v1/articles/{article.public_id}/", _api_checks(article)
        )
        if missing:
            raise CommandError(f"{missing} parts are missing.")

    def _tick(self, title: str, checks: Iterator[Check]) -> int:
        self.stdout.write(f"\n{title}")
        missing = 0
        for name, find in checks:
            found = find()
            missing += not found
            mark = self.style.SUCCESS("✓") if found else self.style.ERROR("✗")
            self.stdout.write(f"  {mark} {name}{_shown(found)}")
        return missing


def _received(path: Path) -> Receipt:
    """Take the file in. Raises CommandError for one that cannot be read."""
    try:
        return receive_post(raw=path.read_bytes(), source="tour", file_name=path.name)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror or error}") from error
    except UnreadablePost as error:
        raise CommandError(f"{path}: {error}") from error


def _enriched(article: Article) -> Article:
    """Let the engine read the article: here, or in the worker that took the job already."""
    for job in Job.objects.filter(article=article, state=JobState.PENDING):
        run_job(job_id=job.public_id, load_tagger=load_tagger)
    while Job.objects.filter(article=article, state=JobState.RUNNING).exists():
        time.sleep(0.2)
    failed = Job.objects.filter(article=article, state=JobState.QUARANTINED).first()
    if failed:
        raise CommandError(f"The engine could not read it: {failed.reason}")
    return Article.objects.get(pk=article.pk)


def _desk_checks(article: Article) -> Iterator[Check]:
    revision = article.live_revision
    findings = Finding.objects.filter(revision=revision)
    yield "stamp kept as it was printed", lambda: article.source_stamp
    yield "people named", lambda: _names(article, "person")
    yield "organizations named", lambda: _names(article, "organization")
    yield "findings", lambda: sorted({finding.code for finding in findings})


def _page_checks(article: Article) -> Iterator[Check]:
    page = html.document_fromstring(_get(article.document.path))
    for name, path in PAGE_PARTS:
        yield name, partial(page.xpath, path)


def _api_checks(article: Article) -> Iterator[Check]:
    detail = json.loads(_get(f"/api/v1/articles/{article.public_id}/"))
    for key in API_PARTS:
        yield key, partial(detail.get, key)


def _get(path: str) -> bytes:
    response = Client(headers={"host": "localhost"}).get(path)
    if response.status_code != HTTPStatus.OK:
        raise CommandError(f"{path} answers {response.status_code}.")
    return response.content


# What the reference page shows, and what it ought to: a part is there if its XPath finds something.
PAGE_PARTS = [
    ("one headline", "//h1[count(//h1) = 1]"),
    ("section", "//*[@class='kicker']/a"),
    ("byline, or that none is given", "//*[@class='byline']"),
    ("published, with zone", "//time[contains(@class, 'published')][contains(., 'UTC')]/@datetime"),
    ("updated, with zone", "//time[contains(@class, 'updated')][contains(., 'UTC')]/@datetime"),
    ("the post's own date line", "//*[contains(@class, 'stamp')]"),
    ("summary", "//*[@id='summary']//p"),
    ("source, or that none is given", "//*[contains(@class, 'origin')]"),
    ("analysis sections", "//*[@id='text']//p"),
    ("numbered notes in the text", "//sup[contains(@class, 'note')]/a"),
    ("sources with their sentences", "//*[@id='sources']//li[.//q]"),
    ("sources without a link say so", "//*[@id='sources']//*[contains(@class, 'no-link')]"),
    ("questions and answers", "//*[@id='faq']//h3"),
    ("figures", "//*[@id='figures']//li"),
    ("cards of people and organizations", "//*[@id='named']//li[.//h3]"),
    (
        "handles on cards",
        "//*[@id='named']//a[contains(., '@')] | //*[@id='named']//*[contains(@class, 'handle')]",
    ),
    ("biography on a card", "//*[@id='named']//*[contains(@class, 'bio')]"),
    ("topics", "//*[@id='topics']//li"),
    ("JSON-LD", "//script[@type='application/ld+json']"),
]
API_PARTS = [
    "headline",
    "summary",
    "body_html",
    "published_at",
    "updated_at",
    "source",
    "people",
    "organizations",
    "topics",
    "mentions",
    "citations",
    "figures",
    "faq",
]


def _names(article: Article, field: str) -> list[str]:
    mentions = (
        Mention.objects.filter(revision=article.live_revision)
        .accepted()
        .exclude(**{f"{field}": None})
    )
    return sorted({getattr(mention, field).name for mention in mentions.select_related(field)})


def _shown(found: object) -> str:
    if not isinstance(found, list):
        return f": {found}" if isinstance(found, str) and len(found) < LONG else ""
    if found and isinstance(found[0], str):
        return f": {', '.join(found)}"
    return f": {len(found)}"
