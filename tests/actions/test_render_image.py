"""A worker writes the renditions, then makes them known, then lets documents be written again."""

import uuid
from pathlib import Path

import pytest

from articles.actions import render_image as module
from articles.actions.claim_job import claim_job
from articles.actions.describe_image import UnusableImage, describe_image
from articles.actions.finish_job import LeaseLost
from articles.actions.render_image import render_image
from articles.models import Image, Job, JobKind, JobState
from articles.pictures.sizes import Focus, file_name
from articles.policies import NotAllowed
from tests.factories.pictures import ready_image, render, stored_image

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


def folder(media, image):
    return Path(media) / "images" / image.content_hash


def test_it_writes_every_file_that_the_row_then_names(media):
    image = ready_image(width=700, height=400)

    assert image.renditions["focus"] == [50, 50]
    assert image.renditions["sizes"]["full"] == [[320, 183], [640, 366]]
    for shape, sizes in image.renditions["sizes"].items():
        for width, _height in sizes:
            for suffix in ("avif", "webp"):
                assert (folder(media, image) / file_name(shape, Focus(), width, suffix)).is_file()
    assert Job.objects.get(kind=JobKind.RENDER_IMAGE).state == JobState.DONE


def test_a_worker_that_lost_its_lease_makes_nothing_known():
    image = stored_image()
    job = Job.objects.get()
    claim_job(job_id=job.public_id)

    with pytest.raises(LeaseLost):
        render_image(job_id=job.public_id, lease=uuid.uuid4())

    image.refresh_from_db()
    assert not image.is_ready


def test_another_focus_makes_other_crops_and_leaves_the_old_ones(editor, media):
    image = ready_image(width=800, height=400)
    before = {file.name for file in folder(media, image).iterdir()}

    describe_image(image_id=image.pk, by=editor, focal_x=0.0)
    image.refresh_from_db()
    assert image.renditions["focus"] == [
        50,
        50,
    ]  # what readers are shown stays until the new is there
    render(image)

    image.refresh_from_db()
    after = {file.name for file in folder(media, image).iterdir()}
    assert image.renditions["focus"] == [0, 50]
    assert before < after
    assert "1x1.0.50-320.avif" in after - before


def test_a_focus_that_moved_meanwhile_is_left_to_its_own_job(monkeypatch):
    image = stored_image()
    claim = claim_job(job_id=Job.objects.get().public_id)

    def move_meanwhile(*_args):
        Image.objects.filter(pk=image.pk).update(focal_x=0.9)
        return iter(())

    monkeypatch.setattr(module, "renditions", lambda *_args, **_more: move_meanwhile())
    render_image(job_id=claim.job_id, lease=claim.lease)

    image.refresh_from_db()
    assert not image.is_ready


def test_other_words_make_no_new_files(editor):
    image = ready_image()

    describe_image(image_id=image.pk, by=editor, alt="Otherwise", credit="Somebody")

    image.refresh_from_db()
    assert (image.alt, image.credit) == ("Otherwise", "Somebody")
    assert Job.objects.filter(kind=JobKind.RENDER_IMAGE).count() == 1


def test_what_is_the_same_changes_nothing(editor):
    image = ready_image()

    describe_image(image_id=image.pk, by=editor, alt=image.alt, focal_x=0.5)

    assert not Job.objects.filter(state=JobState.PENDING).exists()


def test_a_description_that_cannot_be_is_refused(editor):
    image = stored_image()

    with pytest.raises(UnusableImage):
        describe_image(image_id=image.pk, by=editor, alt="")
    with pytest.raises(TypeError):
        describe_image(image_id=image.pk, by=editor, width=1)


def test_a_reporter_changes_no_picture_that_others_may_show(reporter):
    with pytest.raises(NotAllowed):
        describe_image(image_id=stored_image(by=reporter).pk, by=reporter, alt="Mine")
