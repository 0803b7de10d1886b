"""What stands in quotation marks, in all their shapes."""

import time

import pytest

from articles.engine.recognizers.citations.quotations import quotations


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
def test_its_time_is_linear(piece):
    def cost(length):
        text = piece * (length // len(piece))
        return min(seconds(text) for _ in range(3))

    def seconds(text):
        begun = time.process_time()
        quotations(text)
        return time.process_time() - begun

    assert cost(80_000) < 10 * max(cost(20_000), 0.05)
