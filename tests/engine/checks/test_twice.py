"""One thing told twice, and not alike: what a slip looks like, and what only looks like one."""

import datetime as dt

import pytest

from articles.engine.checks import Code
from articles.engine.checks.story import Story
from articles.engine.checks.twice import check
from articles.engine.checks.twice.chances import chance, pairs, signs
from articles.engine.checks.twice.pair import Pair, Sort
from articles.engine.data import vocabulary
from articles.engine.extraction import extract
from articles.engine.parsing import parse_plain
from articles.engine.types import Finding, Severity, Span
from tests.engine.fakes import TableTagger

PUBLISHED = dt.datetime(2025, 3, 14, 9, tzinfo=dt.UTC)
FILLER = (
    "The market had been the pride of the quarter. Traders came from both banks of the river.\n\n"
    "Nobody could say in the evening what it would cost to build it again, or who would pay.\n\n"
)


def story(text, **names):
    document = parse_plain(text)
    extraction = extract(document, tagger=TableTagger(**names), published=PUBLISHED)
    return Story(document, extraction, PUBLISHED)


def told(first, second):
    return f"Fire in the old market\n\n{FILLER}{first}\n\n{FILLER}{second}\n"


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (
            "The flames destroyed 214 stalls before dawn.",
            "Insurance will replace none of the 241 stalls that were destroyed.",
            Code.CONFLICTING_FIGURES,
        ),
        (
            "The hall opened its doors on 12 May 2024 with a concert.",
            "Since the hall opened its doors on 21 May 2024 it has been full.",
            Code.CONFLICTING_DATES,
        ),
        (
            "Founded in 1934 by fishermen, the guild owned the place.",
            "The guild, founded in 1943, has no other property.",
            Code.CONFLICTING_YEARS,
        ),
        (
            "He ran the market from May 2010 until May 2014.",
            "After those nine years at the head of the market nobody missed him.",
            Code.DURATION_DIFFERS,
        ),
        (
            "The guild has kept the scales since 1987.",
            "Those who weigh there will miss it after 24 years of the scales.",
            Code.DURATION_DIFFERS,
        ),
        (
            "The permit for the roof took effect on 3 May 2024.",
            "The permit for the roof was not signed until 21 May 2024.",
            Code.IMPOSSIBLE_ORDER,
        ),
        (
            "The brewery beside it shut its gates in 1998.",
            "The brewery had opened its doors in 2004.",
            Code.IMPOSSIBLE_ORDER,
        ),
    ],
)
def test_it_finds_what_is_told_in_two_ways(first, second, code):
    one = story(told(first, second))
    [found] = check(one, known=[])

    assert found.code == code
    assert [one.text[span.start : span.end] in first for span in found.spans] == [True, False]
    assert all(any(word in found.message for word in text.split()) for text in (first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The flames destroyed 214 stalls before dawn.",
            "The city has 3 fire engines and 90 hydrants.",
        ),
        ("The fire broke out on 12 March 2025.", "The mayor returns from a visit on 2 April 2025."),
        ("Founded in 1934, the guild owned the place.", "A flood closed the bridge in 1951."),
        ("It cost $4 million.", "A survey of the bridge will cost €3 million."),
        ("He ran the market from May 2010 until May 2014.", "He was in prison for nine years."),
        ("The permit took effect in 2019.", "The permit had been signed in 2016."),
        ("The brewery shut its gates in 1998.", "A school opened in 2004."),
        ("The old permit took effect in 2019.", "The permit was signed again in 2021."),
    ],
)
def test_it_leaves_two_things_alone(first, second):
    assert check(story(told(first, second)), known=[]) == []


def test_a_value_that_the_body_repeats_speaks_for_the_headline():
    text = "Fire takes 214 stalls\n\nSome 214 stalls burned down on Monday.\n\nA guard counted 200 stalls.\n"
    one = story(text)
    headline = [pair for pair in pairs(one) if pair.parts[0] == "headline"]

    assert headline
    assert all(signs(one, pair)["echoed"] == 1 for pair in headline)


def test_what_another_rule_compares_is_left_to_it():
    one = story(told("The flames destroyed 214 stalls.", "None of the 241 stalls stands."))
    [found] = check(one, known=[])
    other = Finding(Code.CONFLICTING_FIGURES, Severity.ERROR, "Known.", found.spans)
    half = Finding(Code.STALE_FIGURE, Severity.NOTICE, "Another matter.", found.spans[:1])

    assert check(one, known=[other]) == []
    assert check(one, known=[half]) == [found]


def test_each_passage_stands_in_one_finding():
    one = story(told("It took 214 stalls. A clerk counted 412 stalls.", "The 241 stalls are gone."))
    spans = [span for finding in check(one, known=[]) for span in finding.spans]

    assert len(spans) == len(set(spans))


def test_the_weights_fit_the_signs():
    text = (
        "On 1 May 2024, in 1980, 20 of 30 men left. Ana Berg, 47, stayed. She was mayor from 2010 to 2014.\n\n"
        "On 3 May 2024, in 1990, 25 men left. Ana Berg was born in 1960. Those nine years are over. "
        "The mill closed in 1985.\n\nThe mill was opened in 1987.\n"
    )
    one = story(text, PERSON=["Ana Berg"])
    seen = {pair.sort: set(signs(one, pair)) for pair in pairs(one)}

    assert set(seen) == set(Sort)
    assert seen == {
        Sort(sort): set(names) for sort, names in vocabulary("twice")["weights"].items()
    }


def test_a_few_sentences_are_left_alone():
    assert check(story("Fire\n\nIt took 214 stalls.\n\nThe 241 stalls are gone.\n"), known=[]) == []


def test_the_number_of_pairs_does_not_grow_with_the_square_of_the_text():
    line = (
        "On 3 May 2025 she sold 214 stalls in 1999. On 4 May 2025 he sold 241 stalls in 1998.\n\n"
    )
    counts = [sum(1 for _ in pairs(story(line * times))) for times in (50, 100, 200)]

    assert counts[0] == counts[1] == counts[2] > 0


def test_a_chance_lies_between_nothing_and_certainty():
    one = story(told("It took 214 stalls.", "The 241 stalls are gone."))
    [pair] = pairs(one)

    assert isinstance(pair, Pair)
    assert 0 < chance(one, pair) < 1
    assert pair.spans[0].start < pair.spans[1].start
    assert Span(pair.spans[0].start, pair.spans[0].end)
