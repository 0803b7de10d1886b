"""Pictures as pages, markup and programs show them: from what a worker wrote, never made here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from articles.documents.addresses import absolute, image_path, web_address
from articles.pictures.sizes import (
    FALLBACK,
    MEDIA_TYPES,
    MODERN,
    RATIOS,
    UNCROPPED,
    Focus,
    Size,
    fallback_size,
    file_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.documents.linked_data import Node
    from articles.models import Image

Json = dict[str, Any]

TEASER_SHAPE = "4x3"
PREVIEW_SHAPE = "16x9"
PORTRAIT_SHAPE = "1x1"
_LAZY = 'loading="lazy" decoding="async"'
_EAGER = 'fetchpriority="high"'
_LEAD = re.compile(r'<figure class="lead-picture">.*?</figure>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file of a picture."""

    path: str
    shape: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in one shape, as a page shows it. `sources` are media types with their srcset."""

    alt: str
    credit: str
    licence: str
    licence_url: str
    sources: tuple[tuple[str, str], ...]
    fallback: Rendition


def picture_of(image: Image | None, shape: str = UNCROPPED) -> Picture | None:
    """Return an image in a shape; None where there is none, or none that readers can be shown."""
    if image is None or not image.is_ready:
        return None
    ready = [one for one in renditions_of(image) if one.shape == shape]
    return Picture(
        alt=image.alt,
        credit=image.credit,
        licence=image.licence,
        licence_url=web_address(image.licence),
        sources=tuple((MEDIA_TYPES[one], _srcset(ready, MEDIA_TYPES[one])) for one in MODERN),
        fallback=next(one for one in ready if one.media_type == MEDIA_TYPES[FALLBACK]),
    )


def lead_shape(image: Image) -> str:
    """Return how an article opens with an image: whole, unless it would push the words away."""
    return UNCROPPED if image.width >= image.height else PORTRAIT_SHAPE


def renditions_of(image: Image) -> Iterator[Rendition]:
    """Yield each file that a worker has written of an image, smallest first within a format."""
    ready = image.renditions
    focus = Focus(*ready["focus"]) if ready else Focus()
    for shape, stored in ready.get("sizes", {}).items():
        sizes = tuple((width, height) for width, height in stored)
        for suffix in MODERN:
            yield from (_rendition(image, focus, shape, size, suffix) for size in sizes)
        yield _rendition(image, focus, shape, fallback_size(sizes), FALLBACK)


def image_json(image: Image | None) -> Json | None:
    """Return an image as the API shows it."""
    picture = picture_of(image)
    if image is None or picture is None:
        return None
    return {
        "url": absolute(picture.fallback.path),
        "width": picture.fallback.width,
        "height": picture.fallback.height,
        "alt": image.alt,
        "credit": image.credit or None,
        "licence": image.licence or None,
        "renditions": [
            {
                "url": absolute(one.path),
                "shape": one.shape,
                "media_type": one.media_type,
                "width": one.width,
                "height": one.height,
            }
            for one in renditions_of(image)
        ],
    }


def image_nodes(image: Image | None) -> list[Node]:
    """Return an image for schema.org: in the three shapes that search engines ask for."""
    pictures = [picture_of(image, shape) for shape in RATIOS]
    return [_node(one) for one in pictures if one is not None]


def hurried(fragment: str) -> str:
    """Return the teaser that opens a page, whose picture must not wait until it is scrolled to."""
    return fragment.replace(_LAZY, _EAGER)


def without_lead_picture(page: str) -> str:
    """Return an article's page without its picture.

    A superseded page keeps its words; the picture is public only as long as something shows it.
    """
    return _LEAD.sub("", page, count=1)


def _rendition(image: Image, focus: Focus, shape: str, size: Size, suffix: str) -> Rendition:
    path = image_path(image.content_hash, file_name(shape, focus, size[0], suffix))
    return Rendition(path, shape, MEDIA_TYPES[suffix], *size)


def _srcset(renditions: list[Rendition], media_type: str) -> str:
    chosen = [one for one in renditions if one.media_type == media_type]
    return ", ".join(f"{one.path} {one.width}w" for one in chosen)


def _node(picture: Picture) -> Node:
    node = {
        "@type": "ImageObject",
        "url": absolute(picture.fallback.path),
        "width": picture.fallback.width,
        "height": picture.fallback.height,
        "caption": picture.alt,
        "creditText": picture.credit,
        "license": picture.licence_url,
    }
    return {key: value for key, value in node.items() if value}
