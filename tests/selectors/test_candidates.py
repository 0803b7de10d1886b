"""Subjects are found by any of their names, whole names first."""

import pytest

from articles.actions.add_subject import add_subject
from articles.selectors.candidates import find_subjects, subject_by_key

pytestmark = pytest.mark.django_db


def test_whole_names_come_before_beginnings_before_the_rest(editor):
    for name in ("New Port Office", "Port", "Portland"):
        add_subject(kind="organization", name=name, by=editor)

    assert [one.subject.name for one in find_subjects("port")] == [
        "Port",
        "Portland",
        "New Port Office",
    ]


def test_a_subject_with_two_fitting_names_is_offered_once(editor):
    add_subject(kind="person", name="Ada Example", aliases=["A. Example"], by=editor)

    assert len(find_subjects("example")) == 1


@pytest.mark.parametrize("words", ["", "  ", "nobody"])
def test_nothing_fits(words, db):
    assert find_subjects(words) == []


@pytest.mark.parametrize("key", ["", "person:", "person:x", "user:1", "person:999999", "1"])
def test_a_key_that_names_nobody(key, db):
    assert subject_by_key(key) is None


def test_a_key_names_its_subject(editor):
    topic = add_subject(kind="law", name="Harbour Act", by=editor)

    assert subject_by_key(topic.facet_key) == topic
