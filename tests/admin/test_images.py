"""Pictures come in at the desk with their words, and an editor points at where they matter."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.admin import article_forms
from articles.models import Article, AuditEntry, Image
from tests.factories.pictures import encoded, halves, ready_image, stored_image

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]

WORDS = {"alt": "Two halves", "credit": "Ines Lim", "licence": "", "focal_x": 50, "focal_y": 50}


@pytest.fixture
def add(at_desk, reporter):
    def send(data=None, name="photo.png", **words):
        file = SimpleUploadedFile(name, encoded(halves()) if data is None else data)
        address = reverse("admin:articles_image_add")
        return at_desk(reporter).post(address, {**WORDS, "file": file, **words})

    return send


def change(client, image, **words):
    return client.post(reverse("admin:articles_image_change", args=[image.pk]), {**WORDS, **words})


def errors(answer):
    return {field for field, said in answer.context["form"].errors.items() if said}


def test_an_upload_becomes_a_picture(add, reporter):
    answer = add(focal_x=20)

    image = Image.objects.get()
    assert answer["Location"] == reverse("admin:articles_image_change", args=[image.pk])
    assert (image.alt, image.credit, image.focus.x) == ("Two halves", "Ines Lim", 20)
    assert AuditEntry.objects.get(verb="add").actor == reporter


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"data": b"<svg/>", "name": "photo.png"}, "file"),
        ({"data": b"", "name": "photo.png"}, "file"),
        ({"alt": " "}, "alt"),
        ({"focal_x": 101}, "focal_x"),
        ({"focal_y": "middle"}, "focal_y"),
        ({"credit": "x" * 201}, "credit"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field(add, sent, field):
    answer = add(**sent)

    assert answer.status_code == 200
    assert errors(answer) == {field}
    assert not Image.objects.exists()


def test_too_large_a_file_is_said_beside_its_field(add, monkeypatch):
    monkeypatch.setattr("articles.pictures.intake.MAX_BYTES", 100)

    assert errors(add()) == {"file"}


def test_a_page_shows_the_picture_its_crops_and_its_words(at_desk, editor):
    image = ready_image(credit="Ines Lim")
    page = at_desk(editor).get(reverse("admin:articles_image_change", args=[image.pk]))

    body = page.content.decode()
    assert f"/media/images/{image.content_hash}/full-320.jpg" in body
    assert len(re.findall(r"/(?:16x9|4x3|1x1)\.50\.50-\d+", body)) == 3
    assert 'value="Ines Lim"' in body


def test_words_and_focus_are_changed(at_desk, editor):
    image = ready_image()

    answer = change(at_desk(editor), image, alt="Red and blue", focal_x=10)

    image.refresh_from_db()
    assert answer.status_code == 302
    assert (image.alt, image.focus.x) == ("Red and blue", 10)


def test_a_reporter_looks_and_changes_nothing(at_desk, reporter):
    image = ready_image()
    client = at_desk(reporter)

    page = client.get(reverse("admin:articles_image_change", args=[image.pk]))
    assert page.status_code == 200
    assert b"Save</button>" not in page.content
    assert change(client, image, alt="Mine").status_code == 403


@pytest.mark.parametrize("key", ["0", "999999", "x"])
def test_there_is_no_page_of_no_picture(at_desk, editor, key):
    assert at_desk(editor).get(f"/desk/articles/image/{key}/change/").status_code == 404


def test_the_list_shows_them(at_desk, editor):
    image, waiting = ready_image(), stored_image(alt="Not written yet")
    page = at_desk(editor).get(reverse("admin:articles_image_changelist")).content.decode()

    assert f"{image.content_hash}/1x1.50.50-" in page
    assert waiting.alt in page


def test_the_edit_page_offers_the_newest_pictures_and_the_chosen_one(
    at_desk, editor, enriched, monkeypatch
):
    monkeypatch.setattr(article_forms, "PICTURES_OFFERED", 1)
    chosen, old, newest = (stored_image(alt=alt) for alt in ("Chosen", "Old", "Newest"))
    Article.objects.filter(pk=enriched.pk).update(lead_image=chosen)

    page = at_desk(editor).get(reverse("admin:articles_article_change", args=[enriched.pk]))

    offered = page.context["forms"].form.fields["lead_image"].queryset
    assert list(offered) == [newest, chosen]
    assert old not in offered
