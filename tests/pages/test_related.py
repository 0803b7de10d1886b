"""Related articles: who shares what, told with the reason, and nobody hidden among them."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.actions.name_subject import name_subject
from articles.actions.publish_article import publish_article
from articles.actions.write_documents import write_documents
from articles.models import Article, Facet, MentionKind, SearchRow, StoredDocument, Topic
from articles.selectors.site import MAX_AGE, related_to
from articles.selectors.site.related import NEWEST_OF_EACH, SHOWN
from tests.factories import ArticleFactory, OrganizationFactory, TopicFactory
from tests.factories.departure import mention
from tests.markup import parse, select, texts
from tests.pages.test_visibility import HIDDEN

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def subjects(db):
    """By name: an organization and two topics."""
    found = {
        "Acme": OrganizationFactory(name="Acme", slug="acme"),
        "Gadget": TopicFactory(name="Gadget", slug="gadget"),
        "Widget": TopicFactory(name="Widget", slug="widget"),
    }
    for subject in found.values():
        name_subject(subject=subject, text=subject.name)
    return found


@pytest.fixture
def publish(editor, subjects):
    """A function that publishes an article about some and only mentioning others."""

    def publish(headline, *, about="", mentions="", days=1, **window):
        summary, body = f"On {about}.", f"With {mentions}."
        article = ArticleFactory(
            draft__headline=headline,
            draft__summary=summary,
            draft__body=f"<p>{body}</p>",
            draft__text=f"{headline}\n\n{summary}\n\n{body}\n",
            draft__parts=[
                ["headline", 0, len(headline)],
                ["summary", len(headline) + 2, len(headline) + 2 + len(summary)],
                ["body", len(headline) + len(summary) + 4, len(headline + summary + body) + 5],
            ],
        )
        for name, subject in subjects.items():
            is_topic = subject.facet_kind == "topic"
            kind = MentionKind.PRODUCT if is_topic else MentionKind.ORG
            mention(article.draft_revision, name, kind=kind, **{subject.facet_kind: subject})
        moment = timezone.now() - dt.timedelta(days=days)
        return publish_article(
            article_id=article.pk, by=editor, first_published_at=moment, **window
        )

    return publish


def headlines(article):
    return [one.headline for one in related_to(article.pk).articles]


def test_the_page_names_them_with_the_reason(client, publish):
    article = publish("First", about="Acme and Gadget")
    other = publish("Second", about="Gadget and Acme")

    page = parse(client.get(article.document.path).content.decode())

    (related,) = select(page, ".related")
    assert texts(related, "h3") == ["Second"]
    assert select(related, "h3 a")[0].get("href") == other.document.path
    assert "Also about Acme and Gadget" in texts(related, "p")


def test_what_an_article_only_names_is_not_what_it_is_about(client, publish):
    article = publish("First", about="Acme")
    publish("Second", mentions="Acme")

    page = parse(client.get(article.document.path).content.decode())

    assert "Also names Acme" in texts(page, ".related p")


def test_an_article_that_shares_nothing_has_none(client, publish):
    article = publish("First", about="Acme")
    publish("Second", about="Gadget")

    page = parse(client.get(article.document.path).content.decode())

    assert not select(page, ".related")


def test_more_in_common_comes_first_and_the_newer_of_equals(publish):
    article = publish("First", about="Acme and Gadget")
    publish("One in common", about="Acme")
    publish("Two in common", about="Acme and Gadget", days=9)
    publish("One, and newer", about="Acme")

    assert headlines(article) == ["Two in common", "One, and newer", "One in common"]


def test_what_few_share_weighs_more_than_what_all_share(publish):
    article = publish("First", about="Acme and Gadget")
    publish("Rare", about="Gadget", days=30)
    for number in range(SHOWN + 1):
        publish(f"Common {number}", about="Acme")

    assert headlines(article)[0] == "Rare"
    assert len(headlines(article)) == SHOWN


def test_no_more_than_the_newest_of_each_name_are_looked_at(publish, django_assert_num_queries):
    article = publish("First", about="Acme")
    publish("Old but close", about="Acme and Gadget", days=60)
    for number in range(NEWEST_OF_EACH):
        publish(f"Newer {number}", about="Acme")

    with django_assert_num_queries(1):
        found = headlines(article)

    assert "Old but close" not in found


@pytest.mark.parametrize("hide", HIDDEN)
def test_a_hidden_article_leaves_no_trace(client, editor, publish, hide):
    article = publish("First", about="Acme")
    hidden = hide(editor)
    lumen = Topic.objects.get(slug="lumen")
    Facet.objects.create(
        article=article,
        kind="topic",
        target_id=lumen.pk,
        is_central=True,
        visible_from=article.visible_from,
    )
    with_it = client.get(article.document.path)

    for model in (StoredDocument, Facet, SearchRow):
        model.objects.filter(article=hidden).delete()
    without_it = client.get(article.document.path)

    assert with_it.content == without_it.content
    assert dict(with_it.headers) == dict(without_it.headers)


@pytest.mark.parametrize(
    "window",
    [{"visible_from": HOUR}, {"visible_from": -2 * HOUR, "visible_until": -HOUR}],
    ids=["not yet", "no longer"],
)
@pytest.mark.parametrize("models", [(Facet,), (StoredDocument,), (Facet, StoredDocument)])
def test_what_lies_outside_its_window_is_not_there(publish, window, models):
    article = publish("First", about="Acme")
    other = publish("Second", about="Acme")
    assert headlines(article) == ["Second"]

    now = timezone.now()
    for model in models:
        model.objects.filter(article=other).update(
            **{name: now + offset for name, offset in window.items()}
        )

    assert headlines(article) == []


def test_a_cache_keeps_it_no_longer_than_the_first_of_them_is_public(client, publish):
    article = publish("First", about="Acme")
    publish("Second", about="Acme", visible_until=timezone.now() + dt.timedelta(seconds=3))

    assert related_to(article.pk).fresh_for < MAX_AGE
    kept = client.get(article.document.path)["Cache-Control"].rpartition("=")[2]
    assert int(kept) < MAX_AGE


def test_a_rename_shows_at_once(client, publish, subjects):
    article = publish("First", about="Acme")
    publish("Second", about="Acme")
    client.get(article.document.path)
    subjects["Acme"].name = "Acme Works"
    subjects["Acme"].save()

    page = parse(client.get(article.document.path).content.decode())

    assert "Also about Acme Works" in texts(page, ".related p")


def test_a_headline_stays_words(client, publish):
    article = publish("First", about="Acme")
    publish("<script>alert(1)</script>", about="Acme")

    page = parse(client.get(article.document.path).content.decode())

    assert texts(page, ".related h3") == ["<script>alert(1)</script>"]


def test_which_names_are_central_is_written_with_the_article(publish, subjects):
    article = publish("First", about="Acme", mentions="Gadget")
    article.topics.add(subjects["Widget"])

    write_documents(articles=[Article.objects.get(pk=article.pk)])

    central = {
        (one.kind, one.target_id): one.is_central
        for one in Facet.objects.filter(article=article).exclude(kind="section")
    }
    assert central == {
        ("organization", subjects["Acme"].pk): True,
        ("topic", subjects["Gadget"].pk): False,
        ("topic", subjects["Widget"].pk): True,
    }
