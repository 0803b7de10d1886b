"""The examples of docs/api.md, run one after another: each answers as it says."""

import argparse
import re
import shlex
from pathlib import Path
from urllib.parse import quote

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.actions.receive_post import receive_post
from articles.models import Alias, Citation, Correction, Figure, Finding, Mention, Scope
from tests.factories.pictures import encoded, halves
from tests.taggers import CapitalTagger

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]
PAGE = Path(__file__).parents[2] / "docs" / "api.md"
WORDS = "# A compiler moves\n\nInes Marrow has founded it. It has 40 members.\n"
PROPOSED = [
    ("MENTION", Mention, "Ines Marrow", {"kind": "PERSON", "name": "Ines Marrow", "key": "ines"}),
    ("CITATION", Citation, "Ines Marrow has founded it.", {"kind": "paraphrase"}),
    ("FIGURE", Figure, "40 members", {"value": 40, "unit": "members"}),
]
EXAMPLE = re.compile(r"^(curl .*?)   # (\d{3})$", re.MULTILINE | re.DOTALL)


def test_every_example_answers_as_it_says(client, world, reporter, editor, key_of, monkeypatch):
    monkeypatch.setattr(apps.get_app_config("articles"), "_load_tagger", CapitalTagger)
    article = world["article"].public_id
    Alias.objects.create(person=world["person"], text="Ines Marrow", key="ines marrow")
    Correction.objects.create(
        article=world["article"],
        supersedes=world["article"].live_revision,
        note="Forty, not fourteen.",
        published_at=world["article"].updated_at,
    )
    draft = receive_post(raw=WORDS, source="Wire", format="markdown", by=reporter).article
    known = {
        "DESK": key_of(editor, *Scope)["HTTP_AUTHORIZATION"].removeprefix("Bearer "),
        "DRAFT": str(draft.public_id),
        "SITE": "",
        "ARTICLE": str(article),
        "SLUG": world["article"].slug,
        "ETAG": client.get(f"/api/v1/articles/{article}/")["ETAG"].replace('"', r"\""),
        "KEY": key_of(reporter, Scope.POSTS_WRITE)["HTTP_AUTHORIZATION"].removeprefix("Bearer "),
    }
    examples = [
        (command, int(status))
        for block in re.findall(r"```sh\n(.*?)```", PAGE.read_text(), re.DOTALL)
        for command, status in EXAMPLE.findall(block)
    ]

    assert len(examples) == PAGE.read_text().count("\ncurl ")
    for command, status in examples:
        known.update(numbers_of(draft))
        response = run(client, command, known)
        assert response.status_code == status, (command, response.content)
        list(response)  # to its end: what streams holds something until then
        if (
            f"/desk/articles/{draft.public_id}/" in response.wsgi_request.path
            and "ETag" in response
        ):
            known["NOW"] = response["ETag"].replace('"', r"\"")
        if status == 201 and "/posts/" in command:
            known.setdefault("POST", response.json()["id"])
        if (
            status == 200
            and response["Content-Type"] == "application/json"
            and "results" in response.json()
        ):
            assert response.json()["results"], command


def numbers_of(draft):
    """Return the ids of what is proposed of a draft, after making up for an engine."""
    draft.refresh_from_db()
    revision = draft.draft_revision
    rows = {}
    for name, model, words, fields in PROPOSED:
        start = revision.text.index(words)
        place = {"revision": revision, "start": start, "end": start + len(words), "quote": words}
        rows[name] = model.objects.get_or_create(**place, defaults={"method": "test", **fields})[0]
    finding = {"code": "x", "severity": "notice", "message": "?", "spans": []}
    rows["FINDING"] = Finding.objects.get_or_create(revision=revision, defaults=finding)[0]
    return {name: str(row.pk) for name, row in rows.items()}


def run(client, command, known):
    """Do what curl would: the few options that the page uses, and no others."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("-X", dest="method")
    parser.add_argument("-H", dest="headers", action="append", default=[])
    parser.add_argument("-F", dest="form", action="append", default=[])
    parser.add_argument("--get", action="store_true")
    parser.add_argument("--data", "--data-binary", dest="body")
    parser.add_argument("--data-urlencode", dest="query")
    for name, value in known.items():
        command = command.replace(f"${name}", value)
    options = parser.parse_args(shlex.split(command)[1:])
    headers = dict(header.split(": ", 1) for header in options.headers)
    url = options.url
    if options.query:
        name, _, value = options.query.partition("=")
        url += f"{'&' if '?' in url else '?'}{name}={quote(value)}"
    if options.form:
        form = dict(field.split("=", 1) for field in options.form)
        form["file"] = SimpleUploadedFile(form["file"].removeprefix("@"), encoded(halves()))
        return client.post(url, form, headers=headers)
    return client.generic(
        options.method or "GET",
        url,
        options.body or "",
        content_type=headers.pop("Content-Type", "application/octet-stream"),
        headers=headers,
    )
