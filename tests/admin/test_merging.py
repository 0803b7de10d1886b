"""“Merge into…”: choose, see what would move, confirm."""

import pytest
from django.urls import reverse

from articles.models import Organization, Person
from tests.factories import OrganizationFactory, PersonFactory, TopicFactory

OPEN, LOGIN, FORBIDDEN = 200, 302, 403
WHO = {
    "visitor": LOGIN,
    "reader with account": LOGIN,
    "editor switched off": LOGIN,
    "owner": FORBIDDEN,
    "other reporter": FORBIDDEN,
    "section editor": FORBIDDEN,
    "editor": OPEN,
    "administrator": OPEN,
}


def address(subject):
    return reverse(f"admin:articles_{subject._meta.model_name}_merge", args=[subject.pk])


@pytest.fixture
def pair():
    return PersonFactory(name="Ada Quist"), PersonFactory(name="A. Quist")


@pytest.mark.parametrize("method", ["get", "post"])
def test_it_is_open_to_exactly_these(at_desk, cast, pair, method):
    answers = {
        who: getattr(at_desk(user), method)(address(pair[0])).status_code
        for who, user in cast.items()
    }

    assert answers == WHO
    assert Person.objects.filter(pk=pair[0].pk).exists()


def test_the_button_leads_there_for_whoever_may(at_desk, editor, section_editor, pair):
    page = reverse("admin:articles_person_change", args=[pair[0].pk])

    assert b"Merge into" in at_desk(editor).get(page).content
    assert b"Merge into" not in at_desk(section_editor).get(page).content


def test_it_offers_others_of_the_kind_with_such_a_name(at_desk, editor, pair):
    OrganizationFactory(name="Quist & Co")
    PersonFactory(name="Bo Nobody")
    page = at_desk(editor).get(address(pair[0]))

    assert page.context["found"] == [pair[1]]
    searched = at_desk(editor).get(address(pair[0]), {"q": "bo nob"})
    assert [one.name for one in searched.context["found"]] == ["Bo Nobody"]


def test_it_shows_what_would_move_and_changes_nothing_yet(at_desk, editor, pair):
    gone, into = pair
    gone.description, into.description = "A poet.", "A painter."
    gone.save()
    into.save()
    page = at_desk(editor).get(address(gone), {"into": into.pk}).content.decode()

    assert "“A painter.” stays" in page
    assert "“A poet.” goes" in page
    assert Person.objects.count() == 2


def test_it_merges_once_that_is_confirmed(at_desk, editor, pair):
    gone, into = pair
    answer = at_desk(editor).post(address(gone), {"into": into.pk})

    assert answer["Location"] == reverse("admin:articles_person_change", args=[into.pk])
    assert list(Person.objects.all()) == [into]


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_cannot_be_merged_is_said(at_desk, editor, method):
    topic, other = TopicFactory(kind="law"), TopicFactory(kind="event")
    answer = getattr(at_desk(editor), method)(address(topic), {"into": other.pk})

    assert answer.status_code == 409
    assert "two kinds" in answer.content.decode()


@pytest.mark.parametrize("into", ["0", "x", "9" * 30])
def test_nobody_is_merged_into_nothing(at_desk, editor, into):
    organization = OrganizationFactory()
    answer = at_desk(editor).post(address(organization), {"into": into})

    assert answer.status_code == 404
    assert Organization.objects.count() == 1
