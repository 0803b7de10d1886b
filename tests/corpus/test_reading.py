import pytest

from corpus.reading import read
from tests.corpus.writing import article, write

PAGE = """# [Malawi](PLACE:malawi) halts ferries

> After a [third](NORP:no) fire.

<c1>“The dam is safe,”</c1> <q1>said</q1> <s1>[Ana Reyes](PERSON:ana-reyes), an engineer</s1>. <c1>“It has to be.”</c1>

## A heading

Damage: [€4 million](FIGURE:4000000 EUR) in [June](DATE:2025-06).

## FAQ

Q: Is it safe?
A: Yes, says [Reyes](PERSON:ana-reyes).

## Card

Name: [Tadala Nkhoma](PERSON:tadala-nkhoma)
Handle: [@tadalank](HANDLE:tadala-nkhoma)
Bio: Covers the lakes.
"""

TEXT = """Malawi halts ferries

After a third fire.

“The dam is safe,” said Ana Reyes, an engineer. “It has to be.”

A heading

Damage: €4 million in June.

FAQ

Is it safe?

Yes, says Reyes.

Tadala Nkhoma

@tadalank

Covers the lakes."""


def words(one, spans):
    return [one.text[span.start : span.end] for span in spans]


def test_the_text_is_what_is_left_without_the_marks(tmp_path):
    assert article(tmp_path, PAGE).text == TEXT


def test_every_mark_stands_where_its_words_are(tmp_path):
    one = article(tmp_path, PAGE)

    assert words(one, one.marks) == [mark.text for mark in one.marks]
    assert [(mark.text, mark.value) for mark in one.names] == [
        ("Malawi", "malawi"),
        ("third", "no"),
        ("Ana Reyes", "ana-reyes"),
        ("Reyes", "ana-reyes"),
        ("Tadala Nkhoma", "tadala-nkhoma"),
        ("@tadalank", "tadala-nkhoma"),
    ]
    assert [(mark.text, mark.value) for mark in one.figures] == [("€4 million", "4000000 EUR")]
    assert [(mark.text, mark.value) for mark in one.dates] == [("June", "2025-06")]


def test_an_attribution_has_its_pieces_in_order(tmp_path):
    one = article(tmp_path, PAGE)
    (said,) = one.attributions

    assert words(one, said.content) == ["“The dam is safe,”", "“It has to be.”"]
    assert words(one, said.source) == ["Ana Reyes, an engineer"]
    assert words(one, said.cue) == ["said"]
    assert said.source_identity == "ana-reyes"
    assert words(one, one.quotations) == ["“The dam is safe,”", "“It has to be.”"]


def test_parts_are_known_by_block(tmp_path):
    one = article(tmp_path, PAGE)

    assert [block.part for block in one.blocks] == [
        "headline",
        "summary",
        "body",
        "body",
        "body",
        "faq",
        "faq[0].question",
        "faq[0].answer",
        "card[0]",
        "card[0]",
        "card[0]",
    ]
    assert words(one, [one.faq[0].question, one.faq[0].answer]) == [
        "Is it safe?",
        "Yes, says Reyes.",
    ]
    assert words(one, [one.cards[0].handle, one.cards[0].bio]) == ["@tadalank", "Covers the lakes."]


def test_an_identity_written_at_the_source_wins(tmp_path):
    body = "# Rain\n\n<s1=ana-reyes>She</s1>, of [Dam Watch](ORG:dam-watch), <q1>said</q1> <c1>no</c1>.\n"

    assert article(tmp_path, body).attributions[0].source_identity == "ana-reyes"


@pytest.mark.parametrize(
    ("source", "identity"),
    [
        ("[Dam Watch](ORG:dam-watch)'s [Ana Reyes](PERSON:ana-reyes)", "ana-reyes"),
        ("[Kenya](PLACE:kenya)'s [Ministry of Health](ORG:ministry-health)", "ministry-health"),
        ("a study in [Kenya](PLACE:kenya)", "kenya"),
        ("officials on [Monday](DATE:2025-03-10)", ""),
    ],
)
def test_a_source_is_the_person_or_else_the_organization_that_it_names(tmp_path, source, identity):
    body = f"# Rain\n\n<s1>{source}</s1> <q1>said</q1> <c1>no</c1>.\n"

    assert article(tmp_path, body).attributions[0].source_identity == identity


