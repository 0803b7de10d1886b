"""Pictures made of numbers, as cameras and strangers would send them."""

from __future__ import annotations

import io

from PIL import Image as Pixels

from articles.actions.add_image import add_image
from articles.actions.claim_job import claim_job
from articles.actions.render_image import render_image
from articles.models import Image, Job, JobKind

RED, BLUE = (200, 30, 30), (30, 30, 200)


def halves(width=400, height=300, mode="RGB"):
    """A picture whose left half is red and whose right half is blue."""
    picture = Pixels.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture.convert(mode)


def encoded(picture, kind="PNG", **options):
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def decoded(data):
    return Pixels.open(io.BytesIO(data))


def stored_image(*, by=None, width=400, height=300, alt="Two halves, red and blue", **words):
    """An image as the desk stores it. Its renditions wait for a worker."""
    return add_image(data=encoded(halves(width, height)), by=by, alt=alt, **words)


def ready_image(**words):
    """An image whose renditions a worker has written."""
    image = stored_image(**words)
    render(image)
    return Image.objects.get(pk=image.pk)


def render(image):
    """Do the work that waits for the image."""
    job = Job.objects.get(kind=JobKind.RENDER_IMAGE, content_hash=image.key, state="pending")
    claim = claim_job(job_id=job.public_id)
    render_image(job_id=claim.job_id, lease=claim.lease)
