"""Measure and print: `make bench`, or `python -m bench --articles 60 --rounds 9`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

import django


def main(arguments: Sequence[str] | None = None) -> None:
    """Load a corpus into a database of its own, measure, print the tables."""
    options = _options(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    django.setup()
    from bench.database import own_database  # noqa: PLC0415 - needs Django set up
    from bench.session import Size, measurements  # noqa: PLC0415 - as above
    from newsroom.tagger import load_tagger  # noqa: PLC0415 - as above

    size = Size(articles=options.articles, rounds=options.rounds)
    print(f"Bringing in {size.articles} articles takes a minute or two.", file=sys.stderr)
    with own_database():
        for piece in measurements(size, tagger=load_tagger()):
            print(piece, end="\n\n", flush=True)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--articles", type=_positive, default=60, metavar="N", help="default: 60")
    parser.add_argument("--rounds", type=_positive, default=9, metavar="N", help="default: 9")
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError("must be a whole number, 1 or more")
    return int(text)


if __name__ == "__main__":
    main()
