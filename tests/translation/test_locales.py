"""Another language: made by makemessages, and the public pages speak it."""

import datetime as dt
import re

import lxml.html
import pytest

from articles.documents.dates import Moment, partial_date_words
from articles.pages.frame import frame
from tests.factories.departure import BODY, publish_departure
from tests.translation.catalogues import make_catalogue
from tests.translation.tools import has_gettext

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    pytest.mark.skipif(not has_gettext(), reason="NOT RUN: no GNU gettext on this machine"),
]

GERMAN = {
    "Latest": "Neueste",
    "Sources": "Quellen",
    "Published": "Veröffentlicht",
    "Analysis": "Hintergrund und Analyse",
    "%(sources)s source": "%(sources)s Quelle",
    "%(sources)s sources": "%(sources)s Quellen",
}
MARK = "⟦⟧"
# What articles and records say, and dates, which come from the calendar.
DATA = {
    "The Verifiable", "Technology", "Mara Lind", "Ines Ferreira", "Harbor Labs", "Lumen",
    "Software engineer, known for Lumen.", "laboratories that use Lumen", "twitter",
    "https://www.wikidata.example/Q1", "1 mars 2025",
}  # fmt: skip
WORDS_OF_ARTICLES = " | ".join(
    f"//main//{one}"
    for one in ("script", "time", "h3", "q", "*[@class='teaser-summary']", "*[@class='results']")
)
SUBJECTS = ["/people/ines-ferreira/", "/organizations/harbor-labs/", "/topics/lumen/"]
ADDRESSES = [
    "/",
    "/technology/",
    "/search/",
    "/search/?q=Lumen",
    "/corrections/",
    "/about/",
    "/about/corrections/",
    "/x/y/",
]


@pytest.fixture
def speak(settings, tmp_path):
    """A function that makes the publication speak a language."""

    def speak_it(language, translate):
        settings.LOCALE_PATHS = [make_catalogue(language, tmp_path, translate)]
        settings.LANGUAGE_CODE = language

    frame.cache_clear()
    yield speak_it
    frame.cache_clear()


def test_pages_speak_the_language_of_the_publication(speak, client, editor):
    speak("de", GERMAN.get)
    article = publish_departure(by=editor)

    front = client.get("/").content.decode()
    page = client.get(article.document.path).content.decode()

    assert '<html lang="de" dir="ltr">' in front
    assert ">Neueste</h2>" in front
    assert re.search(r"<span>\d+ Quellen</span>", front)
    assert ">Quellen</h2>" in page
    assert ">Hintergrund und Analyse</span>" in page
    assert Moment.of(article.first_published_at).words in page


def test_dates_follow_the_language(settings):
    settings.LANGUAGE_CODE = "de"
    moment = Moment.of(dt.datetime(2025, 3, 6, 18, 36, tzinfo=dt.UTC))

    assert moment.words == "6. März 2025, 18:36 UTC"
    assert moment.iso == "2025-03-06T18:36:00Z"
    assert [partial_date_words(one) for one in ("2025-03-06", "2025-03", "2025")] == [
        "6. März 2025",
        "März 2025",
        "2025",
    ]


def test_no_word_of_the_publication_is_left_in_english(speak, client, editor):
    """Every text that a template writes carries the mark; what is left is data."""
    speak("fr", lambda words: re.sub("^|(?<=>)", MARK, words))
    publish_departure(by=editor)

    pages = {address: client.get(address).content for address in (*ADDRESSES, *SUBJECTS)}
    bare = {
        address: [words for words in _texts(page) if MARK not in words and words not in BODY]
        for address, page in pages.items()
    }
    assert {address: words for address, words in bare.items() if set(words) - DATA} == {}


def _texts(page):
    """Yield what readers see or hear of a page, but for the words of articles and of records."""
    tree = lxml.html.fromstring(page)
    for one in tree.xpath(WORDS_OF_ARTICLES):
        one.drop_tree()
    texts = tree.xpath("//body//text() | //@aria-label | //@placeholder | //title/text()")
    pieces = [" ".join(piece.split()) for text in texts for piece in text.split(" | ")]
    return [words for words in pieces if re.search("[a-z]", words)]
