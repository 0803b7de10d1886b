"""A picture is public as long as something public shows it, and to the byte absent otherwise."""

import datetime as dt

import feedparser
import pytest
from django.db.models import F

from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import Article, Facet, Person, StoredDocument
from tests.factories import PersonFactory
from tests.factories.departure import publish_departure
from tests.factories.pictures import decoded, ready_image
from tests.markup import parse, select
from tests.pages.sitemap_files import NAMESPACES, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]

UNKNOWN = "/media/images/0123456789abcdef0123456789abcdef/full-320.webp"
UNKNOWN_CARD = "/media/cards/0123456789abcdef0123456789abcdef.png"
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def image():
    return ready_image()


def path_of(image, name="full-320.webp"):
    return f"/media/images/{image.content_hash}/{name}"


def publish_with(image, editor, **window):
    article = publish_departure(by=editor)
    withdraw_article(article_id=article.pk, by=editor)
    Article.objects.filter(pk=article.pk).update(lead_image=image)
    return publish_article(article_id=article.pk, by=editor, **window)


def move(article, *, by):
    for model in (StoredDocument, Facet):
        model.objects.filter(article=article).update(visible_from=F("visible_from") + by)


def never_used(article, editor):
    Article.objects.filter(pk=article.pk).update(lead_image=None)
    publish_article(article_id=article.pk, by=editor)


def scheduled(article, editor):
    move(article, by=HOUR)


def expired(article, editor):
    StoredDocument.objects.update(
        visible_from=F("visible_from") - 2 * HOUR, visible_until=F("visible_from") - HOUR
    )


def withdrawn(article, editor):
    withdraw_article(article_id=article.pk, by=editor)


def withdrawn_with_a_note(article, editor):
    withdraw_article(article_id=article.pk, by=editor, note="We were wrong.")


HIDDEN = [never_used, scheduled, expired, withdrawn, withdrawn_with_a_note]


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [("avif", "image/avif"), ("webp", "image/webp"), ("jpg", "image/jpeg")],
)
def test_a_public_picture_is_kept_for_ever_and_runs_nothing(
    client, image, editor, suffix, media_type
):
    publish_with(image, editor)

    answer = client.get(path_of(image, f"full-320.{suffix}"))

    assert answer.status_code == 200
    assert answer["Content-Type"] == media_type
    assert "max-age=31536000" in answer["Cache-Control"]
    assert "immutable" in answer["Cache-Control"]
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Vary" not in answer
    assert decoded(answer.content).size == (320, 240)


@pytest.mark.parametrize("hide", HIDDEN)
def test_the_picture_of_a_hidden_article_answers_like_one_that_never_was(
    client, image, editor, hide
):
    article = publish_with(image, editor)
    assert client.get(path_of(image)).status_code == 200

    hide(article, editor)

    hidden, unknown = client.get(path_of(image)), client.get(UNKNOWN)
    assert hidden.status_code == unknown.status_code == 404
    assert hidden.content == unknown.content
    assert dict(hidden.headers) == dict(unknown.headers)


@pytest.mark.parametrize("hide", [scheduled, expired, withdrawn, withdrawn_with_a_note])
def test_the_card_of_a_hidden_article_answers_like_one_that_never_was(client, editor, hide):
    article = publish_departure(by=editor)
    address = f"/media/cards/{article.document.share_card.name}.png"
    shown = client.get(address)
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/png")
    assert "immutable" in shown["Cache-Control"]

    hide(article, editor)

    hidden, unknown = client.get(address), client.get(UNKNOWN_CARD)
    assert hidden.content == unknown.content
    assert dict(hidden.headers) == dict(unknown.headers)


def test_a_schedule_needs_no_worker_to_show_its_picture(client, image, editor):
    article = publish_with(image, editor)
    move(article, by=HOUR)
    assert client.get(path_of(image)).status_code == 404

    move(article, by=-HOUR)

    assert client.get(path_of(image)).status_code == 200


def test_the_desk_sees_what_readers_do_not(client, image, reporter):
    client.force_login(reporter)

    answer = client.get(path_of(image))

    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]
    assert "Cookie" in answer["Vary"]


def test_an_account_without_a_desk_sees_what_readers_see(client, image, cast):
    client.force_login(cast["reader with account"])

    assert client.get(path_of(image)).status_code == 404


def test_the_picture_of_somebody_is_public_as_they_are(client, image, editor):
    PersonFactory(name="Nobody Named", image=image)
    assert client.get(path_of(image)).status_code == 404

    article = publish_departure(by=editor)
    person = article.live_revision.mentions.exclude(person=None).first().person
    person.image = image
    person.save()

    assert client.get(path_of(image)).status_code == 200
    page = client.get(f"/people/{person.slug}/").content.decode()
    assert f"{image.content_hash}/1x1.50.50-" in page
    assert image.content_hash in client.get(f"/api/v1/people/{person.slug}/").content.decode()


@pytest.mark.parametrize("name", ["full-320.png", "full-9999.webp", "..", "full-320.webp.html"])
def test_nothing_but_renditions_is_served(client, image, editor, name):
    publish_with(image, editor)

    assert client.get(path_of(image, name)).status_code == 404
    assert client.get(f"/media/originals/{image.content_hash}.png").status_code == 404


def test_nginx_is_told_where_the_file_lies(client, image, editor, settings):
    settings.FILES_SENT_BY_NGINX = True
    publish_with(image, editor)

    answer = client.get(path_of(image))

    assert answer["X-Accel-Redirect"] == f"/-/media/images/{image.content_hash}/full-320.webp"
    assert answer["Content-Type"] == "image/webp"
    assert answer.content == b""


def test_feeds_and_sitemaps_carry_the_picture(client, image, editor):
    publish_with(image, editor)
    feeds = {one: client.get(one) for one in ("/feed.xml", "/rss.xml", "/feed.json")}
    maps = [read(client, one) for one in ("/sitemap-news.xml", "/sitemap-articles-1.xml")]

    address = feedparser.parse(feeds["/feed.xml"].content).entries[0].enclosures[0].href
    (in_rss,) = feedparser.parse(feeds["/rss.xml"].content).entries[0].media_content
    shown = [one.findtext(".//i:loc", namespaces=NAMESPACES) for one in maps]

    assert client.get(address).status_code == 200
    assert (in_rss["url"], in_rss["medium"], in_rss["type"]) == (address, "image", "image/jpeg")
    assert feeds["/feed.json"].json()["items"][0]["image"] == address
    assert all(client.get(one).status_code == 200 for one in shown)


def test_the_page_of_somebody_goes_out_with_their_picture_and_words(client, image, editor):
    publish_departure(by=editor)
    Person.objects.filter(slug="ines-ferreira").update(image=image)

    head = parse(client.get("/people/ines-ferreira/").content.decode())

    told = {one.get("property"): one.get("content") for one in select(head, "meta")}
    assert told["og:title"] == "Ines Ferreira"
    assert told["og:description"] == "Software engineer, known for Lumen."
    assert told["og:image:alt"] == image.alt
    assert client.get(told["og:image"]).status_code == 200
