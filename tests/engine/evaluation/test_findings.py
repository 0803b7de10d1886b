import pytest

from articles.engine.checks.codes import Code
from articles.engine.evaluation.findings import CONTRADICTIONS, score
from articles.engine.evaluation.gold import Planted
from articles.engine.types import Finding, Severity
from tests.engine.evaluation.judged import judged, spans, summed

TEXT = "It carried 212 people. Of the 121 people aboard, nine died. Tuesday, 10 March 2025."
PLANTED = Planted("conflicting-figures", spans(TEXT, "212 people", "121 people"))
WEEKDAY = Planted("weekday-differs", spans(TEXT, "Tuesday, 10 March 2025"))


def finding(code, *passages):
    return Finding(code, Severity.ERROR, "…", spans(TEXT, *passages))


def outcome(planted, *findings):
    return score([judged(TEXT, contradictions=list(planted), findings=findings)])


def test_a_contradiction_is_found_by_naming_two_of_its_passages():
    outcomes = outcome([PLANTED], finding("conflicting-figures", "carried 212 people", "121"))

    assert summed(outcomes, "contradictions") == (1, 1, 1, 1)
    assert summed(outcomes, "with the right code") == (1, 1, 1, 1)
    assert summed(outcomes, "conflicting-figures") == (0, 0, 1, 1)
    assert summed(outcomes, "false alarms, in 100 articles") == (0, 0, 0, 1)


@pytest.mark.parametrize("passages", [["212 people"], ["212 people", "nine died"], ["nine died"]])
def test_one_passage_of_two_is_a_false_alarm(passages):
    outcomes = outcome([PLANTED], finding("conflicting-figures", *passages))

    assert summed(outcomes, "contradictions") == (0, 1, 0, 1)
    assert summed(outcomes, "false alarms, in 100 articles") == (0, 0, 1, 1)
    assert outcomes[0].missed == ("conflicting-figures: 212 people / 121 people",)


def test_a_single_passage_is_enough_where_there_is_only_one():
    outcomes = outcome([WEEKDAY], finding("weekday-differs", "10 March"))

    assert summed(outcomes, "contradictions") == (1, 1, 1, 1)


def test_another_code_finds_it_too_and_is_counted_apart():
    outcomes = outcome([PLANTED], finding("part-differs", "212 people", "121 people"))

    assert summed(outcomes, "contradictions") == (1, 1, 1, 1)
    assert summed(outcomes, "with the right code") == (0, 1, 0, 1)


def test_two_findings_of_one_contradiction_are_both_right():
    one = finding("conflicting-figures", "212 people", "121 people")

    assert summed(outcome([PLANTED], one, one), "contradictions") == (2, 2, 1, 1)


def test_findings_about_sources_and_stamps_are_no_alarms():
    outcomes = outcome([], finding("vague-source", "nine died"), finding("no-author", "It"))

    assert summed(outcomes, "contradictions") == (0, 0, 0, 0)
    assert summed(outcomes, "false alarms, in 100 articles") == (0, 0, 0, 1)


def test_every_code_is_one_of_the_engine():
    assert {Code(code) for code in CONTRADICTIONS}
