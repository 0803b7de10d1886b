"""Look at the newsroom as strangers do, step by step: `make audit`, `make audit ONLY="axe weight"`.

The packages first, then a running site with Lighthouse, axe-core and the Nu HTML checker, the API last.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from audit.axe import axe
from audit.lighthouse import lighthouse
from audit.markup import markup
from audit.report import Measure, complaints, table
from audit.site import Site, SiteError, running_site
from audit.tools import MissingToolError
from audit.weight import weight

Check = Callable[[Site], Iterable[Measure]]
PAGES: dict[str, tuple[str, Check]] = {
    "lighthouse": ("Lighthouse", lighthouse),
    "axe": ("axe-core", axe),
    "markup": ("the Nu HTML checker", markup),
    "weight": ("the transfer size", weight),
}
FUZZ_REQUESTS = 20_000
STEPS = ("packages", *PAGES, "api")
GROUPS = {"pages": tuple(PAGES)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the steps that are named, else all; return 1 where one of them found something."""
    parser = argparse.ArgumentParser(prog="python -m audit", description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="step", help=", ".join((*STEPS, *GROUPS)))
    steps = chosen(parser.parse_args(arguments).steps)
    unknown = steps - set(STEPS)
    if unknown:
        parser.error(
            f"there is no step {', '.join(sorted(unknown))}: {', '.join((*STEPS, *GROUPS))}"
        )
    passed: list[bool] = []
    if "packages" in steps:
        passed.append(_run("Packages, licences, settings", ".ci/audit.py"))
    if steps & set(PAGES):
        passed.append(_look_at_pages([name for name in PAGES if name in steps]))
    if "api" in steps:
        arguments = ("-m", "tests.api.fuzz", "--requests", str(FUZZ_REQUESTS))
        passed.append(_run(f"The API, asked {FUZZ_REQUESTS:,} times", *arguments))
    return 0 if all(passed) else 1


def chosen(names: Sequence[str]) -> set[str]:
    """Return the steps of these names; a group stands for its steps, no name for all."""
    return {step for name in names or STEPS for step in GROUPS.get(name, (name,))}


def _run(heading: str, *arguments: str) -> bool:
    _write(f"== {heading}")
    return subprocess.run([sys.executable, *arguments], check=False).returncode == 0


def _look_at_pages(names: Sequence[str]) -> bool:
    """Print one table of all that is measured on a site of our own; tell whether every limit holds."""
    _write("== Pages")
    try:
        with running_site() as site:
            measures, not_run = _look(site, names)
    except SiteError as error:
        sys.stderr.write(f"✗ {error}\n")
        return False
    _write("", table(measures), "", *not_run, *_broken(measures))
    return all(one.passed for one in measures)


def _look(site: Site, names: Sequence[str]) -> tuple[list[Measure], list[str]]:
    measures: list[Measure] = []
    not_run = []
    for name in names:
        title, check = PAGES[name]
        began = time.monotonic()
        try:
            measures += check(site)
        except MissingToolError as missing:
            not_run.append(f"NOT RUN: {title}: {missing}")
        sys.stderr.write(f"  {title}: {time.monotonic() - began:.0f} s\n")
    return measures, not_run


def _broken(measures: list[Measure]) -> Iterator[str]:
    return (f"✗ {line}" for line in complaints(measures))


def _write(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()  # what a step prints itself comes after its heading


if __name__ == "__main__":
    sys.exit(main())