def test_a_quotation_over_two_paragraphs_is_one_content_in_two_pieces(tmp_path):
    one = article(tmp_path, "# Rain\n\n<s1>She</s1> <q1>said</q1>: <c1>“One.\n\n“Two.”</c1>\n")

    assert words(one, one.attributions[0].content) == ["“One.", "“Two.”"]


def test_an_attribution_may_stand_in_the_content_of_another(tmp_path):
    one = article(
        tmp_path,
        "# Rain\n\n<s1>He</s1> <q1>said</q1> <c1><s2>she</s2> <q2>denied</q2> <c2>it</c2></c1>.\n",
    )

    assert words(one, one.attributions[0].content) == ["she denied it"]
    assert words(one, one.attributions[1].content) == ["it"]


def test_offsets_are_code_points(tmp_path):
    one = article(tmp_path, "# 🌧 [Mi Yo](PERSON:mi-yo) e\u0301\n\nEnd.\n")

    assert (one.names[0].start, one.names[0].end) == (2, 7)


def test_passages_of_a_contradiction_become_spans(tmp_path):
    planted = '[[contradictions]]\ncode = "conflicting-figures"\npassages = ["212 people", "121 people"]\n'
    one = article(tmp_path, "# Rain\n\nOf 212 people. And 121 people.\n", contradictions=planted)

    assert words(one, one.contradictions[0].spans) == ["212 people", "121 people"]


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("# [Rain](PLACE:rain\n", 8, "not balanced"),
        ("# [Bank of [Ghana](PLACE:ghana)](ORG:bank)\n", 8, "stands in another one"),
        ("# [Rain](CITY:rain)\n", 8, "unknown type CITY"),
        ("# A < B\n", 8, "a < or >"),
        ("# Rain] falls\n", 8, "square bracket"),
        ("# [a <s1>b</s1>](ORG:b)\n", 8, "inside a name"),
        ("# [](ORG:b)\n", 8, "without words"),
        ("# Rain\n\n<c1>It rains.\n", 10, "<c1> is never closed"),
        ("# Rain\n\n<c1><c1>It</c1></c1>.\n", 10, "opened twice"),
        ("# Rain\n\n<c1>a<s1>b</c1></s1>\n", 10, "</c1> closes nothing before <s1>"),
        ("# Rain\n\n<q1=ana>said</q1>\n", 10, "only a source has an identity"),
        ("# <c1>Rain\n\nfalls</c1>\n", 8, "<c1> is never closed"),
        ("# Rain\n\n<s1=a>x</s1> <s1=b>y</s1>\n", 10, "source 1 is both a and b"),
        ("Rain\n", 8, "must begin with a headline"),
        ("# Rain\n# Snow\n", 9, "headline must stand first"),
        ("# Rain\n\nA.\nB.\n", 11, "empty line"),
        ("# Rain\n\n### A\n", 10, "a heading begins with"),
        ("# Rain\n\nA.\n\n> B.\n", 12, "one line of summary"),
        ("# Rain\n\n## FAQ\n\nA: Yes.\n", 12, "expected a line “Q: …”"),
        ("# Rain\n\n## FAQ\n\nQ: Why?\nQ: How?\n", 13, "expected a line “A: …”"),
        ("# Rain\n\n## FAQ\n\nQ: Why?\n", 12, "no answer"),
        ("# Rain\n\n## Card\n\nHandle: @x\n", 12, "expected “Name: …”"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path, body, line, reason):
    problems = read(write(tmp_path, body)).problems

    assert [problem for problem in problems if problem.line == line and reason in problem.message]


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ({"place": None}, "lacks place"),
        ({"author": "x"}, "unknown key author"),
        ({"published": "yesterday"}, "not ISO 8601"),
        ({"published": "2025-03-11T08:40:00"}, "no zone"),
        ({"place": 'x" y'}, "front matter:"),
    ],
)
def test_front_matter_must_be_complete(tmp_path, head, reason):
    assert reason in str(read(write(tmp_path, "# Rain\n", **head)).problems)


def test_a_square_bracket_in_a_quotation_is_a_word(tmp_path):
    assert article(tmp_path, "# “It [the dam] is safe”\n").text == "“It [the dam] is safe”"
