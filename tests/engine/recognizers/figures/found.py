"""What the tests of figures ask for."""

from __future__ import annotations

import datetime as dt

from articles.engine.recognizers import dates
from articles.engine.recognizers.figures import recognize
from articles.engine.types import Document

PUBLISHED = dt.date(2025, 11, 17)


def figures(text):
    document = Document(text)
    found = recognize(document, dates.recognize(document, PUBLISHED))
    assert all(text[one.start : one.end] == one.text for one in found)
    return found


def values(text):
    return [(one.text, float(one.value), one.unit) for one in figures(text)]
