"""`python -m corpus`: check, count, export, blind and compare the corpus."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.agreement import compare, pairs
from corpus.blind import blind
from corpus.checking import FOLDER, check, files, load
from corpus.export import export
from corpus.rules.hygiene import splits
from corpus.statistics import statistics


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 where something is wrong."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser("check", help="say what is wrong; warnings do not fail")
    one.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; all if none")
    one.add_argument("--no-warnings", action="store_true", help="print errors alone")
    one.set_defaults(run=_check)
    one = commands.add_parser("statistics", help="count articles, words and annotations")
    one.set_defaults(run=_statistics)
    one = commands.add_parser("export", help="print one JSON object a line")
    one.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; all if none")
    one.add_argument("--split", choices=sorted(set(splits(FOLDER).values())))
    one.set_defaults(run=_export)
    one = commands.add_parser("blind", help="print articles without their annotation")
    one.add_argument("ids", nargs="+", metavar="ID")
    one.set_defaults(run=_blind)
    one = commands.add_parser("agreement", help="compare with the annotation in second/")
    one.set_defaults(run=_agreement)
    return parser


def _check(options: argparse.Namespace) -> int:
    problems = check(options.paths)
    errors = [problem for problem in problems if not problem.is_warning]
    here = Path.cwd()
    for problem in errors if options.no_warnings else problems:
        path = problem.path.resolve()
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        print(replace(problem, path=shown))
    count = len(files(options.paths))
    print(
        f"{count} files, {len(errors)} errors, {len(problems) - len(errors)} warnings",
        file=sys.stderr,
    )
    return 1 if errors else 0


def _statistics(options: argparse.Namespace) -> int:  # noqa: ARG001 - all commands are called alike
    print(*statistics(load(), splits(FOLDER)), sep="\n")
    return 0


def _export(options: argparse.Namespace) -> int:
    hands = splits(FOLDER)
    for article in load(options.paths):
        split = hands.get(article.hand, "")
        if options.split in {None, split}:
            print(json.dumps(export(article, split), ensure_ascii=False))
    return 0


def _blind(options: argparse.Namespace) -> int:
    known = {path.stem: path for path in files()}
    for identifier in options.ids:
        if identifier not in known:
            raise FileNotFoundError(f"{identifier}: no such article")
        print(blind(known[identifier]), end="")
    return 0


def _agreement(options: argparse.Namespace) -> int:  # noqa: ARG001 - all commands are called alike
    try:
        found = list(pairs(load(), FOLDER / "second"))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(found)} articles, {sum(first.words for first, _ in found)} words")
    for name, agreement in compare(found).items():
        counted = f"{agreement.first:6} {agreement.second:6} {agreement.both:6}"
        print(f"{name:22} F1 {100 * agreement.f1:5.1f}   first, second, both: {counted}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
