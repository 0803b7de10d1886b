"""Look at a running site with Lighthouse, axe-core and the Nu HTML checker: `make audit`."""

from __future__ import annotations

import sys

from audit.axe import axe
from audit.lighthouse import lighthouse
from audit.markup import markup
from audit.report import Measure, complaints, table
from audit.site import Site, SiteError, running_site
from audit.tools import MissingToolError
from audit.weight import weight

CHECKS = {
    "Lighthouse": lighthouse,
    "axe-core": axe,
    "the Nu HTML checker": markup,
    "the transfer size": weight,
}


def main() -> int:
    """Print the table; return 1 where a limit is broken or the site does not start."""
    try:
        with running_site() as site:
            measures, not_run = _look(site)
    except SiteError as error:
        sys.stderr.write(f"✗ {error}\n")
        return 1
    sys.stdout.write("\n".join(["", table(measures), "", *not_run, *_broken(measures)]) + "\n")
    return 0 if all(one.passed for one in measures) else 1


def _look(site: Site) -> tuple[list[Measure], list[str]]:
    measures: list[Measure] = []
    not_run = []
    for name, check in CHECKS.items():
        sys.stderr.write(f"  {name}\n")
        try:
            measures += check(site)
        except MissingToolError as missing:
            not_run.append(f"NOT RUN: {name}: {missing}")
    return measures, not_run


def _broken(measures: list[Measure]) -> list[str]:
    return [f"✗ {line}" for line in complaints(measures)]


if __name__ == "__main__":
    sys.exit(main())
