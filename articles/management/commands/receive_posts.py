"""Take posts in from files."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.actions.receive_post import PostDiffers, UnreadablePost, receive_post

MANY = 5  # files, from which on a bar says more than the lines
FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
}


class Command(BaseCommand):
    """Receive every file: Markdown with front matter, saved HTML pages, plain text."""

    help = (
        "Take posts in: Markdown with front matter, saved HTML pages, plain text. "
        "A folder stands for the posts in it, - for standard input."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the paths and how they are to be read."""
        parser.add_argument("paths", nargs="+", metavar="PATH")
        parser.add_argument("--source", default="files", help="Who sends them (default: files).")
        parser.add_argument("--section", default="", help="For posts that name no section.")
        parser.add_argument(
            "--format",
            choices=["auto", "html", "markdown", "text"],
            default="auto",
            help="How they are written (default: by the file's name, else by the words).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Receive the files one by one: a bad one is named with its reason, the others go on."""
        files = list(_files(options["paths"]))
        if not files:
            raise CommandError("No posts were found there.")
        counts: Counter[str] = Counter()
        shown = tqdm(files, unit="post", disable=len(files) < MANY or not sys.stderr.isatty())
        for path in shown:
            outcome, words = _receive(path, options)
            counts[outcome] += 1
            if outcome == "refused":
                tqdm.write(f"{path}: {words}", file=sys.stderr)
            else:
                tqdm.write(f"{path}: {words}", file=sys.stdout)
        self.stdout.write(
            f"{counts['received']} received, {counts['known']} known, {counts['refused']} refused"
        )
        if counts["refused"]:
            sys.exit(1)


def _files(paths: list[str]) -> Iterator[Path]:
    for name in paths:
        path = Path(name)
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in FORMATS)
        else:
            yield path


def _receive(path: Path, options: dict[str, Any]) -> tuple[str, str]:
    """Return what became of one file, in a word and in a sentence."""
    wanted = options["format"]
    try:
        receipt = receive_post(
            raw=sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes(),
            source=options["source"],
            section=options["section"],
            format=FORMATS.get(path.suffix.lower()) if wanted == "auto" else wanted,
            file_name=path.name,
        )
    except OSError as error:
        return "refused", error.strerror or str(error)
    except UnreadablePost as error:
        return "refused", str(error)
    except PostDiffers as error:
        return "refused", f"{error} See article {error.article.public_id}."
    if receipt.created:
        return "received", f"received as article {receipt.article.public_id}"
    return "known", f"received before as article {receipt.article.public_id}"
