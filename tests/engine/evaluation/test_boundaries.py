import pytest

from articles.engine.evaluation.boundaries import normalised, normalised_date


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("the United Nations", "United Nations"),
        ("The the UN", "UN"),
        ("Mr. Berg", "Berg"),
        ("dr Berg's", "Berg"),
        ("Drake", "Drake"),
        ("Kenya’s", "Kenya"),
        ("Jones'", "Jones"),
        ("“Berg,”", "Berg"),
        ("Berg.", "Berg"),
        ("Acme Inc.", "Acme Inc."),
        ("Robert J.", "Robert J."),
        ("Yahoo!", "Yahoo!"),
        ("@ana", "@ana"),
        ("12 %", "12 %"),
        ("the", "the"),
        ("...", ""),
        ("", ""),
    ],
)
def test_it_keeps_the_name_alone(written, meant):
    text = f"<<{written}>>"
    span = normalised(text, 2, 2 + len(written))

    assert text[span.start : span.end] == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("on Friday", "Friday"),
        ("in the 1990s", "1990s"),
        ("between 3 and 12 May", "3 and 12 May"),
        ("the first of May", "first of May"),
        ("since May", "since May"),
    ],
)
def test_a_date_stands_without_its_preposition(written, meant):
    text = f"<<{written}>>"
    span = normalised_date(text, 2, 2 + len(written))

    assert text[span.start : span.end] == meant
