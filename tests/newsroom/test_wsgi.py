"""The door for web servers."""

import io

import pytest

from newsroom.wsgi import application


@pytest.mark.django_db
@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain; charset=hex",
        "text/plain; charset=rot13",
        "text/plain; charset=\x00",
        "text/plain; title*=nonsense''x",
    ],
)
def test_a_request_that_django_cannot_take_in_is_refused(content_type):
    answers = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/api/v1/nothing/",
        "QUERY_STRING": "q=x",
        "CONTENT_TYPE": content_type,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "wsgi.input": io.BytesIO(),
        "wsgi.url_scheme": "http",
    }

    body = b"".join(application(environ, lambda status, _headers: answers.append(status)))

    assert answers == ["400 Bad Request"]
    assert b'"status":400' in body
