"""Write what the house's editors judged as training data for the engine's model."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, BinaryIO

import orjson
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.selectors.training import judged_articles

STDOUT = "-"


class Command(BaseCommand):
    """`manage.py export_training OUT`."""

    help = (
        "Write the published articles whose names and sources are all judged, one JSON object a "
        "line, as the corpus is exported: python -m training fit … --house OUT learns from them."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare where to write."""
        parser.add_argument("out", metavar="OUT", help="a file that does not exist yet; - prints")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write a line for each article and say how many there are."""
        out = options["out"]
        try:
            with sys.stdout.buffer if out == STDOUT else Path(out).open("xb") as lines:
                count = _write(lines)
        except OSError as error:
            raise CommandError(f"{out}: {error.strerror}") from error
        self.stderr.write(f"{count} article{'' if count == 1 else 's'} written")


def _write(lines: BinaryIO) -> int:
    count = 0
    for row in judged_articles():
        lines.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
        count += 1
    return count
