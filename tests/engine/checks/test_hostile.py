"""What nobody writes, except to break things: the work stays linear in the text, nothing is raised."""

import datetime as dt

import pytest

from articles.engine.checks import check
from articles.engine.recognizers import dates, figures
from articles.engine.types import Document, Extraction, Mention, Part
from tests.engine.effort import effort
from tests.engine.fakes import TableTagger

TAGGER = TableTagger(PERSON=["Ana Berg", "Tom Ash"], ORG=["Harrow Mill"])
PUBLISHED = dt.date(2025, 5, 20)
PIECES = [
    "On 3 May 2025 Ana Berg, 51, sold 214 stalls for $4 million, 12 percent more than Tom Ash. ",
    "On 3 May 2025 Ana Berg sold 214 stalls.\n\n", "and on 3 May 2025 Ana Berg sold 214 stalls ",
    "12 people, 13 people and 14 people, ", "12% of all men and 12% of women. ", "from 2011 to 2015 nine years ",
    "since 2011 after nine years at ", "nine years later, in 2011 ", "Ana Berg was born born ", "born in 1960 ",
    "Ana Berg, Anna Berg, ", "@abcdefg1 @abcdefg2 ", "Xanthippe Qwertyuiop ", "founded in 2012 ", "the first the first ",
    "the mill began on 3 May 2025. ", "1, 2, and ", "the other 2, ", "AAAA BBBB ", "Aa-Bb", "a-",
    "The 19-member board gave nine votes for it, eight votes against and four votes to none. ",
    "Of the 60 crew, 34 left. The other 31 stayed. ", "410 in Peru, 190 in Chile and 95 in Cuba. ", "41% of all mills, 41% of wet mills. ",
    "“I left Harrow Mill,” said Ana Berg, a nurse. ", "Another 40 percent goes to Ana Berg, and 41% of it comes from Tom Ash. ", "“‘((", "\u202e٣ ", "🎉 ", "e\u0301 ", "\n",
]  # fmt: skip


def read(document):
    """Return names, figures and dates: what the rules read, without the time that sources take."""
    (tagging,) = TAGGER.tag([document.text])
    mentions = [
        Mention(
            one.start,
            one.end,
            document.text[one.start : one.end],
            one.kind,
            "",
            f"{one.kind}",
            1,
            "t",
        )
        for one in tagging.names
    ]
    found_figures, found_dates = figures.recognize(document), dates.recognize(document, PUBLISHED)
    return Extraction(tuple(mentions), figures=tuple(found_figures), dates=tuple(found_dates))


def findings(text):
    document = Document(text=text, parts=(Part("body", 0, len(text)),))
    return check(document, read(document), published=PUBLISHED)


def effort_of(text):
    """Return how much work the rules have with a text that was read."""
    document = Document(text=text, parts=(Part("body", 0, len(text)),))
    extraction = read(document)
    return effort(lambda: check(document, extraction, published=PUBLISHED))


@pytest.mark.parametrize("piece", PIECES)
def test_work_is_linear(piece):
    short, long = (effort_of(piece * (length // len(piece))) for length in (16_000, 64_000))

    assert long < 6 * short


@pytest.mark.parametrize("piece", PIECES)
def test_every_passage_is_in_the_text(piece):
    text = piece * 30

    assert all(
        0 <= span.start < span.end <= len(text) for one in findings(text) for span in one.spans
    )


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "2025", "12%", "@", "born", "Of the", "“", "1 and", "\ufeff"]
)
def test_fragments_raise_nothing(text):
    findings(text)
