"""What is searched for, as PostgreSQL reads it: quotes, `or` and a leading minus count."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.contrib.postgres.search import SearchQuery

CONFIG = "english"
_LEXEME = "('(?:[^']|'')*')"
_IN_HEADLINE = r"\1:A"
_MINUSES = re.compile(r'-(?:[^\w"]*-){15,}')


class HeadlineQuery(SearchQuery):
    """The same words, but each only where the weight of headlines is on it.

    That way an exclusion, too, asks of the headline alone, and one index serves both.
    """

    def as_sql(self, *args: Any, **kwargs: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Return the query with the weight put behind each of its lexemes."""
        sql, params = super().as_sql(*args, **kwargs)
        return (
            f"regexp_replace(({sql})::text, %s, %s, 'g')::tsquery",
            [*params, _LEXEME, _IN_HEADLINE],
        )


def words_query(words: str, *, in_headline: bool = False) -> SearchQuery:
    """Return the query for words as they were typed."""
    make = HeadlineQuery if in_headline else SearchQuery
    return make(as_stored(words), search_type="websearch", config=CONFIG)


def as_stored(words: str) -> str:
    """Return words in the form in which texts are stored, and that PostgreSQL can read.

    It holds 32 open minuses at most: of a long run what it amounts to is kept, one or none.
    """
    shorter = _MINUSES.sub(lambda run: "-" * (run[0].count("-") % 2), words)
    return unicodedata.normalize("NFC", shorter)
