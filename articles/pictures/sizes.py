"""In which shapes and widths a picture is shown, and what the files of them are called.

A name says all that the bytes depend on beside the picture: shape, focal point and width. So a
name always means the same bytes, and may be kept for ever.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WIDTHS = (320, 640, 960, 1280, 1920)
UNCROPPED = "full"
RATIOS: dict[str, tuple[int, int]] = {"16x9": (16, 9), "4x3": (4, 3), "1x1": (1, 1)}
SHAPES = (UNCROPPED, *RATIOS)
MODERN = ("avif", "webp")
FALLBACK = "jpg"
FALLBACK_WIDTH = 1280
"""The fallback has one width: the largest up to this one."""
MEDIA_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}

Size = tuple[int, int]
"""Width and height."""

_NAME = re.compile(
    r"(?:full|(?:16x9|4x3|1x1)\.\d{1,3}\.\d{1,3})-\d{1,5}\.(?P<format>avif|webp|jpg)"
)


@dataclass(frozen=True, slots=True)
class Focus:
    """The point that every crop keeps in view, in whole percent from the left and from the top."""

    x: int = 50
    y: int = 50

    @classmethod
    def of(cls, x: float, y: float) -> Focus:
        """Return the focus of two shares between 0 and 1."""
        return cls(round(x * 100), round(y * 100))


def crop_box(width: int, height: int, shape: str, focus: Focus) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of the largest cut of a shape, its middle at the focus.

    Where the focus lies near an edge the cut stays within the picture.
    """
    if shape == UNCROPPED:
        return 0, 0, width, height
    across, down = RATIOS[shape]
    cut_width = min(width, max(1, height * across // down))
    cut_height = min(height, max(1, width * down // across))
    left = _within(width * focus.x / 100 - cut_width / 2, width - cut_width)
    top = _within(height * focus.y / 100 - cut_height / 2, height - cut_height)
    return left, top, left + cut_width, top + cut_height


def sizes_of(width: int, height: int, shape: str) -> tuple[Size, ...]:
    """Return the widths and heights in which a shape is written, never above the original's."""
    left, top, right, bottom = crop_box(width, height, shape, Focus())
    cut_width, cut_height = right - left, bottom - top
    widths = [one for one in WIDTHS if one <= cut_width] or [cut_width]
    return tuple((one, _height(one, cut_width, cut_height, shape)) for one in widths)


def fallback_size(sizes: tuple[Size, ...]) -> Size:
    """Return which of the sizes the fallback has."""
    return max((one for one in sizes if one[0] <= FALLBACK_WIDTH), default=sizes[0])


def file_name(shape: str, focus: Focus, width: int, suffix: str) -> str:
    """Return what the file of a rendition is called."""
    place = "" if shape == UNCROPPED else f".{focus.x}.{focus.y}"
    return f"{shape}{place}-{width}.{suffix}"


def format_of(name: str) -> str | None:
    """Return the format of a file that has the name of a rendition; None for every other name."""
    found = _NAME.fullmatch(name)
    return found["format"] if found else None


def _height(width: int, cut_width: int, cut_height: int, shape: str) -> int:
    if shape == UNCROPPED:
        return max(1, round(width * cut_height / cut_width))
    across, down = RATIOS[shape]
    return max(1, round(width * down / across))


def _within(start: float, last: int) -> int:
    return min(max(0, round(start)), last)
