import pytest

from articles.engine.recognizers.acronyms import explained


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Figures of the Kenya Medical Research Institute (KEMRI)", "Kenya Medical Research Institute"),
        ("The Bank of Lake States (BLS) lends.", "Bank of Lake States"),
        ("the autonomous vehicles (AVs) crashed", "autonomous vehicles"),
        ("a memorandum of understanding (MoU)", "memorandum of understanding"),
        ("the Tern Cup of Nations (TCN)", "Tern Cup of Nations"),
        ("The Council (see below) met.", None),
        ("a boat (KLM)", None),
    ],
)  # fmt: skip
def test_it_finds_the_words_that_an_acronym_is_made_of(text, words):
    found = [text[long.start : long.end] for long, _ in explained(text)]

    assert found == ([words] if words else [])
