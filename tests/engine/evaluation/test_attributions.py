import pytest

from articles.engine.evaluation.attributions import is_direct, score
from tests.engine.evaluation.judged import attributed, citation, judged, spans, summed

TEXT = "Ana Berg said that the dam was quite safe. “It has to be,” Bo added, reportedly. Snow fell."


def outcome(gold, found):
    return score([judged(TEXT, attributions=gold, citations=found)])


def test_contents_that_overlap_by_half_are_one():
    outcomes = outcome(
        [attributed(TEXT, "Ana Berg", "said", "that the dam was quite safe")],
        [citation(TEXT, "Ana", "said", "the dam was quite safe.")],
    )

    assert summed(outcomes, "content") == (1, 1, 1, 1)
    assert summed(outcomes, "content + source") == (1, 1, 1, 1)
    assert summed(outcomes, "content + cue") == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [("Ana Berg", "Berg", 1), ("Ana Berg", "Bo", 0), ("Ana Berg", None, 0), (None, "Bo", 1)],
)
def test_a_source_is_right_where_it_overlaps_or_where_there_is_none(gold, found, right):
    content = "the dam was quite safe"
    outcomes = outcome(
        [attributed(TEXT, gold, "said", content)], [citation(TEXT, found, "said", content)]
    )

    assert summed(outcomes, "content + source") == (right, 1, right, 1)
    assert summed(outcomes, "content") == (1, 1, 1, 1)


def test_one_citation_answers_for_one_attribution():
    outcomes = outcome(
        [
            attributed(TEXT, "Ana Berg", "said", "the dam was quite safe"),
            attributed(TEXT, "Ana Berg", "said", "that the dam was quite safe"),
        ],
        [
            citation(TEXT, "Ana Berg", "said", "the dam was quite safe"),
            citation(TEXT, "Ana Berg", "said", "Snow fell."),
        ],
    )

    assert summed(outcomes, "content + source") == (1, 2, 1, 2)
    assert outcomes[0].missed == ("Ana Berg: that the dam was quite safe",)
    assert outcomes[0].wrong == ("Ana Berg: Snow fell.",)


def test_each_of_two_sources_of_one_statement_pairs_with_its_own():
    content, longer = "the dam was quite safe", "that the dam was quite safe"
    outcomes = outcome(
        [attributed(TEXT, "Ana Berg", "said", content), attributed(TEXT, "Bo", "added", content)],
        [citation(TEXT, "Bo", "added", content), citation(TEXT, "Ana Berg", "said", longer)],
    )

    assert summed(outcomes, "content + source") == (2, 2, 2, 2)


def test_direct_and_indirect_are_recalled_apart():
    outcomes = outcome(
        [
            attributed(TEXT, "Ana Berg", "said", "that the dam was quite safe"),
            attributed(TEXT, "Bo", "added", "“It has to be,”"),
        ],
        [citation(TEXT, "Bo", "added", "“It has to be,”")],
    )

    assert summed(outcomes, "content + source, direct") == (0, 0, 1, 1)
    assert summed(outcomes, "content + source, indirect") == (0, 0, 0, 1)


def test_direct_begins_with_a_quotation_mark():
    assert is_direct(TEXT, spans(TEXT, "“It has to be,”"))
    assert not is_direct(TEXT, spans(TEXT, "It has to be"))
    assert not is_direct(TEXT, ())
