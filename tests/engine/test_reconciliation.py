import pytest

from articles.engine.extraction import extract
from articles.engine.reconciliation import reconcile
from articles.engine.types import Candidate, Document, Kind, KnownName, Meaning
from tests.engine.fakes import TableKnowledge, TableTagger

ANA_THE_POET = Candidate(
    "person:1", Kind.PERSON, "Ana Berg", ("A. Berg",), ("anaberg",), ("poet", "Orsova Institute")
)
ANA_THE_PILOT = Candidate(
    "person:2", Kind.PERSON, "Ana Berg", (), ("ana_flies",), ("pilot", "Vellum Health")
)
WHO = Candidate("organization:1", Kind.ORG, "World Health Organization", ("WHO",))


def proposals(text, *candidates, names=(), meanings=None, **tagged):
    knowledge = TableKnowledge(*candidates, names=names, meanings=meanings)
    found = extract(Document(text=text), tagger=TableTagger(**tagged), knowledge=knowledge)
    return {(one.key, one.kind): one for one in reconcile(found, knowledge, text=text)}


def test_it_proposes_who_has_the_name():
    found = proposals("Ana Berg sang. Berg smiled.", ANA_THE_POET, PERSON=["Ana Berg"])
    (proposal,) = found.values()

    assert (proposal.target, proposal.name) == ("person:1", "Ana Berg")
    assert proposal.score >= 0.9
    assert "Ana Berg" in proposal.reason


def test_what_else_the_text_names_decides_between_namesakes():
    found = proposals(
        "Ana Berg left Vellum Health.",
        ANA_THE_POET,
        ANA_THE_PILOT,
        PERSON=["Ana Berg"],
        ORG=["Vellum Health"],
    )
    proposal = found["person:ana berg", Kind.PERSON]

    assert proposal.target == "person:2"
    assert "health" in proposal.reason


def test_what_the_text_says_decides_between_namesakes():
    found = proposals(
        "Ana Berg read from her book; no poet was louder.",
        ANA_THE_POET,
        ANA_THE_PILOT,
        PERSON=["Ana Berg"],
    )
    proposal = found["person:ana berg", Kind.PERSON]

    assert proposal.target == "person:1"
    assert "poet" in proposal.reason


def test_what_people_said_before_decides_between_namesakes():
    meanings = {"ana berg": [Meaning(ANA_THE_PILOT, 14), Meaning(ANA_THE_POET, 1)]}
    found = proposals(
        "Ana Berg sang.", ANA_THE_POET, ANA_THE_PILOT, meanings=meanings, PERSON=["Ana Berg"]
    )
    proposal = found["person:ana berg", Kind.PERSON]

    assert proposal.target == "person:2"
    assert "meant Ana Berg in 14 of 15 earlier articles" in proposal.reason


@pytest.mark.parametrize(("times", "target"), [(9, "person:2"), (1, "")])
def test_a_spelling_that_meant_somebody_often_needs_no_alias(times, target):
    meanings = {"birdie": [Meaning(ANA_THE_PILOT, times)]}
    (proposal,) = proposals("Birdie landed.", meanings=meanings, PERSON=["Birdie"]).values()

    assert proposal.target == target


def test_a_name_that_never_meant_its_owner_is_not_proposed():
    meanings = {"ana berg": [Meaning(ANA_THE_PILOT, 15)]}
    found = proposals("Ana Berg sang.", ANA_THE_POET, meanings=meanings, PERSON=["Ana Berg"])

    assert found["person:ana berg", Kind.PERSON].target == "person:2"


def test_it_leaves_equal_namesakes_undecided():
    found = proposals("Ana Berg sang.", ANA_THE_POET, ANA_THE_PILOT, PERSON=["Ana Berg"])
    proposal = found["person:ana berg", Kind.PERSON]

    assert proposal.target == ""
    assert proposal.is_undecided
    assert "undecided" in proposal.reason
    assert proposal.score < 0.5


def test_a_handle_decides_between_namesakes_for_all_mentions_of_its_owner():
    names = [
        KnownName("Ana Berg", Kind.PERSON, "person:2", "Ana Berg"),
        KnownName("@ana_flies", Kind.HANDLE, "person:2", "Ana Berg", is_handle=True),
    ]
    found = proposals("Ana Berg sang, says @ana_flies.", ANA_THE_POET, ANA_THE_PILOT, names=names)

    assert {one.target for one in found.values()} == {"person:2"}
    assert {kind for _, kind in found} == {Kind.PERSON, Kind.HANDLE}


@pytest.mark.parametrize(
    ("text", "tagged", "target"),
    [
        ("The WHO met.", {}, "organization:1"),
        ("The World Health Organization met.", {}, "organization:1"),
        ("Olumide Fashola met.", {"PERSON": ["Olumide Fashola"]}, ""),
    ],
)
def test_it_knows_organizations_by_alias_and_proposes_the_unknown_as_new(text, tagged, target):
    (proposal,) = proposals(text, WHO, **tagged).values()

    assert proposal.target == target
    assert ("new" in proposal.reason) is (target == "")
    assert 0 < proposal.score <= 1


def test_a_surname_alone_is_less_sure_than_a_full_name():
    only_surname = Candidate("person:3", Kind.PERSON, "Bo Quill", ("Quill",))
    short = proposals("They met Mr Quill.", only_surname, PERSON=["Quill"])
    full = proposals("They met Mr Bo Quill.", only_surname, PERSON=["Bo Quill"])

    assert max(one.score for one in short.values()) < max(one.score for one in full.values())


def test_a_nationality_needs_no_record():
    assert proposals("A Kenyan spoke.") == {}
