"""Answers of the FAQ that rest on nothing in the article."""

from __future__ import annotations

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.types import FaqPair, Finding, Severity

_FEWEST_WORDS = 4


def check(story: Story) -> list[Finding]:
    """Return a finding for each answer without a passage that it rests on, if it says anything of its own.

    An answer does where it names somebody, a figure or a date that the rest of the article does not.
    """
    return [_finding(story, pair) for pair in story.extraction.faq if _is_groundless(story, pair)]


def _is_groundless(story: Story, pair: FaqPair) -> bool:
    start, end = pair.answer.start, pair.answer.end
    if pair.ground or len(story.stem_list(start, end)) < _FEWEST_WORDS:
        return False
    told = [one for one in story.mentions if not start <= one.start < end]
    names = story.names(start, end) - {one.key for one in told}
    figures = {one.value for one in story.figures_in(start, end)} - {
        one.value for one in story.figures if not start <= one.start < end
    }
    dates = {one.iso for one in story.dates_in(start, end)} - {
        one.iso for one in story.dates if not start <= one.start < end
    }
    return bool(names or figures or dates)


def _finding(story: Story, pair: FaqPair) -> Finding:
    message = f"Nothing in the article says what this answer says: {story.quote(pair.answer)}."
    spans = (pair.question, pair.answer)
    return Finding(Code.ANSWER_WITHOUT_GROUND, Severity.WARNING, message, spans)
