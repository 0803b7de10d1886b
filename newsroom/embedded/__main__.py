"""The embedded services from the command line: `python -m newsroom.embedded start`."""

from __future__ import annotations

import argparse
import subprocess
import sys

from newsroom.embedded.errors import ServiceError
from newsroom.embedded.services import (
    borrow_services,
    clean_services,
    ensure_services,
    status,
    stop_services,
)


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m newsroom.embedded", description=__doc__)
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("start", help="start them, or find them running")
    actions.add_parser("stop", help="stop them and keep their data")
    actions.add_parser("status", help="say what runs, and where")
    actions.add_parser("clean", help="stop them and remove their data")
    during = actions.add_parser(
        "during", help="run a command; stop them after it if nobody else uses them"
    )
    during.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args(arguments)
    try:
        return _run(options.action, getattr(options, "command", []))
    except ServiceError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _run(action: str, command: list[str]) -> int:
    if action == "during":
        with borrow_services():
            return subprocess.run(command, check=False).returncode
    if action == "start":
        ensure_services()
    elif action == "stop":
        stop_services()
    elif action == "clean":
        clean_services()
    sys.stdout.write(status())
    return 0


if __name__ == "__main__":
    sys.exit(main())
