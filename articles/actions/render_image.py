"""Write a picture in every shape, width and format that readers may need."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from articles.actions.finish_job import finish_job
from articles.actions.queue_rewriting import queue_rewriting
from articles.actions.renew_lease import renew_lease
from articles.gateways import files
from articles.gateways.files import image_file
from articles.models import Image, Job
from articles.pictures.renditions import renditions
from articles.pictures.sizes import SHAPES, Focus, Size, sizes_of


def render_image(*, job_id: UUID, lease: UUID) -> None:
    """Do what a RENDER_IMAGE job asks for: its content hash is the image's key.

    The files come first, outside any transaction, and those that are there already stay: a job
    that was killed goes on where it stopped. Then one transaction makes them known and has the
    articles that show the picture written again. Raises LeaseLost.
    """
    key = Job.objects.values_list("content_hash", flat=True).get(public_id=job_id)
    image = Image.objects.get(pk=key.rpartition(":")[2])
    focus = image.focus
    _write_files(image, focus, job_id=job_id, lease=lease)
    with transaction.atomic():
        image = Image.objects.select_for_update(no_key=True).get(pk=image.pk)
        if image.focus == focus:  # else a job for the new one waits
            image.renditions = {"focus": [focus.x, focus.y], "sizes": _sizes(image)}
            image.save(update_fields=["renditions"])
            queue_rewriting(keys=[image.key])
        finish_job(job_id=job_id, lease=lease)


def _write_files(image: Image, focus: Focus, *, job_id: UUID, lease: UUID) -> None:
    def is_there(name: str) -> bool:
        return files.is_stored(image_file(image.content_hash, name))

    original = files.read(str(image.file))
    for name, data in renditions(original, focus, is_there=is_there):
        files.store(image_file(image.content_hash, name), data)
        renew_lease(job_id=job_id, lease=lease)


def _sizes(image: Image) -> dict[str, list[Size]]:
    return {shape: list(sizes_of(image.width, image.height, shape)) for shape in SHAPES}
