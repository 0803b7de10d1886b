"""A record of the knowledge base keeps its old names and addresses."""

import pytest

from articles.actions.add_subject import add_subject
from articles.actions.describe_subject import describe_subject
from articles.models import Job, SubjectRedirect
from articles.policies import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(editor):
    return add_subject(kind="person", name="Anna Example", by=editor)


def test_a_rename_keeps_the_old_name_as_an_alias(person, editor):
    renamed = describe_subject(subject=person, by=editor, name="Anna Other")

    assert renamed.name == "Anna Other"
    assert {alias.text for alias in person.aliases.all()} == {"Anna Example", "Anna Other"}


def test_an_old_slug_redirects(person, editor):
    describe_subject(subject=person, by=editor, slug="anna")

    redirect = SubjectRedirect.objects.get()
    assert (redirect.kind, redirect.slug, redirect.target_id) == (
        "person",
        "anna-example",
        person.pk,
    )


def test_nothing_is_written_again_where_nothing_prints_it(person, editor):
    describe_subject(subject=person, by=editor, description="Known to nobody.")

    assert not Job.objects.exists()


def test_a_reporter_changes_nobody(person, reporter):
    with pytest.raises(NotAllowed):
        describe_subject(subject=person, by=reporter, name="X")
