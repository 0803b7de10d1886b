"""Lighthouse, on its simulated mobile: the median of several runs, for load takes turns."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Iterator
from typing import Any

from audit.report import Limit, Measure
from audit.site import Site
from audit.tools import FLAGS, MissingToolError, chromium, module, node

RUNS = 5
PAGES = ("front", "article", "person", "search")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEFT_OUT = {("search", "seo")}  # results are kept out of indexes on purpose
_LIMITS = {"performance": Limit(98, is_least=True)}
_FULL = Limit(100, is_least=True)
_LARGEST_PAINT = Limit(1.5, unit=" s")


def lighthouse(site: Site) -> Iterator[Measure]:
    """Yield each category of each page, when its largest part was painted, and how the machine was."""
    program = [node(), str(module("lighthouse/cli/index.js"))]
    for page in PAGES:
        reports = [_run(program, site.pages[page], CATEGORIES)]
        reports += [_run(program, site.pages[page], CATEGORIES[:1]) for _ in range(RUNS - 1)]
        yield from _measures(page, reports)


def _measures(page: str, reports: list[dict[str, Any]]) -> Iterator[Measure]:
    for category in CATEGORIES:
        if (page, category) not in LEFT_OUT:
            scores = [
                one["categories"][category]["score"] for one in reports if _has(one, category)
            ]
            limit = _LIMITS.get(category, _FULL)
            score = statistics.median(score or 0 for score in scores) * 100
            yield Measure(page, category, score, limit, _reasons(reports[0], category))
    paints = [one["audits"]["largest-contentful-paint"]["numericValue"] for one in reports]
    yield Measure(page, "LCP", statistics.median(paints) / 1000, _LARGEST_PAINT)
    answers = [one["audits"]["server-response-time"]["numericValue"] for one in reports]
    yield Measure(page, "server ms", round(statistics.median(answers)), None)
    speeds = [one["environment"]["benchmarkIndex"] for one in reports]
    yield Measure(page, "machine", round(statistics.median(speeds)), None)  # 1000 is usual


def _run(program: list[str], address: str, categories: tuple[str, ...]) -> dict[str, Any]:
    done = subprocess.run(
        [
            *program,
            address,
            "--output=json",
            "--quiet",
            "--no-enable-error-reporting",
            f"--only-categories={','.join(categories)}",
            f"--chrome-flags={' '.join(FLAGS)}",
        ],
        env={**os.environ, "CHROME_PATH": chromium()},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        raise MissingToolError(f"Lighthouse ended early: {done.stderr.strip()[-300:]}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _has(report: dict[str, Any], category: str) -> bool:
    return category in report["categories"]


def _reasons(report: dict[str, Any], category: str) -> list[str]:
    """Return the weighed audits of a category that were not passed in full."""
    if not _has(report, category):
        return []
    weighed = [one["id"] for one in report["categories"][category]["auditRefs"] if one["weight"]]
    audits = [report["audits"][one] for one in weighed]
    return [
        f"{one['title']} {one.get('displayValue', '')}".strip()
        for one in audits
        if one["score"] is not None and one["score"] < 1
    ]
