"""“Publish the chosen articles…” from the list: asked first, then done for those that may go out."""

import pytest
from django.urls import reverse

from articles.actions.lock_article import lock_article
from articles.admin import publishing_chosen
from articles.models import Article, Status
from tests.factories import ArticleFactory, SectionFactory

LIST = "admin:articles_article_changelist"


@pytest.fixture
def drafts(enriched, editor):
    return [enriched, ArticleFactory(section=SectionFactory(slug="sport", name="Sport"))]


@pytest.fixture
def choose(at_desk, drafts):
    def post(user, articles=drafts, **more):
        data = {"action": "publish_chosen", "_selected_action": [one.pk for one in articles]}
        return at_desk(user).post(reverse(LIST), data | more, follow=True)

    return post


def seen(articles):
    return {f"version-{one.pk}": one.version for one in articles} | {"confirmed": "yes"}


def states(articles):
    return [Article.objects.get(pk=one.pk).status for one in articles]


def said(response):
    return [str(one) for one in response.context["messages"]]


def test_it_asks_first_and_tells_what_is_open(choose, drafts, editor):
    response = choose(editor)

    page = response.content.decode()
    assert all(one.draft_revision.headline in page for one in drafts)
    assert "open proposals" in page
    assert states(drafts) == [Status.DRAFT, Status.DRAFT]


def test_what_is_confirmed_goes_out(choose, drafts, editor, client):
    response = choose(editor, **seen(drafts))

    assert said(response) == ["2 articles published."]
    assert states(drafts) == [Status.PUBLISHED, Status.PUBLISHED]
    for one in drafts:
        assert client.get(Article.objects.get(pk=one.pk).document.path).status_code == 200


def test_what_changed_since_it_was_shown_stays_as_it_is(choose, drafts, editor):
    shown = seen(drafts)
    lock_article(article_id=drafts[0].pk).save()
    response = choose(editor, **shown)

    refused, published = said(response)
    assert refused.startswith(f"“{drafts[0].draft_revision.headline}” was not published.")
    assert refused.endswith("This article was changed by somebody else in the meantime.")
    assert published == "1 article published."
    assert states(drafts) == [Status.DRAFT, Status.PUBLISHED]


def test_what_was_never_shown_does_not_go_out(choose, drafts, editor):
    choose(editor, confirmed="yes")

    assert states(drafts) == [Status.DRAFT, Status.DRAFT]


def test_a_section_editor_publishes_in_their_section_only(choose, drafts, section_editor):
    Article.objects.filter(pk=drafts[1].pk).update(created_by=section_editor)
    response = choose(section_editor, **seen(drafts))

    assert states(drafts) == [Status.PUBLISHED, Status.DRAFT]
    assert said(response)[0].endswith("was not published. You may not publish this.")


def test_a_reporter_is_not_offered_it(choose, drafts, reporter, at_desk):
    page = at_desk(reporter).get(reverse(LIST)).content.decode()
    choose(reporter, **seen(drafts))

    assert "publish_chosen" not in page
    assert states(drafts) == [Status.DRAFT, Status.DRAFT]


def test_more_than_can_be_looked_through_is_refused(choose, drafts, editor, monkeypatch):
    monkeypatch.setattr(publishing_chosen, "MOST", 1)
    response = choose(editor, **seen(drafts))

    assert said(response) == ["Choose at most 1 articles at a time."]
    assert states(drafts) == [Status.DRAFT, Status.DRAFT]
