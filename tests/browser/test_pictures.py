"""Pictures in a real browser: chosen from the sources, loaded under the policy, pointed at."""

import pytest
from django.conf import settings
from django.urls import reverse

from articles.actions.publish_article import publish_article
from articles.models import Article
from tests.factories.departure import publish_departure
from tests.factories.pictures import ready_image

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("media"),
]


@pytest.fixture
def illustrated(live_server, editor):
    """The server's address, and an article that opens with a picture."""
    image = ready_image(width=1400, height=900, credit="Ines Lim")
    article = publish_departure(by=editor)
    Article.objects.filter(pk=article.pk).update(lead_image=image)
    publish_article(article_id=article.pk, by=editor)
    person = article.live_revision.mentions.exclude(person=None).first().person
    person.image = image
    person.save()
    return live_server.url, article.document.path, f"/people/{person.slug}/"


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark"), (1280, "light")])
def test_pages_load_their_pictures_and_nobody_complains(illustrated, open_page, width, scheme):
    address, article, person = illustrated
    section = "/" + article.split("/")[1] + "/"
    for path in (article, "/", section, person):
        page = open_page(f"{address}{path}", width=width, scheme=scheme)
        picture = page.locator("picture img").first
        picture.scroll_into_view_if_needed()
        page.wait_for_function("document.querySelector('picture img').naturalWidth > 0")

        assert picture.evaluate("one => one.currentSrc").endswith(".avif")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.complaints == []


def test_an_editor_points_at_what_matters(illustrated, open_page, client, editor):
    address, _article, _person = illustrated
    client.force_login(editor)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page = open_page(f"{address}/")
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": address}]
    )
    image = Article.objects.exclude(lead_image=None).get().lead_image
    page.goto(f"{address}{reverse('admin:articles_image_change', args=[image.pk])}")
    picture = page.locator("[data-focus] img")
    box = picture.bounding_box()

    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})

    assert page.locator("[name=focal_x]").input_value() == "25"
    assert page.locator("[name=focal_y]").input_value() == "75"
    page.locator("[name=focal_x]").fill("80")
    assert page.locator(".desk-focus-point").evaluate("one => one.style.left") == "80%"
