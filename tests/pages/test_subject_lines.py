"""What a subject's pages say, line by line."""

import pytest

from articles.models import StoredFigure
from articles.pages.subject_lines import facts_in
from articles.selectors.site import figures_of
from tests.markup import parse, texts

pytestmark = pytest.mark.django_db

RECORD = {
    "quote": "90 percent",
    "measures": "laboratories",
    "as_of": "2025-03",
    "horizon": "",
    "sentence": "Lumen is used by Over 90 percent of them, or more.",
    "note": None,
    "words": [],
}


@pytest.mark.parametrize(
    ("qualifier", "words"),
    [
        ("over", "over 90 percent"),
        ("or more", "90 percent or more"),
        ("at least", "90 percent"),  # the engine's word, not the sentence's
        ("percent", "90 percent"),
        ("", "90 percent"),
    ],
)
def test_a_figure_keeps_the_words_that_bound_it(published, qualifier, words):
    page = figures_of("topic", StoredFigure.objects.get().target_id, size=1)
    page.articles[0].lines[0].record.update({**RECORD, "qualifier": qualifier})

    (article,) = facts_in(page)

    assert article["sentences"][0]["figures"][0]["quote"] == words


def test_a_sentence_with_two_figures_stands_once(client, published):
    figure = StoredFigure.objects.get()
    figure.pk, figure.figure_id = None, figure.figure_id + 1
    figure.save()

    page = parse(client.get("/topics/lumen/figures/").content.decode())

    assert len(texts(page, ".said-in strong")) == 2
    assert texts(page, ".said-in .source-quote") == [
        "Lumen is used by over 90 percent of laboratories."
    ]


def test_a_figure_says_when_it_held(client, published):
    page = parse(client.get("/topics/lumen/").content.decode())

    assert texts(page, ".said-in .when") == ["as of March 2025"]
