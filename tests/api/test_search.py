"""Searching articles: words, phrases, exclusions, anywhere or in the headline."""

import pytest

from tests.api.asking import LIST, id_of, ids, listed

pytestmark = pytest.mark.django_db

HEADLINES = [
    "Société Générale buys an open-source firm",
    "An open door, and the source of Müller-Lüdenscheidt",
    "Jean-Luc Picard leaves the Société",
    "Don't ask O'Brien; say \\ nothing",
]
SEARCHES = [
    # Accents count, letter case does not, and it does not matter how the accent was typed.
    ("société", [2, 0]),
    ("SOCIÉTÉ", [2, 0]),
    ("socie\u0301te\u0301", [2, 0]),
    ("societe", []),
    ("Müller", [1]),
    # A phrase is words in this order, side by side.
    ('"Société Générale"', [0]),
    ('"Générale Société"', []),
    ('"leaves the Société"', [2]),  # words such as "the" only keep the distance
    ('"open source"', [0]),
    ("open source", [1, 0]),
    # A word with a hyphen is found whole and by its parts.
    ("open-source", [0]),
    ("Jean-Luc", [2]),
    ("Luc", [2]),
    ("Lüdenscheidt", [1]),
    ('"Jean-Luc Picard"', [2]),
    # An exclusion takes out a word, a word with a hyphen, or a phrase.
    ("société -générale", [2]),
    ("source -open-source", [1]),
    ("open -müller-lüdenscheidt", [0]),
    ('société -"Jean-Luc Picard"', [0]),
    ('open -"open source"', [1]),
    ("-société", [3, 1]),
    ("-" * 99 + "société", [3, 1]),
    ("- " * 90 + "société", [2, 0]),
    # One of several.
    ("générale or picard", [2, 0]),
    # Marks that mean something to PostgreSQL mean nothing here.
    ("o'brien", [3]),
    ("'o\\brien' & !", [3]),
    ("société:*", [2, 0]),
]


@pytest.mark.parametrize("place", ["article", "headline"])
def test_words_phrases_and_exclusions(client, publish, place):
    articles = id_of(*(publish(headline=headline) for headline in HEADLINES))

    found = {words: ids(client.get(LIST, {"q": words, "q_in": place})) for words, _ in SEARCHES}

    assert {words: [articles.index(one) for one in ids] for words, ids in found.items()} == dict(
        SEARCHES
    )


def test_words_can_be_asked_of_the_headline_alone(client, publish):
    found = publish(headline="The trademarks of Valkey")
    publish(headline="Another matter")

    assert listed(client, "q=trademarks&q_in=headline") == id_of(found)
    assert len(listed(client, "q=trademarks")) == 2
    # The word stands in both bodies, and in neither of the headlines that are wanted.
    assert listed(client, "q=valkey+-quotation&q_in=headline") == id_of(found)
    assert listed(client, "q=matter+-trademarks&q_in=headline") != []
    assert listed(client, "q=matter+-trademarks") == []
