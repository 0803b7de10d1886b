"""What the rules say of a text whose names are given: code by code, the passages that a finding compares."""

import datetime as dt

from articles.engine.checks import check
from articles.engine.extraction import extract
from articles.engine.parsing import parse_parts
from articles.engine.types import Document, Metadata
from tests.engine.fakes import TableTagger

PUBLISHED = dt.date(2025, 5, 20)
SIGNED = Metadata(authors=("Bo Quill",))


def findings(text, *, published=PUBLISHED, **names):
    """Return the passages of each finding of a plain text, by code."""
    return passages(Document(text=text, metadata=SIGNED), published=published, **names)


def findings_of(
    *, headline="", summary="", body="", faq=(), cards=(), published=PUBLISHED, **names
):
    """Return the passages of each finding of an article in parts, by code."""
    html = "".join(f"<p>{line}</p>" for line in body.split("\n"))
    document = parse_parts(headline=headline, summary=summary, body_html=html, faq=faq, cards=cards)
    return passages(document, published=published, **names)


def passages(document, *, published=None, **names):
    extraction = extract(document, tagger=TableTagger(**names), published=published)
    found = check(document, extraction, published=published)
    assert all(one.message for one in found)
    return {one.code: [document.text[span.start : span.end] for span in one.spans] for one in found}
