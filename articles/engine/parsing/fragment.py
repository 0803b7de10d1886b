"""HTML of a body alone, as editors and feeds send it."""

from __future__ import annotations

from articles.engine.parsing.draft import Draft
from articles.engine.parsing.sections import split_faq, split_headline
from articles.engine.types import Metadata


def read_fragment(markup: str) -> Draft:
    """Return the draft of an HTML fragment: an `h1` is its headline, a section FAQ its questions."""
    headline, rest = split_headline(markup)
    faq, body_html = split_faq(rest)
    return Draft(headline=headline, body_html=body_html, faq=faq, metadata=Metadata(title=headline))
