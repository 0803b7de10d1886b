import pytest

from articles.engine.recognizers.acronyms import explained, recognize
from articles.engine.types import Document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Figures of the Kenya Medical Research Institute (KEMRI) rose.",
            [("Kenya Medical Research Institute", "KEMRI")],
        ),
        ("The Bank of Lake States (BLS) lends.", [("Bank of Lake States", "BLS")]),
        ("Gross domestic product (GDP) fell.", []),
        ("She ran the Berlin Marathon (BM).", []),
        ("The Council (see below) met.", []),
    ],
)
def test_it_pairs_an_organization_with_its_explained_acronym(text, names):
    found = recognize(Document(text=text))
    pairs = [(long.text, short.text) for long, short in zip(found[::2], found[1::2], strict=True)]

    assert pairs == names
    assert all(one.name == long.text for long, one in zip(found[::2], found[1::2], strict=True))
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the autonomous vehicles (AVs) crashed", "autonomous vehicles"),
        ("a memorandum of understanding (MoU)", "memorandum of understanding"),
        ("the Tern Cup of Nations (TCN)", "Tern Cup of Nations"),
        ("a boat (KLM)", None),
    ],
)
def test_it_finds_the_words_that_an_acronym_is_made_of(text, words):
    assert [text[long.start : long.end] for long, _ in explained(text)] == (
        [words] if words else []
    )
