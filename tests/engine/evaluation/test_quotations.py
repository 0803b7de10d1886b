import pytest

from articles.engine.evaluation.quotations import quoted, score
from articles.engine.types import Span
from tests.engine.evaluation.judged import attributed, citation, judged, spans, summed

TEXT = (
    "“The dam is really safe,” Ana said. “It simply has to be.” Bo called it “a real and lasting"
    " disgrace” and “bad”."
)
FIRST, SECOND = "“The dam is really safe,”", "“It simply has to be.”"
THIRD = "“a real and lasting disgrace”"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“one two three four” five", ["“one two three four”"]),
        ('so "one two three four" five', ['"one two three four"']),
        ("“one two” three", []),
        ("“one two three four\nfive", ["“one two three four"]),
        ("one two three four", []),
        (
            "“one two three four”, “five six seven eight”",
            ["“one two three four”", "“five six seven eight”"],
        ),
    ],
)
def test_quoted_is_what_stands_between_marks(text, expected):
    found = quoted(text, [Span(0, len(text))])

    assert [text[span.start : span.end] for span in found] == expected


def test_an_interrupted_quotation_is_one_and_has_two_stretches():
    outcomes = score(
        [
            judged(
                TEXT,
                attributions=[attributed(TEXT, "Ana", "said", FIRST, SECOND)],
                citations=[citation(TEXT, "Ana", "said", FIRST)],
            )
        ]
    )

    assert summed(outcomes, "quotation + speaker") == (1, 1, 1, 1)
    assert summed(outcomes, "stretch + speaker") == (1, 1, 1, 2)


def test_only_the_quoted_words_of_a_report_are_compared():
    outcomes = score(
        [
            judged(
                TEXT,
                attributions=[attributed(TEXT, "Bo", "called", f"it {THIRD} and “bad”")],
                citations=[
                    citation(TEXT, "Ana", "called", THIRD),
                    citation(TEXT, "Ana", "said", "called it"),
                ],
            )
        ]
    )

    assert summed(outcomes, "quotation") == (1, 1, 1, 1)
    assert summed(outcomes, "quotation + speaker") == (0, 1, 0, 1)
    assert outcomes[0].missed == (THIRD,)
    assert outcomes[0].wrong == (THIRD,)
    assert spans(TEXT, THIRD)
