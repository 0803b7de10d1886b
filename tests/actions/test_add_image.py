"""A picture comes in with its words and leaves work for a worker, or nothing happens."""

from pathlib import Path

import pytest
from django.db import DatabaseError

from articles.actions import add_image as module
from articles.actions.add_image import UnusableImage, add_image
from articles.models import AuditEntry, Image, Job, JobKind
from articles.policies import NotAllowed
from tests.factories import UserFactory
from tests.factories.pictures import encoded, halves, stored_image

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


def test_it_stores_file_row_job_and_audit_entry(reporter, media):
    image = stored_image(by=reporter, alt=" Two halves ", credit="Ines Lim", focal_x=0.25)

    assert (image.width, image.height) == (400, 300)
    assert (image.alt, image.credit, image.focus.x) == ("Two halves", "Ines Lim", 25)
    assert image.file.name == f"originals/{image.content_hash}.png"
    assert (Path(media) / image.file.name).is_file()
    job = Job.objects.get()
    assert (job.kind, job.content_hash) == (JobKind.RENDER_IMAGE, image.key)
    assert AuditEntry.objects.get(verb="add").subject_id == image.pk


def test_it_is_not_ready_before_its_renditions_are_there(reporter):
    assert not stored_image(by=reporter).is_ready


def test_the_same_picture_twice_is_two_records_of_one_file(reporter):
    first, second = stored_image(by=reporter), stored_image(by=reporter, alt="Otherwise described")

    assert first.pk != second.pk
    assert first.file.name == second.file.name


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"data": b"no picture"}, "file"),
        ({"alt": ""}, "alt"),
        ({"alt": "  "}, "alt"),
        ({"alt": "x" * 301}, "alt"),
        ({"credit": "x" * 201}, "credit"),
        ({"licence": "x\x00"}, "licence"),
        ({"focal_x": 1.1}, "focal_x"),
        ({"focal_y": -0.1}, "focal_y"),
        ({"focal_y": float("nan")}, "focal_y"),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_reason(reporter, media, changes, field):
    with pytest.raises(UnusableImage) as refusal:
        add_image(**{"data": encoded(halves()), "alt": "Halves", "by": reporter, **changes})

    assert refusal.value.field == field
    assert refusal.value.reason.endswith(".")
    assert not Image.objects.exists()
    assert not list(Path(media).rglob("*.png"))


def test_who_has_no_desk_adds_nothing():
    with pytest.raises(NotAllowed):
        stored_image(by=UserFactory())

    assert not Image.objects.exists()


def test_a_write_that_breaks_leaves_a_file_that_nothing_leads_to(reporter, monkeypatch):
    def fail(**act):
        raise DatabaseError

    monkeypatch.setattr(module, "record_act", fail)
    with pytest.raises(DatabaseError):
        stored_image(by=reporter)

    assert not Image.objects.exists()
    assert not Job.objects.exists()


def test_a_name_that_lies_about_the_kind_changes_nothing(reporter):
    """The action never hears the file's name; what the bytes are decides."""
    image = add_image(data=encoded(halves(), "JPEG"), by=reporter, alt="Halves")

    assert image.file.name.endswith(".jpg")
