"""`manage.py services`: the embedded PostgreSQL and Valkey of this clone."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom.embedded import (
    ServiceError,
    clean_services,
    ensure_services,
    status,
    stop_services,
)

ACTIONS = {
    "start": ensure_services,
    "stop": stop_services,
    "status": lambda: None,
    "clean": clean_services,
}


class Command(BaseCommand):
    """Starts, stops, shows or removes the servers that no URL names."""

    help = "Start, stop, show or remove the PostgreSQL and Valkey that the project runs itself."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take one word."""
        parser.add_argument("action", choices=ACTIONS)

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        """Do it and print a line a service. Raises CommandError with the service's own words."""
        try:
            ACTIONS[action]()
        except ServiceError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(status(), ending="")
