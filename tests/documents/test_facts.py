"""What a figure may stand for, and whom it is about."""

import datetime as dt
from decimal import Decimal

import pytest

from articles.documents.facts import figure_forms, meaning_of, span_of_days
from articles.documents.material import gather
from articles.models import Citation, Figure, Mention, Organization, Verdict
from tests.factories.departure import mention

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("value", "qualifier", "low", "high"),
    [
        ("2000000", "", "1500000", "2500000"),
        ("3.5", "", "3.45", "3.55"),
        ("1203", "", "1202.5", "1203.5"),
        ("90", "over", "90", "135"),
        ("-4", "", "-4.5", "-3.5"),
        ("0", "", "-0.5", "0.5"),
    ],
)
def test_a_figure_stands_for_a_range(value, qualifier, low, high):
    assert meaning_of(Decimal(value), qualifier) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("qualifier", ["", "over", "nearly", "about", "of old"])
@pytest.mark.parametrize("value", ["0", "-3", "0.000001", "99999999999999999.5", "9" * 24, "7"])
def test_every_range_is_one(value, qualifier):
    low, high = meaning_of(Decimal(value), qualifier)

    assert low <= Decimal(value) < high


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2024", (dt.date(2024, 1, 1), dt.date(2024, 12, 31))),
        ("2024-02", (dt.date(2024, 2, 1), dt.date(2024, 2, 29))),
        ("2024-02-03", (dt.date(2024, 2, 3), dt.date(2024, 2, 3))),
        ("2024/2025", None),
        ("2024-22", (dt.date(2024, 1, 1), dt.date(2024, 12, 31))),  # its summer, wherever that is
        ("0000", None),
        ("", None),
    ],
)
def test_a_partial_date_spans_its_days(value, span):
    assert span_of_days(value) == span


def test_a_figure_without_a_date_holds_on_the_day_of_its_article(published):
    Figure.objects.update(as_of="")

    (form,) = figure_forms(gather(published))

    assert form.holds_from == form.holds_until == published.first_published_at.date()


def test_it_is_not_about_whom_its_sentence_names_as_a_source_only(published):
    revision = published.live_revision
    harbor = Organization.objects.get(slug="harbor-labs")
    words = "laboratories."
    mention(revision, words, kind="ORG", organization=harbor)
    assert {form.kind for form in figure_forms(gather(published))} == {"topic", "organization"}

    at = revision.text.index(words)
    Citation.objects.filter(organization=harbor).update(source_start=at, source_end=at + len(words))

    assert {form.kind for form in figure_forms(gather(published))} == {"topic"}


def test_no_figure_that_nobody_accepted_is_a_fact(published):
    Figure.objects.update(judgement=Verdict.NONE, judged_at=None)

    assert figure_forms(gather(published)) == ()


def test_a_figure_whose_sentence_names_nobody_stands_under_nobody(published):
    Mention.objects.update(judgement=Verdict.NONE, judged_at=None)

    (form,) = figure_forms(gather(published))

    assert (form.kind, form.target_id) == ("", 0)
