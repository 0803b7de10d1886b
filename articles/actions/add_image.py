"""Take in a picture: its clean original as a file, its row, and the job that makes renditions."""

from __future__ import annotations

from django.db import transaction

from articles.actions._image_words import UnusableImage, require_words
from articles.actions.queue_job import queue_job
from articles.actions.record_act import record_act
from articles.gateways import files
from articles.models import Image, JobKind, User
from articles.pictures.intake import UnreadablePicture, clean_picture
from articles.policies import can_add_images, require

__all__ = ["UnusableImage", "add_image"]


def add_image(  # noqa: PLR0913
    *,
    data: bytes,
    by: User | None,
    alt: str,
    credit: str = "",
    licence: str = "",
    focal_x: float = 0.5,
    focal_y: float = 0.5,
) -> Image:
    """Return the stored image of the bytes in `data`. `by=None` is the house itself.

    The picture is read and drawn anew before the transaction begins, and its file is there before
    the row: a reader of the row finds the file, and a file whose row was undone leads nowhere.
    Raises UnusableImage, which names the field and the reason, and NotAllowed.
    """
    require(by is None or can_add_images(by), "add")
    words = {"alt": alt.strip(), "credit": credit.strip(), "licence": licence.strip()}
    focus = {"focal_x": focal_x, "focal_y": focal_y}
    require_words({**words, **focus})
    try:
        picture = clean_picture(data)
    except UnreadablePicture as error:
        raise UnusableImage("file", error.reason) from error
    name = f"{files.ORIGINALS}/{picture.content_hash}.{picture.suffix}"
    files.store(name, picture.data)
    with transaction.atomic():
        image = Image.objects.create(
            file=name,
            content_hash=picture.content_hash,
            width=picture.width,
            height=picture.height,
            **words,
            **focus,
        )
        queue_job(kind=JobKind.RENDER_IMAGE, content_hash=image.key, by=by)
        record_act(by=by, verb="add", subject=image, content_hash=picture.content_hash)
    return image
