"""Grammar and tagger made one."""

import pytest

from articles.engine.recognizers.citations import fusion
from articles.engine.types import Citation, CitationKind, CitedSource, Cue, SourceType, Span
from tests.engine.recognizers.citations.marked import recognize, words
from tests.engine.recognizers.citations.test_tagged import roles


def citation(start, end, *, score=0.8, method="verb", cue=(0, 4), kind=CitationKind.PARAPHRASE):
    source = CitedSource(5, 9, "Berg", SourceType.PERSON, "person:berg")
    return Citation(
        start,
        end,
        kind,
        Cue(*cue, "said"),
        source,
        (Span(start, end),),
        score=score,
        method=method,
        reason="a reason",
    )


def test_without_roles_nothing_changes():
    found = [citation(10, 20)]

    assert fusion.fuse(found, []) == found
    text = "Ana Berg said that the river rose."
    assert recognize(text) == recognize(text, roles=())


def test_what_both_see_is_surer_than_either():
    (one,) = fusion.fuse([citation(10, 20, score=0.8)], [citation(10, 19, score=0.7)])

    assert one.score > 0.8
    assert one.content == (Span(10, 20),)
    assert one.reason.endswith("the model agrees")


@pytest.mark.parametrize(
    ("grammar", "end"),
    [
        (citation(10, 20, score=0.6), 26),
        (citation(10, 20, score=0.6, method="preposition"), 20),
        (citation(10, 20, score=0.6, kind=CitationKind.QUOTATION), 20),
        (citation(10, 20, score=0.95), 20),
    ],
    ids=["the surer one", "a unit", "marks", "a sure verb"],
)
def test_it_keeps_the_better_bounds(grammar, end):
    (one,) = fusion.fuse([grammar], [citation(10, 26, score=0.9, cue=(2, 4))])

    assert one.content[0].end == end


def test_what_only_the_grammar_sees_is_doubted():
    found = fusion.fuse([citation(10, 20)], [citation(40, 60, cue=(30, 34), score=0.9)])

    assert [round(one.score, 2) for one in found] == [0.68, 0.63]


def test_what_only_the_tagger_sees_must_be_likely():
    found = fusion.fuse([], [citation(40, 60, score=0.5), citation(70, 80, score=0.7)])

    assert [one.start for one in found] == [70]


def test_two_cues_may_share_a_content():
    cited = citation(10, 20, method="preposition", cue=(22, 28))
    cited = Citation(**{name: getattr(cited, name) for name in cited.__slots__} | {"cue": Cue(22, 28, "citing")})  # fmt: skip
    found = fusion.fuse([citation(10, 20), cited], [citation(10, 20, score=0.9)])

    assert len(found) == 2


def test_a_source_that_only_the_tagger_sees_is_resolved():
    text, found = roles(
        "Ana Berg came. <s>She</s> <q>let it be known</q> that <c>the river rose</c>."
    )
    (one,) = recognize(text, roles=found)

    assert one.source.key == "person:ana berg"
    assert one.method == "tagger"
    assert words(text, one) == ["the river rose"]
