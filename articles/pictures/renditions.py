"""Renditions: one picture in every shape, width and format in which readers may need it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from PIL import Image

from articles.pictures.sizes import (
    FALLBACK,
    MODERN,
    SHAPES,
    Focus,
    Size,
    crop_box,
    fallback_size,
    file_name,
    sizes_of,
)

_WRITERS: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"quality": 60, "speed": 9, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 78, "method": 2}),
    "jpg": ("JPEG", {"quality": 80, "optimize": True, "progressive": True}),
}


def renditions(
    data: bytes, focus: Focus, *, is_there: Callable[[str], bool]
) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each rendition of a clean picture, except those that are there."""
    picture = Image.open(BytesIO(data)).convert("RGB")
    for shape in SHAPES:
        cut = picture.crop(crop_box(*picture.size, shape, focus))
        sizes = sizes_of(*picture.size, shape)
        for size in reversed(sizes):
            wanted = {one: file_name(shape, focus, size[0], one) for one in _formats(size, sizes)}
            missing = {one: name for one, name in wanted.items() if not is_there(name)}
            if missing:
                cut = cut.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
            for suffix, name in missing.items():
                yield name, _encoded(cut, suffix)


def _formats(size: Size, sizes: tuple[Size, ...]) -> tuple[str, ...]:
    return (*MODERN, FALLBACK) if size == fallback_size(sizes) else MODERN


def _encoded(picture: Image.Image, suffix: str) -> bytes:
    format_name, options = _WRITERS[suffix]
    buffer = BytesIO()
    picture.save(buffer, format_name, **options)
    return buffer.getvalue()
