from dataclasses import replace
from decimal import Decimal

from articles.engine.evaluation.gold import Asked, Counted, Dated
from articles.engine.evaluation.values import score_dates, score_figures, score_questions
from articles.engine.types import FaqPair, Span
from tests.engine.evaluation.judged import dated, figure, judged, place, summed

TEXT = "On Tuesday, 4 March, some 1,200 people and a third of 40 villages met in 2024. Why? Rain."


def against(one, **gold):
    """Return a text with what was found in it, and another gold than the helper can take."""
    return replace(one, gold=replace(one.gold, **gold))


def day(words, iso):
    return Dated(*place(TEXT, words), iso)


def count(words, value, unit):
    return Counted(*place(TEXT, words), Decimal(value), unit)


def test_a_value_needs_an_overlap_and_the_same_days():
    one = judged(TEXT, dates=[dated(TEXT, "4 March", "2025-03-04"), dated(TEXT, "2024", "2023")])
    gold = (day("Tuesday, 4 March", "2025-03-04"), day("2024", "2024"))
    outcomes = score_dates([against(one, dates=gold)])

    assert summed(outcomes, "strict") == (1, 2, 1, 2)
    assert summed(outcomes, "relaxed") == (2, 2, 2, 2)
    assert summed(outcomes, "value") == (1, 2, 1, 2)
    assert outcomes[0].missed == ("2024 = 2024",)
    assert outcomes[0].wrong == ("2024 = 2023",)


def test_figures_are_right_by_number_and_by_unit():
    one = judged(
        TEXT,
        figures=[
            figure(TEXT, "1,200 people", 1200, "people"),
            figure(TEXT, "40 villages", 40, "houses"),
            figure(TEXT, "a third", "0.33333333", ""),
        ],
    )
    gold = (
        count("1,200", 1200, "people"),
        count("40", 40, "villages"),
        count("a third", "0.3333", ""),
    )
    outcomes = score_figures([against(one, figures=gold)])

    assert summed(outcomes, "strict") == (1, 3, 1, 3)
    assert summed(outcomes, "relaxed") == (3, 3, 3, 3)
    assert summed(outcomes, "value") == (3, 3, 3, 3)
    assert summed(outcomes, "value + unit") == (2, 3, 2, 3)


def test_a_question_needs_its_answer():
    why, rain = Span(*place(TEXT, "Why?")), Span(*place(TEXT, "Rain."))
    right, half = FaqPair(why, rain), FaqPair(why, Span(0, 4))
    gold = (Asked(why, rain),)

    assert summed(
        score_questions([against(judged(TEXT, faq=[right]), faq=gold)]), "question + answer"
    ) == (1, 1, 1, 1)
    assert summed(
        score_questions([against(judged(TEXT, faq=[half]), faq=gold)]), "question + answer"
    ) == (0, 1, 0, 1)
