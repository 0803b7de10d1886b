"""Change what is said of a picture, and where its crops look."""

from __future__ import annotations

from django.db import transaction

from articles.actions._image_words import UnusableImage, require_words
from articles.actions.queue_job import queue_job
from articles.actions.queue_rewriting import queue_rewriting
from articles.actions.record_act import record_act
from articles.models import Image, JobKind, User
from articles.policies import can_describe_images, require

__all__ = ["UnusableImage", "describe_image"]

COLUMNS = frozenset({"alt", "credit", "licence", "focal_x", "focal_y"})


@transaction.atomic
def describe_image(*, image_id: int, by: User, **columns: str | float) -> Image:
    """Set the columns given (any of COLUMNS); what is the same already changes nothing.

    Documents that show it are written again by job: at once for words, and after the new crops
    are there for another focus. Raises UnusableImage, NotAllowed, and TypeError for a column that
    is not described here.
    """
    if unknown := set(columns) - COLUMNS:
        message = f"Not a description of an image: {', '.join(sorted(unknown))}."
        raise TypeError(message)
    require(can_describe_images(by), "change")
    require_words(columns)
    image = Image.objects.select_for_update(no_key=True).get(pk=image_id)
    before = image.focus
    changed = sorted(name for name, value in columns.items() if getattr(image, name) != value)
    if not changed:
        return image
    for name in changed:
        setattr(image, name, columns[name])
    image.save(update_fields=changed)
    if image.focus != before:
        queue_job(kind=JobKind.RENDER_IMAGE, content_hash=image.key, by=by)
    queue_rewriting(keys=[image.key], by=by)
    record_act(by=by, verb="describe", subject=image, columns=changed)
    return image
