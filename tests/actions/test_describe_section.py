"""A section keeps its old address, and its articles are written again where they print it."""

import pytest

from articles.actions.describe_section import describe_section
from articles.models import AuditEntry, Job, JobKind, Section, SubjectRedirect
from articles.policies import NotAllowed
from tests.factories import SectionFactory
from tests.factories.departure import publish_departure

pytestmark = pytest.mark.django_db


def test_an_old_slug_redirects(administrator):
    section = SectionFactory()

    describe_section(section=section, by=administrator, slug="tech")

    redirect = SubjectRedirect.objects.get()
    assert (redirect.kind, redirect.slug, redirect.target_id) == (
        "section",
        "technology",
        section.pk,
    )
    assert AuditEntry.objects.get(subject_type="section").verb == "describe"


@pytest.mark.parametrize(
    ("changes", "is_printed"),
    [
        ({"name": "Tech"}, True),
        ({"slug": "tech"}, True),
        ({"description": "Of machines."}, False),
        ({"position": 3}, False),
    ],
)
def test_its_articles_are_written_again_where_they_print_it(
    administrator, editor, changes, is_printed
):
    article = publish_departure(by=editor)

    describe_section(section=article.section, by=administrator, **changes)

    waiting = Job.objects.filter(kind=JobKind.PUBLISH_AGAIN, article=article)
    assert waiting.exists() is is_printed
    assert Section.objects.filter(**changes).exists()


def test_an_editor_renames_no_section(editor):
    with pytest.raises(NotAllowed):
        describe_section(section=SectionFactory(), by=editor, name="Tech")
