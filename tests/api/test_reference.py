"""The human page of the API."""

import re

import pytest

from articles.api.problems import KINDS
from articles.api.reference import openapi_document

pytestmark = pytest.mark.django_db


def test_it_shows_every_operation_and_every_problem(client):
    page = client.get("/api/v1/").content.decode()

    for path, methods in openapi_document()["paths"].items():
        for method, operation in methods.items():
            assert f'id="{operation["operationId"]}"' in page
            assert f"{method.upper()} {path}" in page
    for code in KINDS:
        assert f'id="problem-{code}"' in page


def test_it_works_under_the_strict_policy(client):
    response = client.get("/api/v1/")

    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert "unsafe" not in response["Content-Security-Policy"]
    assert not re.search(rb"<script|<style| style=| on[a-z]+=", response.content)


def test_programs_are_shown_the_way(client):
    assert 'rel="service-desc"' in client.get("/api/v1/")["Link"]
