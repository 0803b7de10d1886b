"""The demo draws its own pictures, once."""

import pytest

from articles.models import Article, Image, Status
from newsroom.demo.knowledge import FOLDER
from newsroom.demo.pictures import _PICTURES, open_with_pictures
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


def test_every_picture_belongs_to_a_post_of_the_demo():
    assert {name for name in _PICTURES if not (FOLDER / "posts" / name).is_file()} == set()


def test_a_second_time_everything_is_there(editor):
    name = next(iter(_PICTURES))
    article = ArticleFactory(status=Status.DRAFT)
    for _ in range(2):
        open_with_pictures({name: Article.objects.get(pk=article.pk)}, by=editor)

    image = Image.objects.get()
    assert Article.objects.get(pk=article.pk).lead_image == image
    assert (image.alt, image.licence) == (
        _PICTURES[name][0],
        "https://creativecommons.org/licenses/by/4.0/",
    )
