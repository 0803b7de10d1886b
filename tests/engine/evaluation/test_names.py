from articles.engine.evaluation.names import annotated_types, score
from tests.engine.evaluation.judged import judged, mention, named, summed

TEXT = "The United Nations sent Dr Ana Berg to Oslo. Berg’s Acme left Kenya."
TYPES = frozenset({"PERSON", "ORG"})


def one():
    return judged(
        TEXT,
        names=[
            named(TEXT, "United Nations", "ORG"),
            named(TEXT, "Dr Ana Berg", "PERSON"),
            named(TEXT, "Berg", "PERSON", nth=1),
            named(TEXT, "Acme", "ORG"),
            named(TEXT, "Oslo", "MISC"),
        ],
        mentions=[
            mention(TEXT, "The United Nations", "ORG"),
            mention(TEXT, "Ana Berg", "PERSON"),
            mention(TEXT, "Berg’s", "PERSON"),
            mention(TEXT, "Acme left", "ORG"),
            mention(TEXT, "Kenya", "ORG"),
            mention(TEXT, "Oslo", "PLACE"),
        ],
    )


def test_strict_is_the_same_boundaries_and_type():
    outcomes = score([one()], TYPES)

    assert summed(outcomes, "PERSON, strict") == (2, 2, 2, 2)
    assert summed(outcomes, "ORG, strict") == (1, 3, 1, 2)
    assert summed(outcomes, "PERSON+ORG, strict") == (3, 5, 3, 4)
    assert outcomes[0].missed == ("Acme (ORG)",)
    assert outcomes[0].wrong == ("Acme left (ORG)", "Kenya (ORG)")


def test_relaxed_is_any_overlap_of_the_same_type():
    outcomes = score([one()], TYPES)

    assert summed(outcomes, "ORG, relaxed") == (2, 3, 2, 2)


def test_types_that_a_set_does_not_annotate_count_not():
    types = annotated_types([one()])
    outcomes = score([one()], types)

    assert types == TYPES
    assert summed(outcomes, "all types, strict") == (3, 5, 3, 4)
    assert "PERSON+ORG+PRODUCT, strict" not in outcomes[0].counts


def test_another_type_at_the_same_place_is_both_missed_and_wrong():
    text = "Apple fell."
    outcomes = score(
        [
            judged(
                text,
                names=[named(text, "Apple", "ORG")],
                mentions=[mention(text, "Apple", "PERSON")],
            )
        ],
        TYPES,
    )

    assert summed(outcomes, "PERSON+ORG, strict") == (0, 1, 0, 1)
    assert summed(outcomes, "PERSON+ORG, relaxed") == (0, 1, 0, 1)
