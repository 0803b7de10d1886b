"""Fill a database with a newsroom of any size, to measure it: the same articles each time."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from tqdm import tqdm

from articles.models import Article
from newsroom.synthetic.check import NotAsPublished, require_as_published
from newsroom.synthetic.house import SOURCE
from newsroom.synthetic.load import MOST, load_articles, tidy


class Command(BaseCommand):
    """`manage.py load_corpus --articles 10000`."""

    help = "Load synthetic articles by COPY, published and searchable, for measurements."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare how many, which ones, and what is compared."""
        parser.add_argument(
            "--articles", type=int, required=True, metavar="N", help="how many there are in the end"
        )
        parser.add_argument("--seed", type=int, default=1, help="other articles (default: 1)")
        parser.add_argument(
            "--check",
            type=int,
            default=20,
            metavar="K",
            help="publish K of them again and compare every row (default: 20)",
        )
        parser.add_argument(
            "--force", action="store_true", help="also beside articles that people wrote"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, compare a sample, and say what it took."""
        count = options["articles"]
        if not 0 < count <= MOST:
            raise CommandError(f"--articles is a number from 1 to {MOST:,}.")
        others = Article.objects.exclude(post__source__name=SOURCE).exists()
        if others and not options["force"]:
            raise CommandError(
                "This database holds articles that people wrote. --force loads beside them."
            )
        started = time.monotonic()
        with tqdm(total=count, unit="article", file=sys.stderr, disable=None) as bar:
            added = load_articles(count, seed=options["seed"], tell=bar.update)
        tidy()
        seconds = time.monotonic() - started
        self._check(options["check"])
        self.stdout.write(
            f"{added:,} articles in {seconds:.0f} s. The database takes {_megabytes():,.0f} MB."
        )

    def _check(self, count: int) -> None:
        articles = Article.objects.filter(post__source__name=SOURCE).order_by("pk")
        step = max(1, articles.count() // max(1, count))
        try:
            require_as_published(list(articles[::step][:count]))
        except NotAsPublished as error:
            raise CommandError(f"What was loaded is not what publishing writes. {error}") from error


def _megabytes() -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        [size] = cursor.fetchone()
    return float(size) / 1e6
