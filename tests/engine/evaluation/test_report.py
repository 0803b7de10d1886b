import pytest

from articles.engine.evaluation.gold import Dated
from articles.engine.evaluation.report import Wish, evaluate
from articles.engine.evaluation.tables import as_json, as_text
from tests.engine.evaluation.judged import attributed, citation, dated, judged, mention, named

TEXT = "Ana said Oslo was cold in 2024."


def texts():
    good = judged(
        TEXT,
        identifier="good",
        names=[named(TEXT, "Ana", "PERSON", "ana"), named(TEXT, "Oslo", "PLACE", "oslo")],
        mentions=[mention(TEXT, "Ana", "PERSON", 0.95), mention(TEXT, "Oslo", "PLACE", 0.9)],
    )
    bad = judged(
        TEXT,
        identifier="bad",
        names=[named(TEXT, "Ana", "PERSON", "ana")],
        mentions=[mention(TEXT, "Oslo", "PERSON", 0.6)],
    )
    return [good, bad]


def section(report, name):
    return next(one for one in report.sections if one.name == name)


def test_the_annotation_decides_what_is_scored():
    assert [one.name for one in evaluate(texts(), Wish()).sections] == ["names", "resolution (B³)"]
    told = judged(
        TEXT,
        attributions=[attributed(TEXT, "Ana", "said", "Oslo was cold")],
        citations=[citation(TEXT, "Ana", "said", "Oslo was cold")],
    )
    assert [one.name for one in evaluate([told], Wish()).sections] == ["attributions", "quotations"]


def test_a_set_may_annotate_texts_differently():
    told = judged(TEXT, dates=[dated(TEXT, "2024", "2024")])
    told = type(told)(type(told.gold)("dated", TEXT, dates=(Dated(26, 30, "2024"),)), told.found)
    report = evaluate([*texts(), told], Wish())

    assert section(report, "names").texts == 2
    assert section(report, "dates").texts == 1


def test_rows_sum_the_texts():
    rows = {row.label: row for row in section(evaluate(texts(), Wish()), "names").rows}

    assert rows["PERSON, strict"].counts.f1 == 0.5
    assert rows["PERSON, strict"].interval is not None
    assert rows["PLACE, strict"].counts.precision == 1


def test_types_can_be_chosen():
    report = evaluate(texts(), Wish(types=frozenset({"PLACE", "PRODUCT"})))

    assert {row.label for row in section(report, "names").rows} == {
        "all types, strict",
        "all types, relaxed",
        "PLACE, strict",
        "PLACE, relaxed",
    }


def test_the_worst_texts_say_what_went_wrong():
    (worst,) = section(evaluate(texts(), Wish(worst=3)), "names").worst

    assert worst.identifier == "bad"
    assert worst.errors == 2
    assert (worst.missed, worst.wrong) == (("Ana (PERSON)",), ("Oslo (PERSON)",))


def test_scores_are_held_against_their_precision():
    trust = evaluate(texts(), Wish()).trust

    assert trust.label == "PLACE+PERSON"
    assert [(one.low, one.precision) for one in trust.bins] == [(0.6, 0.0), (0.9, 1.0)]
    assert trust.point.threshold == 0.9
    assert trust.point.recall == pytest.approx(2 / 3)


def test_nothing_annotated_is_no_section():
    report = evaluate([judged(TEXT)], Wish())

    assert (report.sections, report.trust) == ((), None)
    assert list(as_text(report)) == []


def test_a_report_is_printed_as_a_table_and_as_json():
    report = evaluate(texts(), Wish(worst=1))
    lines = "\n".join(as_text(report))
    found = as_json(report)

    assert "names: 2 texts" in lines
    assert "bad: 2 errors" in lines
    assert "missed  Ana (PERSON)" in lines
    assert "shown from 0.900: precision 100.0 % at recall 66.7 %" in lines
    assert found["sections"]["names"]["rows"]["PERSON, strict"]["f1"] == 50.0
    assert found["trust"]["shown"]["recall"] == 66.67
