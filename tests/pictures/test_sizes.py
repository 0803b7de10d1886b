"""Shapes, widths and names."""

import pytest

from articles.pictures.sizes import (
    SHAPES,
    Focus,
    crop_box,
    fallback_size,
    file_name,
    format_of,
    sizes_of,
)

MIDDLE = Focus()


@pytest.mark.parametrize(
    ("size", "shape", "focus", "box"),
    [
        ((1600, 900), "full", MIDDLE, (0, 0, 1600, 900)),
        ((1600, 900), "16x9", MIDDLE, (0, 0, 1600, 900)),
        ((1600, 900), "1x1", MIDDLE, (350, 0, 1250, 900)),
        ((1600, 900), "1x1", Focus(0, 50), (0, 0, 900, 900)),
        ((1600, 900), "1x1", Focus(100, 50), (700, 0, 1600, 900)),
        ((1600, 900), "1x1", Focus(40, 50), (190, 0, 1090, 900)),
        ((900, 1600), "16x9", Focus(50, 0), (0, 0, 900, 506)),
        ((900, 1600), "16x9", Focus(50, 25), (0, 147, 900, 653)),
        ((900, 1600), "4x3", Focus(50, 100), (0, 925, 900, 1600)),
        ((64, 16000), "16x9", Focus(0, 100), (0, 15964, 64, 16000)),
    ],
)
def test_a_cut_keeps_the_focus_in_its_middle_as_far_as_the_picture_goes(size, shape, focus, box):
    assert crop_box(*size, shape, focus) == box


@pytest.mark.parametrize(
    ("size", "shape", "sizes"),
    [
        ((2000, 1000), "full", ((320, 160), (640, 320), (960, 480), (1280, 640), (1920, 960))),
        ((2000, 1000), "1x1", ((320, 320), (640, 640), (960, 960))),
        ((640, 360), "16x9", ((320, 180), (640, 360))),
        ((639, 400), "full", ((320, 200),)),
        ((200, 100), "4x3", ((133, 100),)),
    ],
)
def test_no_rendition_is_wider_than_what_it_is_cut_from(size, shape, sizes):
    assert sizes_of(*size, shape) == sizes


def test_the_fallback_is_the_largest_that_is_not_too_large():
    assert fallback_size(sizes_of(4000, 3000, "full")) == (1280, 960)
    assert fallback_size(sizes_of(700, 700, "full")) == (640, 640)
    assert fallback_size(sizes_of(100, 100, "full")) == (100, 100)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("suffix", ["avif", "webp", "jpg"])
def test_a_name_says_its_format(shape, suffix):
    assert format_of(file_name(shape, Focus(7, 100), 640, suffix)) == suffix


@pytest.mark.parametrize(
    "name",
    ["", "full-640.png", "full-640.avif.html", "../full-640.avif", "16x9-640.avif", ".draft-x"],
)
def test_no_other_name_has_one(name):
    assert format_of(name) is None


def test_only_crops_depend_on_the_focus():
    assert file_name("full", Focus(1, 2), 320, "webp") == file_name("full", MIDDLE, 320, "webp")
    assert file_name("1x1", Focus(1, 2), 320, "webp") != file_name("1x1", MIDDLE, 320, "webp")
