"""What an editor should look at: contradictions, missing and vague sources, stamps that say too little.

Each rule is precise before it is complete: a finding names the passages it compares and the rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.engine.checks import (
    ages,
    answers,
    bases,
    cards,
    durations,
    figures,
    languages,
    once,
    sourcing,
    spelling,
    stale,
    stamps,
    sums,
    twice,
    weekdays,
    years,
)
from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.language import ENGLISH

if TYPE_CHECKING:
    import datetime as dt

    from articles.engine.types import Document, Extraction, Finding

__all__ = ["Code", "by_rules", "check"]

_ORDER = {"error": 0, "warning": 1, "notice": 2}
# What reads English prose.
_ENGLISH_RULES = (
    years.check,
    once.check,
    weekdays.check,
    durations.check,
    ages.check,
    sums.check,
    figures.check,
    bases.check,
    cards.check,
    spelling.check,
    answers.check,
    sourcing.check,
    stale.check,
)
# What reads a page in any language.
_RULES = (sourcing.check_author, stamps.check, languages.check)


def check(
    document: Document, extraction: Extraction, *, published: dt.datetime | dt.date | None = None
) -> list[Finding]:
    """Return the findings of all rules, the gravest first, then in text order.

    `published` is the moment of publication where it is known from elsewhere than the page's stamp.
    """
    story = Story(document, extraction, published)
    found = by_rules(story)
    if extraction.language == ENGLISH:
        found += twice.check(story, known=found)
    return sorted(found, key=lambda one: (_ORDER[one.severity], one.spans[:1], one.code))


def by_rules(story: Story) -> list[Finding]:
    """Return what the rules find, without what is weighed."""
    is_english = story.extraction.language == ENGLISH
    rules = (*_ENGLISH_RULES, *_RULES) if is_english else _RULES
    return [finding for rule in rules for finding in rule(story)]
