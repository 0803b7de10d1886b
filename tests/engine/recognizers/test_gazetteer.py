import pytest

from articles.engine.recognizers.gazetteer import ambiguous, house, lexicon
from articles.engine.types import Document, Kind, KnownName

ORIOLE = KnownName("Oriole", Kind.PRODUCT, "topic:1", "Oriole")
ORIOLE_LABS = KnownName("Oriole Labs", Kind.ORG, "organization:1", "Oriole Labs Ltd")
ANY_CASE = KnownName("quillwright", Kind.PRODUCT, "topic:2", "Quillwright", case_sensitive=False)
HANDLE = KnownName("@oriole", Kind.HANDLE, "topic:1", "Oriole", is_handle=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oriole Labs built Oriole.", [("Oriole Labs", Kind.ORG), ("Oriole", Kind.PRODUCT)]),
        ("an oriole sang", []),
        ("Orioles, MyOriole and x.Oriole", []),
        ("Oriole's editor, Oriole-based, (Oriole)", [("Oriole", Kind.PRODUCT)] * 3),
        ("QuillWright grew", [("QuillWright", Kind.PRODUCT)]),
        ("ORIOLE LABS WINS", [("ORIOLE LABS", Kind.ORG)]),
        ("İİİ Oriole", [("Oriole", Kind.PRODUCT)]),
        ("ask @oriole", []),
    ],
)
def test_it_finds_known_names_as_whole_words(text, found):
    mentions = house([ORIOLE, ORIOLE_LABS, ANY_CASE, HANDLE]).gazetteer.recognize(
        Document(text=text)
    )

    assert [(one.text, one.kind) for one in mentions] == found
    assert all(text[one.start : one.end] == one.text for one in mentions)


def test_it_says_which_known_name_it_means():
    (mention,) = house([ORIOLE_LABS]).gazetteer.recognize(Document(text="Oriole Labs"))

    assert (mention.name, mention.method) == ("Oriole Labs Ltd", "house")


def test_it_finds_nothing_where_nothing_is_known():
    assert house([]).gazetteer.recognize(Document(text="Oriole")) == []


def test_its_lexicon_names_organizations_in_full():
    (mention,) = lexicon().recognize(Document(text="a grant from the WHO."))

    assert (mention.text, mention.name, mention.method) == (
        "WHO",
        "World Health Organization",
        "lexicon",
    )


def test_every_ambiguous_name_is_in_the_lexicon():
    unknown = [
        name for name in ambiguous() if not lexicon().recognize(Document(text=f"say {name} now"))
    ]

    assert unknown == []


def test_it_is_made_once_for_the_same_names():
    names = (ORIOLE,)

    assert house(names) is house(names)
    assert house((ORIOLE_LABS,)) is not house(names)


@pytest.mark.parametrize(
    ("case_sensitive", "spelling", "excluded"),
    [
        (True, "Oriole", True),
        (True, "ORIOLE", False),
        (False, "ORIOLE", True),
        (False, "Ori", False),
    ],
)
def test_it_knows_what_never_is_a_name(case_sensitive, spelling, excluded):
    never = KnownName("Oriole", Kind.NORP, "", "", case_sensitive=case_sensitive, means_nobody=True)

    assert (spelling in house([never]).excluded) is excluded
    assert house([never]).gazetteer.recognize(Document(text="Oriole")) == []
