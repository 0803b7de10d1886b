"""What an editor should look at: contradictions, missing and vague sources, stamps that say too little.

Each rule is precise before it is complete: a finding names the passages it compares and the rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.engine.checks import bases, sourcing, stamps, years
from articles.engine.checks.codes import Code

if TYPE_CHECKING:
    import datetime as dt

    from articles.engine.types import Document, Extraction, Finding

__all__ = ["Code", "check"]

_ORDER = {"error": 0, "warning": 1, "notice": 2}


def check(
    document: Document, extraction: Extraction, *, published: dt.datetime | dt.date | None = None
) -> list[Finding]:
    """Return the findings of all rules, the gravest first, then in text order.

    `published` is the moment of publication where it is known from elsewhere than the page's stamp.
    """
    found = [
        *years.check(document, extraction, published=published),
        *bases.check(document, extraction),
        *sourcing.check(document, extraction),
        *stamps.check(document),
    ]
    return sorted(found, key=lambda one: (_ORDER[one.severity], one.spans[:1], one.code))
