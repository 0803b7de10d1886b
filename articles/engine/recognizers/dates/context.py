"""What the rules may ask about the text and about when it was written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from articles.engine.recognizers.dates.grammar import Said, Token


class Undated(ValueError):
    """Nobody knows when the text was written, and what it says depends on that."""


class Usage(Enum):
    """How loose language is meant.

    In NEWS nothing is made more precise than it is written: "two months ago" is a month, "the day" is
    no date, and "next Friday" is the next one. An ASSISTANT's calendar counts to the day ("two months
    ago" is the 17th of August), takes "next Friday" for the Friday of next week, and hears "at 6" and
    "now". The specifications of Recognizers-Text are of the second kind.
    """

    NEWS = "news"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Context:
    """A text, the moment from which it speaks, and how it means what it says.

    `day_first` says which number of 11/6/2025 is the day, where that is known; `direction` whether the
    verb looks ahead (1) or back (-1); in the south summer is in January.
    """

    text: str
    written: dt.datetime | None = None
    usage: Usage = Usage.NEWS
    day_first: bool | None = None
    direction: int = 0
    is_southern: bool = False

    @property
    def now(self) -> dt.datetime:
        """Return the moment from which the text speaks."""
        if self.written is None:
            raise Undated
        return self.written

    @property
    def today(self) -> dt.date:
        """Return the day from which the text speaks."""
        return self.now.date()

    @property
    def is_news(self) -> bool:
        """Say whether the text is news."""
        return self.usage is Usage.NEWS

    def words(self, start: int, end: int) -> str:
        """Return a piece of the text in lower case."""
        return self.text[start:end].lower()

    def word(self, token: Token | None) -> str:
        """Return what a token says, in lower case; nothing for no token."""
        return self.words(token.start, token.end) if token else ""

    def said(self, said: Said) -> str:
        """Return what a rule matched, in lower case."""
        return self.words(said.matched[0].start, said.matched[-1].end)
