"""`manage.py run`: everything, from an empty data folder to a newsroom with a demo in it."""

from __future__ import annotations

import signal
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from newsroom.embedded import ServiceError
from newsroom.supervision.commands import Ports
from newsroom.supervision.once import AlreadyRunningError, running_once
from newsroom.supervision.ports import free_port
from newsroom.supervision.session import HopelessError, Session

WEB_PORT = 8000


class Command(BaseCommand):
    """Starts services and processes, loads the demo, says where everything is, and watches."""

    help = "Run the whole newsroom on this machine until Ctrl-C."
    requires_system_checks = ()  # they import every page; the processes that it starts make them

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare where to listen and whether to bring the demo."""
        parser.add_argument(
            "--port",
            type=int,
            default=WEB_PORT,
            help=f"listen here, or on the next free port (default: {WEB_PORT})",
        )
        parser.add_argument("--no-demo", action="store_true", help="load no demo posts")

    def handle(self, *args: Any, port: int, no_demo: bool, **options: Any) -> None:
        """Run until Ctrl-C or SIGTERM. Raises CommandError where something does not start."""
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, signal.default_int_handler)
        data = Path(settings.DATA_DIR)
        try:
            with running_once(data) as note:
                web = free_port(port)
                ports = Ports(web=web, events=free_port(web + 1))
                Session(data=data, ports=ports, note=note, with_demo=not no_demo).run()
        except AlreadyRunningError as other:
            self.stdout.write(
                f"This newsroom runs already (process {other.pid}).\n\n{other.screen}"
            )
        except KeyboardInterrupt:
            self.stdout.write("Everything has stopped.")
        except (ServiceError, HopelessError, OSError) as error:
            raise CommandError(str(error)) from error
