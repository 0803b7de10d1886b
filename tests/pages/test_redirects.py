"""An address that was public once leads to where its page is now, and its feeds and lists with it."""

import datetime as dt

import pytest

from articles.actions.describe_article import describe_article
from articles.actions.describe_section import describe_section
from articles.actions.describe_subject import describe_subject
from articles.actions.publish_article import publish_article
from articles.actions.run_job import run_job
from articles.actions.withdraw_article import withdraw_article
from articles.models import Article, Job, JobKind, Organization, Person, Section, Topic
from tests.factories import SectionFactory
from tests.taggers import CapitalTagger

pytestmark = pytest.mark.django_db

FILES = ["", "feed.xml", "rss.xml", "feed.json"]
LISTS = [
    "/people/ines-ferreira/statements/",
    "/people/mara-lind/articles/",
    "/organizations/harbor-labs/statements/",
    "/topics/lumen/figures/",
]
SUBJECTS = {
    "/people/ines-ferreira/": Person,
    "/organizations/harbor-labs/": Organization,
    "/topics/lumen/": Topic,
}
SUBJECTS_OF = {"people": Person, "organizations": Organization, "topics": Topic}


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("old", SUBJECTS)
def test_somebody_who_was_renamed_twice(client, published, editor, old, file):
    _, folder, slug, _ = old.split("/")
    subject = SUBJECTS[old].objects.get(slug=slug)
    for new in ("second-name", "third-name"):
        describe_subject(subject=subject, by=editor, slug=new)

    for address in (old, f"/{folder}/second-name/"):
        assert_leads(client, f"{address}{file}", f"/{folder}/third-name/{file}")


@pytest.mark.parametrize("old", LISTS)
def test_the_lists_about_somebody_who_was_renamed(client, published, editor, old):
    _, folder, slug, name, _ = old.split("/")
    subject = SUBJECTS_OF[folder].objects.get(slug=slug)
    describe_subject(subject=subject, by=editor, slug="second-name")

    assert_leads(client, old, f"/{folder}/second-name/{name}/")


@pytest.mark.parametrize("file", FILES)
def test_a_section_that_was_renamed(client, published, administrator, file):
    describe_section(section=published.section, by=administrator, slug="tech")

    assert_leads(client, f"/technology/{file}", f"/tech/{file}")


@pytest.mark.parametrize("file", FILES)
def test_a_section_that_took_an_old_name_has_it(client, published, administrator, file):
    describe_section(section=published.section, by=administrator, slug="tech")
    SectionFactory(name="New technology", slug="technology")

    assert client.get(f"/technology/{file}").status_code == 200


@pytest.mark.parametrize("file", FILES)
def test_a_section_that_took_its_name_back_does_not_lead_in_a_ring(
    client, published, administrator, file
):
    for slug in ("tech", "technology"):
        describe_section(section=published.section, by=administrator, slug=slug)

    assert client.get(f"/technology/{file}").status_code == 200
    assert_leads(client, f"/tech/{file}", f"/technology/{file}")


def test_the_articles_of_a_section_that_was_renamed(client, published, path, administrator):
    describe_section(section=published.section, by=administrator, slug="tech", name="Tech")
    before = client.get(path).status_code
    job = Job.objects.get(kind=JobKind.PUBLISH_AGAIN, article=published)
    run_job(job_id=job.public_id, load_tagger=CapitalTagger)

    new = path.replace("/technology/", "/tech/")
    assert before == 200  # until the job has run
    assert_leads(client, path, new)
    assert Article.objects.get(pk=published.pk).updated_at == published.updated_at


def test_an_article_that_was_renamed_and_moved(client, published, path, editor):
    for changes in ({"slug": "lumen-changes-hands"}, {"section": sport()}):
        version = Article.objects.get(pk=published.pk).version
        describe_article(article_id=published.pk, by=editor, expected_version=version, **changes)
        publish_article(article_id=published.pk, by=editor)

    new = Article.objects.get(pk=published.pk).document.path
    assert new.startswith("/sport/")
    assert_leads(client, path, new)
    assert_leads(client, new.replace("/sport/", "/technology/"), new)


def test_a_withdrawn_articles_note_stays_where_it_stood(
    client, published, path, editor, administrator
):
    earlier = published.first_published_at - dt.timedelta(hours=1)
    Article.objects.update(first_published_at=earlier)
    withdraw_article(article_id=published.pk, by=editor, note="It was wrong.")
    describe_section(section=published.section, by=administrator, slug="tech")

    answer = client.get(path)

    assert answer.status_code == 410
    assert b"It was wrong." in answer.content


def test_a_withdrawn_article_without_a_note_leads_nowhere(client, published, path, editor):
    withdraw_article(article_id=published.pk, by=editor)

    answer = client.get(path)

    assert answer.status_code == 404
    assert answer.content == client.get("/nothing-here/").content


@pytest.mark.parametrize("file", FILES)
def test_whoever_is_not_public_leads_nowhere(client, published, editor, file):
    describe_subject(subject=Person.objects.get(slug="ines-ferreira"), by=editor, slug="ines")
    withdraw_article(article_id=published.pk, by=editor)

    answer = client.get(f"/people/ines-ferreira/{file}")

    assert answer.status_code == 404
    assert answer.content == client.get("/people/nobody/").content


def test_the_desk_renames_a_section_through_the_action(client, published, administrator):
    client.force_login(administrator)
    address = f"/desk/articles/section/{published.section.pk}/change/"

    client.post(address, {"name": "Technology", "slug": "tech", "description": "", "position": 0})

    assert Section.objects.get(pk=published.section.pk).slug == "tech"
    client.logout()
    assert_leads(client, "/technology/", "/tech/")


def sport():
    return SectionFactory(name="Sport", slug="sport")


def assert_leads(client, old, new):
    answer = client.get(old)

    assert answer.status_code == 301, old
    assert answer["Location"] == new
    assert client.get(new).status_code == 200
