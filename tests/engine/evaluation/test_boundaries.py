import pytest

from articles.engine.evaluation.boundaries import normalised


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
