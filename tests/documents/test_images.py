"""A picture in every form of an article."""

import re

import orjson
import pytest

from articles.actions.claim_job import claim_job
from articles.actions.describe_image import describe_image
from articles.actions.publish_again import publish_again
from articles.actions.publish_article import publish_article
from articles.actions.revise_article import revise_article
from articles.models import Article, Job, JobKind, JobState, StoredDocument
from tests.factories.departure import publish_departure
from tests.factories.pictures import ready_image, render, stored_image

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def published_with(image, editor):
    article = publish_departure(by=editor)
    Article.objects.filter(pk=article.pk).update(lead_image=image)
    publish_article(article_id=article.pk, by=editor)
    return StoredDocument.objects.get(article=article)


@pytest.fixture
def image():
    return ready_image(
        width=1400, height=900, alt='A table, "long"', credit="Ines Lim", licence=LICENCE
    )


@pytest.fixture
def document(image, editor):
    return published_with(image, editor)


def test_the_page_opens_with_it(document, image):
    figure = re.search(r'<figure class="lead-picture">.*?</figure>', document.page, re.DOTALL)[0]

    assert 'type="image/avif" srcset="/media/images/' in figure
    assert f"{image.content_hash}/full-1280.webp 1280w" in figure
    assert (
        'width="1280" height="823" alt="A table, &quot;long&quot;" fetchpriority="high"' in figure
    )
    assert "lazy" not in figure
    assert "Ines Lim" in figure
    assert f'rel="license" href="{LICENCE}"' in figure


def test_a_teaser_shows_a_crop_that_waits_until_it_is_seen(document, image):
    assert f"{image.content_hash}/4x3.50.50-320.avif 320w" in document.teaser
    assert 'loading="lazy" decoding="async"' in document.teaser


def test_the_teaser_that_opens_the_front_page_does_not_wait(document, client):
    front = client.get("/").content.decode()

    assert front.count('fetchpriority="high"') == 1
    assert "lazy" not in front


def test_the_markup_gives_three_shapes(document):
    node = orjson.loads(document.json_ld)["@graph"][0]

    assert [(one["width"], one["height"]) for one in node["image"]] == [
        (1280, 720),
        (960, 720),
        (640, 640),
    ]
    assert {one["creditText"] for one in node["image"]} == {"Ines Lim"}
    assert all(one["url"].startswith("http://testserver/media/images/") for one in node["image"])


def test_a_link_goes_out_with_it(document, image):
    assert f"{image.content_hash}/16x9.50.50-1280.jpg" in document.head
    assert '<meta property="og:image:width" content="1280">' in document.head
    assert '<meta property="og:image:height" content="720">' in document.head
    assert 'og:image:alt" content="A table, &quot;long&quot;"' in document.head
    assert not hasattr(document, "share_card")


def test_programs_get_every_file(document):
    detail, card = orjson.loads(document.detail), orjson.loads(document.card)

    assert detail["image"] == card["image"]
    assert detail["image"]["url"].endswith("/full-1280.jpg")
    assert (detail["image"]["alt"], detail["image"]["licence"]) == ('A table, "long"', LICENCE)
    assert len(detail["image"]["renditions"]) == 2 * (4 + 4 + 3 + 2) + 4


def test_a_picture_that_no_worker_has_written_yet_is_not_shown(editor):
    document = published_with(stored_image(), editor)

    assert "/media/images/" not in document.page + document.teaser + document.head + document.detail
    assert document.share_card


def test_it_appears_once_a_worker_has_written_it(editor):
    image = stored_image()
    document = published_with(image, editor)
    updated = document.updated_at

    render(image)
    work(document)

    document.refresh_from_db()
    assert image.content_hash in document.page
    assert document.updated_at == updated
    assert not hasattr(StoredDocument.objects.get(pk=document.pk), "share_card")


def test_other_words_reach_the_documents(document, image, editor):
    describe_image(image_id=image.pk, by=editor, alt="A round table")
    work(document)

    document.refresh_from_db()
    assert 'alt="A round table"' in document.page


def test_another_focus_reaches_the_documents(document, image, editor):
    describe_image(image_id=image.pk, by=editor, focal_x=0.1)
    render(image)
    work(document)

    document.refresh_from_db()
    assert "/4x3.10.50-320.avif" in document.teaser


def test_a_portrait_opens_an_article_cut_square(editor):
    document = published_with(ready_image(width=400, height=900), editor)

    assert "/1x1.50.50-320.jpg" in document.page


def test_a_superseded_page_keeps_its_words_only(document, image, editor):
    article = Article.objects.get(pk=document.pk)
    revise_article(
        article_id=article.pk,
        by=editor,
        expected_version=article.version,
        headline="Another",
        summary="",
        body="<p>Other words.</p>",
    )
    publish_article(article_id=article.pk, by=editor)

    kept = document.superseded.get().page
    assert "<h1>Ines Ferreira hands over Lumen</h1>" in kept
    assert image.content_hash not in kept


def test_an_article_without_one_goes_out_with_a_card(published, stored):
    name = stored.share_card.name

    assert f'og:image" content="http://testserver/media/cards/{name}.png"' in stored.head
    assert 'og:image:width" content="1200"' in stored.head
    assert 'og:image:alt" content="Ines Ferreira hands over Lumen"' in stored.head
    assert '"twitter:card" content="summary_large_image"' in stored.head


def test_a_card_is_drawn_again_only_for_other_words(published, stored, editor):
    StoredDocument.objects.get(pk=stored.pk).share_card.__class__.objects.update(data=b"kept")
    publish_article(article_id=published.pk, by=editor)
    assert bytes(StoredDocument.objects.get(pk=stored.pk).share_card.data) == b"kept"

    published.section.name = "Laboratories"
    published.section.save()
    publish_article(article_id=published.pk, by=editor)
    assert bytes(StoredDocument.objects.get(pk=stored.pk).share_card.data).startswith(b"\x89PNG")


def work(document):
    """Do the job that writes the documents again."""
    job = Job.objects.get(kind=JobKind.PUBLISH_AGAIN, article=document.pk, state=JobState.PENDING)
    claim = claim_job(job_id=job.public_id)
    publish_again(job_id=claim.job_id, lease=claim.lease)
