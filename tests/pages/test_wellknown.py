"""What stands at addresses that everybody knows."""

import datetime as dt

import pytest

EXPIRES = dt.datetime(2027, 6, 30, 12, tzinfo=dt.UTC)


@pytest.fixture
def contact(settings):
    settings.SECURITY_CONTACT = ["mailto:safe@news.example", "https://news.example/safe"]
    settings.SECURITY_EXPIRES = EXPIRES
    return settings


@pytest.mark.django_db
def test_security_txt_says_where_and_until_when(client, contact):
    answer = client.get("/.well-known/security.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: mailto:safe@news.example",
        "Contact: https://news.example/safe",
        "Expires: 2027-06-30T12:00:00Z",
        "Preferred-Languages: en",
        "Canonical: http://testserver/.well-known/security.txt",
    ]


@pytest.mark.django_db
def test_the_editors_are_told_there_after_those_for_weaknesses(client, contact):
    contact.PUBLICATION_CONTACT = ["mailto:desk@news.example", "https://news.example/safe"]

    lines = client.get("/.well-known/security.txt").content.decode().splitlines()

    assert [one.removeprefix("Contact: ") for one in lines if one.startswith("Contact")] == [
        "mailto:safe@news.example",
        "https://news.example/safe",
        "mailto:desk@news.example",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "value"), [("SECURITY_CONTACT", []), ("SECURITY_EXPIRES", None)])
def test_without_somebody_to_write_to_there_is_none(client, contact, name, value):
    setattr(contact, name, value)

    answer = client.get("/.well-known/security.txt")

    assert answer.status_code == 404
    assert answer.content == client.get("/nothing-here/").content
