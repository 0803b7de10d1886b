"""Figures "as of" a time that was long over when the article came out."""

from __future__ import annotations

import re

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.checks.times import period
from articles.engine.data import vocabulary
from articles.engine.types import Figure, Finding, Severity, Span

_MONTHS: int = vocabulary("sourcing")["stale_months"]
_AS_OF = re.compile(r"\bas\s(?:of|at)\s(?:the\send\sof\s|early\s|late\s|mid-)?$", re.IGNORECASE)


def check(story: Story) -> list[Finding]:
    """Return the figures whose "as of" lies too many months before publication, each time once."""
    found: dict[Span, Finding] = {}
    for figure in story.figures:
        finding = _finding(story, figure) if figure.as_of else None
        if finding:
            found.setdefault(finding.spans[-1], finding)
    return list(found.values())


def _finding(story: Story, figure: Figure) -> Finding | None:
    days = period(figure.as_of or "")
    sentence = story.sentence(figure)
    date = next(
        (
            one
            for one in story.dates_in(sentence.start, sentence.end)
            if one.iso == figure.as_of and _AS_OF.search(story.text, sentence.start, one.start)
        ),
        None,
    )
    if days is None or date is None or story.published is None:
        return None
    months = (story.published.year - days.last.year) * 12 + story.published.month - days.last.month
    if months < _MONTHS:
        return None
    message = (
        f"The figure {story.quote(figure, 20)} is {months} months old: as of {date.text},"
        f" published {story.published.day} {story.published:%B} {story.published.year}."
    )
    spans = tuple(sorted((Span(figure.start, figure.end), Span(date.start, date.end))))
    return Finding(Code.STALE_FIGURE, Severity.NOTICE, message, spans)
