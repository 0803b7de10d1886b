"""What stands in quotation marks, in all their shapes."""

import pytest

from articles.engine.recognizers.citations.quotations import quotations
from tests.engine.effort import effort


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“A b,” she said, “c.”", ["“A b,”", "“c.”"]),
        ('"A b," she said, "c."', ['"A b,"', '"c."']),
        ("''It is,'' he said.", ["''It is,''"]),
        ("«Hé ho» and „gut so“ here", ["«Hé ho»", "„gut so“"]),
        ("“A ‘b’ and “c” d”", ["“A ‘b’ and “c” d”"]),
        ("He said: “A b.\n\n“C d.\n\n“E f.” Then “g”.", ["“A b.\n\n“C d.\n\n“E f.”", "“g”"]),
        ('"A b.\n\n"C d."', ['"A b.\n\n"C d."']),
        ("‘Go now,’ he said of the workers’ party’s plan.", ["‘Go now,’"]),
        ("'Go now,' it's said.", ["'Go now,'"]),
        ("He said, “Open words\nNext.", ["“Open words"]),
        ("An open “ mark\nand another line", []),
        ('A plank of 5\'10" x 12" and no more', []),
        ("“One is open. “Two is closed.”", ["“Two is closed.”"]),
        ("", []),
    ],
)
def test_it_finds_the_outermost_stretches(text, quoted):
    assert [text[one.start : one.end] for one in quotations(text)] == quoted


@pytest.mark.parametrize("piece", ['"', "“", "'a ", "“a\n", "‘a’ ", '"a ', "”"])
def test_its_work_is_linear(piece):
    def work(length):
        return effort(quotations, piece * (length // len(piece)))

    assert work(40_000) < 6 * work(10_000)
