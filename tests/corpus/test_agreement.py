import pytest

from corpus.agreement import compare, pairs
from tests.corpus.writing import article, write

FIRST = (
    "# [Ana Reyes](PERSON:ana) and [Oslo](PLACE:oslo)\n\n"
    "<s1>[Reyes](PERSON:ana)</s1> <q1>said</q1> <c1>[12%](FIGURE:12 %) fell in [May](DATE:2025-05)</c1>."
    " <s2>She</s2> <q2>denied</q2> <c2>that</c2>.\n"
)
SECOND = (
    "# [Ana Reyes](PERSON:ana) and [Oslo](ORG:oslo)\n\n"
    "<s1>[Reyes](PERSON:reyes)</s1> <q1>said</q1> [12%](FIGURE:12 %) <c1>fell in [May](DATE:2024-05)</c1>."
    " She denied that.\n"
)


@pytest.fixture
def both(tmp_path):
    first = article(tmp_path / "first", FIRST)
    write(tmp_path / "second", SECOND)
    return first, tmp_path / "second"


def test_it_counts_what_both_marked_alike(both):
    first, second = both
    found = compare(list(pairs([first], second)))
    counts = {name: (one.first, one.second, one.both) for name, one in found.items()}

    assert counts["names"] == (3, 3, 2)
    assert counts["name spans"] == (3, 3, 3)
    assert counts["same entity"] == (1, 0, 0)
    assert counts["figures"] == (1, 1, 1)
    assert counts["dates"] == (1, 1, 0)
    assert counts["date spans"] == (1, 1, 1)
    assert counts["contents"] == (2, 1, 1)
    assert found["names"].f1 == pytest.approx(2 / 3)
    assert found["contents"].f1 == pytest.approx(2 / 3)


def test_an_attribution_with_another_source_agrees_in_content_alone(tmp_path):
    first = article(tmp_path / "first", "# Rain\n\n<s1>A</s1> and B <q1>say</q1> <c1>no</c1>.\n")
    write(tmp_path / "second", "# Rain\n\nA and <s1>B</s1> <q1>say</q1> <c1>no</c1>.\n")
    found = compare(list(pairs([first], tmp_path / "second")))

    assert found["contents"].f1 == 1
    assert found["contents with source"].f1 == 0


def test_another_text_is_refused(both):
    first, second = both
    write(second, SECOND.replace("fell", "rose"))

    with pytest.raises(
        ValueError, match="another text than the first, from “ said 12% rose in May"
    ):
        list(pairs([first], second))


def test_articles_without_a_second_annotation_are_left_out(both):
    first, second = both
    (second / "articles" / "a" / "a001.md").unlink()

    assert list(pairs([first], second)) == []
