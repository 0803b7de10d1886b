"""Texts in a language that the engine did not learn."""

from __future__ import annotations

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.language import ENGLISH
from articles.engine.types import Finding, Severity


def check(story: Story) -> list[Finding]:
    """Return a note that the text is not English: what is found in it is little and less sure."""
    language = story.extraction.language
    if language == ENGLISH:
        return []
    message = f"Not English but “{language}”: only the surest names are proposed."
    return [Finding(Code.NOT_ENGLISH, Severity.NOTICE, message, ())]
