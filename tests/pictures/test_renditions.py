"""One picture in every shape, width and format."""

import pytest

from articles.pictures.renditions import renditions
from articles.pictures.sizes import SHAPES, Focus, file_name, sizes_of
from tests.factories.pictures import BLUE, RED, decoded, encoded, halves


def written(picture, focus=None, there=()):
    return dict(renditions(picture, focus or Focus(), is_there=there.__contains__))


@pytest.fixture(scope="module")
def all_files():
    return written(encoded(halves(700, 400)))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_size_is_there_in_both_modern_formats(all_files, shape):
    for width, height in sizes_of(700, 400, shape):
        for suffix in ("avif", "webp"):
            file = decoded(all_files[file_name(shape, Focus(), width, suffix)])
            assert (file.format.lower(), file.size) == (suffix, (width, height))


def test_each_shape_has_one_fallback(all_files):
    fallbacks = {name for name in all_files if name.endswith(".jpg")}

    assert fallbacks == {
        "full-640.jpg",
        "16x9.50.50-640.jpg",
        "4x3.50.50-320.jpg",
        "1x1.50.50-320.jpg",
    }
    assert decoded(all_files["full-640.jpg"]).format == "JPEG"


@pytest.mark.parametrize(("focus", "colour"), [(Focus(0, 50), RED), (Focus(100, 50), BLUE)])
def test_a_crop_shows_where_the_focus_is(focus, colour):
    square = decoded(written(encoded(halves(800, 400)), focus)[file_name("1x1", focus, 320, "jpg")])

    for place in ((10, 160), (310, 160)):
        assert all(abs(a - b) < 12 for a, b in zip(square.getpixel(place), colour, strict=True))


def test_what_is_there_is_not_made_again(all_files):
    left = set(list(all_files)[::3])

    again = written(encoded(halves(700, 400)), there=set(all_files) - left)

    assert set(again) == left
    assert {decoded(data).size for data in again.values()} <= {
        decoded(data).size for data in all_files.values()
    }


def test_the_same_picture_gives_the_same_bytes(all_files):
    assert written(encoded(halves(700, 400))) == all_files
