"""Measure and print: `make bench`, or `python -m bench --articles 200000 --rounds 7`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence

import django


def main(arguments: Sequence[str] | None = None) -> None:
    """Load articles into databases of their own, measure, print the tables."""
    options = _options(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    django.setup()
    from bench.disk import NoRoom, require_room  # noqa: PLC0415 - needs Django set up
    from bench.session import USUAL, Size  # noqa: PLC0415 - as above

    size = Size(articles=options.articles or USUAL, rounds=options.rounds)
    try:
        if not options.engine:
            print(require_room(size.articles), file=sys.stderr)
    except NoRoom as error:
        sys.exit(f"There is no room for {size.articles:,} articles. {error}")
    for piece in _engine(size) if options.engine else _newsroom(size):
        print(piece, end="\n\n", flush=True)


def _newsroom(size: object) -> Iterator[str]:
    from bench.session import measurements  # noqa: PLC0415 - needs Django set up

    yield from measurements(size)


def _engine(size: object) -> Iterator[str]:
    from bench.database import own_database  # noqa: PLC0415 - needs Django set up
    from bench.session import engine_measurements  # noqa: PLC0415 - as above
    from newsroom.tagger import load_tagger  # noqa: PLC0415 - as above

    with own_database():
        yield from engine_measurements(size, tagger=load_tagger())


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--articles", type=_positive, metavar="N", help="default: 10000")
    parser.add_argument("--rounds", type=_positive, default=7, metavar="N", help="default: 7")
    parser.add_argument("--engine", action="store_true", help="measure the engine instead")
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError("must be a whole number, 1 or more")
    return int(text)


if __name__ == "__main__":
    main()
