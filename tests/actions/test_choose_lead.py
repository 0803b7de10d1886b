"""An editor says what opens the front page and a section."""

import datetime as dt

import pytest

from articles.actions.choose_lead import CannotLead, choose_lead
from articles.actions.publish_article import publish_article
from articles.actions.release_lead import release_lead
from articles.actions.withdraw_article import withdraw_article
from articles.models import AuditEntry, Lead
from articles.policies import NotAllowed
from articles.selectors.clock import database_now
from articles.selectors.site import front_page, section_page
from tests.factories import ArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def publish(editor):
    """Return a function that publishes an article of a section, later ones newer."""
    ages = iter(range(100, 0, -1))

    def publish_one(section="technology", **window):
        article = ArticleFactory(section=SectionFactory(name=section.title(), slug=section))
        if not window:
            window = {"first_published_at": database_now() - next(ages) * HOUR}
        return publish_article(article_id=article.pk, by=editor, **window)

    return publish_one


def headline(article):
    return article.live_revision.headline


def shown(teasers):
    return [one.split("</a></h3>")[0].rsplit(">", 1)[1] for one in teasers]


def on_front():
    page = front_page()
    return shown([page.lead, *page.latest])


def test_it_leads_the_front_page_in_place_of_the_newest(publish, editor):
    old, middle, new = publish(), publish(), publish()

    choose_lead(article_id=old.pk, by=editor, on_front=True)

    assert on_front() == [headline(old), headline(new), headline(middle)]
    assert AuditEntry.objects.filter(verb="lead", subject_id=old.pk, actor=editor).exists()


def test_it_leads_its_section_on_the_first_page(publish, editor):
    old, new = publish(), publish()

    choose_lead(article_id=old.pk, by=editor, on_front=False)

    assert shown(section_page(old.section_id).teasers) == [headline(old), headline(new)]
    assert on_front() == [headline(new), headline(old)]


def test_a_section_on_the_front_page_begins_with_its_lead(publish, editor):
    old = publish("sport")
    for _more_than_fit in range(4):
        publish("sport")
    for _latest in range(11):
        publish()

    choose_lead(article_id=old.pk, by=editor, on_front=False)

    (sport,) = (block for block in front_page().sections if block.slug == "sport")
    assert shown(sport.teasers)[0] == headline(old)
    assert len(sport.teasers) == 3


def test_another_takes_its_place(publish, editor):
    old, middle, new = publish(), publish(), publish()

    for article in (old, middle):
        choose_lead(article_id=article.pk, by=editor, on_front=True)

    assert on_front() == [headline(middle), headline(new), headline(old)]
    assert Lead.objects.count() == 1


@pytest.mark.parametrize("end", ["withdrawn", "expired", "over", "released"])
def test_the_newest_leads_again(publish, editor, end):
    old, new = publish(), publish()
    choose_lead(article_id=old.pk, by=editor, on_front=True, until=database_now() + HOUR)

    if end == "withdrawn":
        withdraw_article(article_id=old.pk, by=editor)
    elif end == "expired":
        type(old.document).objects.filter(pk=old.pk).update(visible_until=database_now())
    elif end == "over":
        Lead.objects.update(until=database_now())
    else:
        release_lead(article_id=old.pk, by=editor)

    assert on_front()[0] == headline(new)


def test_one_that_is_scheduled_leads_from_its_hour_on(publish, editor):
    new = publish()
    scheduled = publish(visible_from=database_now() + HOUR)

    choose_lead(article_id=scheduled.pk, by=editor, on_front=True)

    assert on_front() == [headline(new)]


def test_one_that_moved_to_another_section_leads_the_first_no_more(publish, editor):
    moved, new = publish(), publish()
    choose_lead(article_id=moved.pk, by=editor, on_front=False)
    moved.facets.filter(kind="section").update(
        target_id=SectionFactory(name="Sport", slug="sport").pk
    )

    assert shown(section_page(new.section_id).teasers) == [headline(new)]


@pytest.mark.parametrize(
    ("role", "place", "allowed"),
    [
        ("editor", True, True),
        ("editor", False, True),
        ("administrator", True, True),
        ("section_editor", True, False),
        ("section_editor", False, True),
        ("reporter", True, False),
        ("reporter", False, False),
    ],
)
def test_it_asks_who_may(request, publish, role, place, allowed):
    article = publish()
    person = request.getfixturevalue(role)

    if allowed:
        choose_lead(article_id=article.pk, by=person, on_front=place)
    else:
        with pytest.raises(NotAllowed):
            choose_lead(article_id=article.pk, by=person, on_front=place)

    assert Lead.objects.exists() == allowed


def test_a_section_editor_releases_the_section_alone(publish, editor, section_editor):
    article = publish()
    for place in (True, False):
        choose_lead(article_id=article.pk, by=editor, on_front=place)

    release_lead(article_id=article.pk, by=section_editor)

    assert [lead.section for lead in Lead.objects.all()] == [None]


def test_what_was_never_published_cannot_lead(editor):
    with pytest.raises(CannotLead):
        choose_lead(article_id=ArticleFactory().pk, by=editor, on_front=True)


def test_an_hour_that_has_passed_is_refused(publish, editor):
    with pytest.raises(CannotLead):
        choose_lead(article_id=publish().pk, by=editor, on_front=True, until=database_now() - HOUR)
