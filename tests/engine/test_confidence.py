"""Scores: what speaks for a name makes it likelier. The numbers themselves are the corpus's."""

import pytest

from articles.engine.confidence import signs
from articles.engine.data import vocabulary
from articles.engine.extraction import extract
from articles.engine.types import Card, Document, Kind, KnownName, Mention
from tests.engine.fakes import TableKnowledge, TableTagger


def scores(text, *, sure=0.8, names=(), cards=(), **tagged):
    found = extract(
        Document(text=text, cards=cards),
        tagger=TableTagger(score=sure, **tagged),
        knowledge=TableKnowledge(names=names),
    )
    return {one.text: one.score for one in found.mentions}


def test_every_score_is_a_share():
    found = scores("Mira Quill left Orsova for Kestrel.", PERSON=["Mira Quill"], ORG=["Kestrel"])

    assert all(0 < score < 1 for score in found.values())


@pytest.mark.parametrize(
    ("likelier", "less_likely"),
    [
        ({"sure": 0.9}, {"sure": 0.6}),
        ({"text": "Mira Quill left. Quill sang."}, {"text": "Quill sang."}),
        ({"text": "Quill left. Then Quill sang."}, {"text": "Then Quill sang."}),
        ({"text": "Quill sang."}, {"text": "Quill sang with a quill."}),
    ],
)
def test_what_speaks_for_a_name_makes_it_likelier(likelier, less_likely):
    def score(change):
        tagged = {"text": "Quill sang.", "PERSON": ["Mira Quill", "Quill"], **change}
        return scores(**tagged).get("Quill", 0.0)

    assert score(likelier) > score(less_likely)


def test_the_unlikely_is_dropped():
    assert scores("They saw Regulators and regulators.", sure=0.3, ORG=["Regulators"]) == {}


def test_knowledge_has_a_score_of_its_own():
    names = [KnownName("Oriole", Kind.PRODUCT, "topic:1", "Oriole")]
    text = "Mira Quill\n\n@mira\n\nUses Oriole."
    found = scores(text, names=names, cards=(Card("Mira Quill", "mira"),))

    assert min(found[word] for word in ("Oriole", "@mira", "Mira Quill")) >= 0.9


def test_every_sign_has_a_weight():
    mention = Mention(0, 5, "Quill", Kind.ORG, name="Quill", key="", score=0.9, method="tagger")
    (found,) = signs("Quill", [mention], [mention])
    weights = vocabulary("confidence")["weights"]

    assert set(found) <= set(weights)
    assert set(weights) <= set(found) | {kind.value for kind in Kind}
