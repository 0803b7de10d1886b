"""Whatever is raised becomes a problem of a declared kind."""

import json

import pytest
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404
from rest_framework import exceptions

from articles.api.problems import KINDS, Problem, problem_details
from articles.policies import NotAllowed


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (Http404(), "not-found"),
        (exceptions.NotFound(), "not-found"),
        (exceptions.NotAuthenticated(), "unauthenticated"),
        (NotAllowed("publish"), "forbidden"),
        (exceptions.PermissionDenied(), "forbidden"),
        (exceptions.MethodNotAllowed("PUT"), "method-not-allowed"),
        (exceptions.Throttled(wait=2.1), "throttled"),
        (RequestDataTooBig(), "too-large"),
        (exceptions.UnsupportedMediaType("a/b"), "unsupported-media-type"),
        (exceptions.ParseError(), "malformed"),
        (SuspiciousOperation("odd"), "malformed"),
        (BadRequest("odd"), "malformed"),
        (OperationalError("server closed the connection"), "unavailable"),
        (InterfaceError("connection already closed"), "unavailable"),
        (RecursionError(), "internal"),
        (Problem("withdrawn", note="Wrong."), "withdrawn"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_it_has_a_kind(raised, code):
    response = problem_details(raised, {})

    problem = json.loads(response.content)
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert problem["type"] == f"http://testserver/api/v1/#problem-{code}"
    assert problem["status"] == response.status_code == KINDS[code].status


def test_it_says_when_to_come_back():
    assert problem_details(exceptions.Throttled(wait=2.1), {})["Retry-After"] == "3"
    assert problem_details(OperationalError(), {})["Retry-After"] == "5"


def test_it_gives_no_inner_words_away():
    response = problem_details(OperationalError('password for user "newsroom"'), {})

    assert b"password" not in response.content
