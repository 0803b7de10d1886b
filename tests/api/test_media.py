"""Pictures by the API: taken in by the desk's own action."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Image, Job, JobKind, Scope
from tests.api.test_openapi import component, keys_beyond, require
from tests.factories.pictures import encoded, halves

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]
MEDIA = "/api/v1/desk/media/"
WORDS = {"alt": "Two halves", "credit": "Ines Lim", "licence": "CC BY", "focal_x": "0.25"}


@pytest.fixture
def upload(client, reporter, key_of):
    """Return a function that sends a form; `data` is the file."""
    key = key_of(reporter, Scope.MEDIA_WRITE, Scope.DESK_READ)

    def send(data=None, headers=None, **changes):
        form = {**WORDS, **changes}
        data = encoded(halves()) if data is None else data
        if data:
            form["file"] = SimpleUploadedFile("p.png", data)
        form = {name: value for name, value in form.items() if value is not None}
        return client.post(MEDIA, form, **key, **(headers or {}))

    send.get = lambda address: client.get(address, **key)
    return send


def test_a_picture_is_taken_in(upload):
    response = upload()

    assert response.status_code == 201, response.content
    record = response.json()
    image = Image.objects.get()
    require(record, component("MediaRecord"))
    assert keys_beyond(record, component("MediaRecord")) == set()
    assert record["id"] == str(image.public_id)
    assert (image.alt, image.credit, image.focal_x) == ("Two halves", "Ines Lim", 0.25)
    assert (record["width"], record["height"], record["image"]) == (400, 300, None)
    assert Job.objects.get().kind == JobKind.RENDER_IMAGE
    address = response["Location"].removeprefix("http://testserver")
    assert upload.get(address).json() == record


def test_a_picture_that_is_sent_again_is_one(upload):
    again = {"HTTP_IDEMPOTENCY_KEY": "k"}

    first, second, other = (
        upload(headers=again),
        upload(headers=again),
        upload(headers=again, alt="Otherwise"),
    )

    assert first.content == second.content
    assert other.status_code == 422
    assert Image.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"data": b""}, "file"),
        ({"data": b"no picture"}, "file"),
        ({"data": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}, "file"),
        ({"alt": None}, "alt"),
        ({"alt": " "}, "alt"),
        ({"alt": "x" * 301}, "alt"),
        ({"focal_x": "2"}, "focal_x"),
        ({"focal_x": "nan"}, "focal_x"),
        ({"focal_y": "left"}, "focal_y"),
        ({"caption": "x"}, "caption"),
        ({"alt": ["a", "b"]}, "alt"),
    ],
    ids=str,
)
def test_what_cannot_be_taken_is_named(upload, changes, field):
    response = upload(**changes)

    assert response.status_code == 422, response.content
    assert response.json()["errors"][0]["field"] == field
    assert not Image.objects.exists()


@pytest.mark.parametrize(
    ("kind", "body", "statuses"),
    [
        ("application/json", json.dumps(WORDS).encode(), [415]),
        ("image/png", b"x", [415]),
        ("multipart/form-data", b"x", [400]),
        ("multipart/form-data; boundary=x", b"nothing", [422]),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="alt"\r\n\r\na\x00b\r\n--x--',
            [400],
        ),
        ("multipart/form-data; boundary=x; charset=utf-7", b"x", [415]),
    ],
)
def test_a_body_that_is_no_form(client, reporter, key_of, kind, body, statuses):
    response = client.generic(
        "POST", MEDIA, body, content_type=kind, **key_of(reporter, Scope.MEDIA_WRITE)
    )

    assert response.status_code in statuses, response.content
    assert response["Content-Type"] == "application/problem+json"


def test_a_file_that_is_too_large_is_not_read(client, reporter, key_of):
    response = client.generic(
        "POST",
        MEDIA,
        b"--x--",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(21 * 1024 * 1024),
        **key_of(reporter, Scope.MEDIA_WRITE),
    )

    assert response.status_code == 413
