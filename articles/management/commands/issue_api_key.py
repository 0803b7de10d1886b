"""Make a key for a program and print it, once."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.actions.issue_api_key import SCOPES, KeyRefused, issue_api_key


class Command(BaseCommand):
    """`issue_api_key --user edda --name "Wire import" --scopes posts:write --days 365`."""

    help = "Make an API key and print it. It is shown this once: only its hash is stored."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Take whom the key acts as, what for, how far and how long."""
        parser.add_argument("--user", required=True, help="The user as whom the key acts.")
        parser.add_argument("--name", required=True, help="What the key is for.")
        parser.add_argument(
            "--scopes",
            required=True,
            nargs="+",
            metavar="SCOPE",
            help="; ".join(f"{scope}: {allows.lower()}" for scope, allows in SCOPES.items()),
        )
        parser.add_argument("--days", type=int, help="After how many days it ends. Default: never.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the key alone on standard output, so that a script can keep it."""
        days = options["days"]
        try:
            issued = issue_api_key(
                username=options["user"],
                name=options["name"],
                scopes=options["scopes"],
                lifetime=None if days is None else dt.timedelta(days=days),
            )
        except (KeyRefused, OverflowError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(issued.text)
        self.stderr.write(
            "Keep it now: it is not shown again."
            f" Revoke it with: manage.py revoke_api_key {issued.record.prefix}"
        )
