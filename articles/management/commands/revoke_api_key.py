"""End a program's key at once."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.actions.revoke_api_key import NoSuchKey, revoke_api_key


class Command(BaseCommand):
    """`revoke_api_key 0123456789ab`: the second part of the key, between the underscores."""

    help = "End an API key at once."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Take the prefix, which names a key without giving it away."""
        parser.add_argument("prefix", help="The twelve characters after newsroom_.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say which key ended, and when."""
        try:
            key = revoke_api_key(prefix=options["prefix"])
        except NoSuchKey as error:
            message = f"No key has the prefix {error}."
            raise CommandError(message) from error
        self.stdout.write(f"{key.name}: revoked at {key.revoked_at:%Y-%m-%d %H:%M:%S %Z}.")
