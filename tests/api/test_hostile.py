"""Hostile input is answered with a problem: never with 500, never with HTML."""

import json

import pytest

from tests.api.test_posts import INBOX, MARKDOWN, POST

pytestmark = pytest.mark.django_db
JSON = "application/json"
UNKNOWN = "0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00"
LISTS = ["articles", "people", "organizations", "topics", "citations", "sections"]


def assert_problem(response, *statuses):
    assert response.status_code in statuses, response.content
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == response.status_code
    assert problem["title"]
    assert problem["type"].startswith("http://testserver/api/v1/#problem-")
    return problem


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"a":' * 40 + b"1" + b"}" * 40,
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b'{"source": "\\u0000"}',
        b'{"\\u0000": 1}',
        b'{"source": "\\ud800"}',
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf{}",
        '{"source": "Wire"}'.encode("utf-16"),
        b"9" * 10_000,
        b'{"content": ' + b"9" * 400 + b', "source": "W"}',
    ],
    ids=lambda body: repr(body[:14]),
)
def test_a_body_that_is_not_plain_json(client, reporter, key_of, body):
    response = client.post(INBOX, body, content_type=JSON, **key_of(reporter))

    assert_problem(response, 400, 422)


@pytest.mark.parametrize("value", [10**30, -1, 1.5, True, None, [], {}, ["x"] * 1000])
@pytest.mark.parametrize("field", ["source", "content", "external_id", "format", "file_name"])
def test_a_value_of_another_type(client, reporter, key_of, field, value):
    response = client.post(
        INBOX, json.dumps({**POST, field: value}), content_type=JSON, **key_of(reporter)
    )

    if response.status_code not in (200, 201):
        assert_problem(response, 422)


@pytest.mark.parametrize(
    "content",
    [
        "5",
        "# " + "a" * 5000 + "\n\nBody.",
        "---\nexternal_id: " + "x" * 300 + "\n---\n# H\n\nB.",
        "---\nlanguage: " + "x" * 300 + "\n---\n# H\n\nB.",
        "---\nsource_url: https://e.x/" + "x" * 3000 + "\n---\n# H\n\nB.",
        "---\nauthors: [" + "x" * 3000 + "]\n---\n# H\n\nB.",
        "---\n: : : [\n---\n# H\n\nB.",
        '---\ntitle: "a\\0b"\n---\n# H\n\nB.',
        '---\ntitle: "a\\ud800b"\n---\n# H\n\nB.',
        "# H\n\n" + "<div>" * 5000,
    ],
    ids=lambda content: repr(content[:24]),
)
def test_a_post_that_nothing_can_be_made_of(client, reporter, key_of, content):
    body = {"source": "Wire", "format": "markdown", "content": content}

    problem = assert_problem(
        client.post(INBOX, json.dumps(body), content_type=JSON, **key_of(reporter)), 422
    )

    assert problem["errors"][0]["field"]
    assert problem["errors"][0]["reason"]


@pytest.mark.parametrize("raw", [b"\x00", b"\xff\xfe\xfd", b"", b"  \n"])
def test_a_text_that_is_none(client, reporter, key_of, raw):
    response = client.post(
        f"{INBOX}?source=Wire", raw, content_type="text/plain", **key_of(reporter)
    )

    assert_problem(response, 422)


@pytest.mark.parametrize(
    ("content_type", "statuses"),
    [
        ("application/json; charset=utf-16", [415]),
        ("application/json; charset=hex", [415]),
        ("application/json; charset=idna", [415]),
        ("application/json; charset=nonsense", [415]),
        ("text/markdown; charset=latin-1", [415]),
        ("multipart/form-data", [415]),
        ("multipart/form-data; boundary=\x01", [415]),
        ("application/x-www-form-urlencoded", [415]),
        ("application/xml", [415]),
        ("nonsense", [415]),
        ("", [415]),
        ("application/json" + ";" * 1000, [201]),
    ],
)
def test_a_body_of_another_kind(client, reporter, key_of, content_type, statuses):
    response = client.generic(
        "POST", INBOX, json.dumps(POST), content_type=content_type, **key_of(reporter)
    )

    if statuses == [201]:
        assert response.status_code == 201
    else:
        assert assert_problem(response, *statuses)["accepted"][0] == JSON


@pytest.mark.parametrize("content_type", ["multipart/form-data", "multipart/form-data; boundary=x"])
def test_a_form_in_a_session(client, reporter, content_type):
    client.force_login(reporter)
    client.handler.enforce_csrf_checks = True

    response = client.generic("POST", INBOX, b"--x\r\nnonsense", content_type=content_type)

    assert_problem(response, 400, 403, 415)


@pytest.mark.parametrize("content_type", [JSON, "text/plain"])
def test_a_body_that_is_too_large(client, reporter, key_of, content_type, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    response = client.post(
        f"{INBOX}?source=Wire",
        b'"' + b"a" * 1000 + b'"',
        content_type=content_type,
        **key_of(reporter),
    )

    assert_problem(response, 413)


def test_a_text_beyond_what_the_engine_reads(client, reporter, key_of):
    response = client.post(
        f"{INBOX}?source=Wire",
        b"A headline\n\n" + b"word " * 900_000,
        content_type="text/plain",
        **key_of(reporter),
    )

    assert_problem(response, 413, 422)


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%ED%A0%80",
        "q=%ff",
        "%00=1",
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=1e3",
        "limit=" + "9" * 5000,
        "limit=٣",
        "limit=",
        "cursor=x",
        "cursor=%00",
        "cursor=WzAsOTk5OTk5OTk5OTk5OTk5OTk5OTksMV0",
        "cursor=W1tbW1tb",
        "cursor=WzAsMSx0cnVlXQ",  # [0,1,true]
        "cursor=WzAsdHJ1ZV0",  # [0,true]
        "cursor=WzAsMSwxXQ&cursor=WzAsMSwxXQ",
        "password=1",
        "author__password__startswith=a",
        "article=1",
        "&".join(f"a{n}=1" for n in range(2000)),
        "name=" + "a" * 5000,
        "q=" + "a" * 5000,
    ],
    ids=lambda query: query[:20],
)
def test_a_query_that_nobody_would_write(client, query):
    for route in LISTS:
        response = client.generic("GET", f"/api/v1/{route}/", QUERY_STRING=query)
        assert_problem(response, 400)


@pytest.mark.parametrize(
    ("query", "nearest"),
    [("perosn=ada", "person"), ("autor=ada", "author"), ("lmit=3", "limit"), ("Q=x", "q")],
)
def test_an_unknown_parameter_is_told_the_nearest_one(client, query, nearest):
    problem = assert_problem(client.get(f"/api/v1/articles/?{query}"), 400)

    assert problem["nearest"] == nearest
    assert nearest in problem["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/",
        "/api/v1/nothing/",
        "/api/v2/articles/",
        "/api/v1/articles/not-an-id/",
        f"/api/v1/articles/{UNKNOWN.upper()}/",
        "/api/v1/articles/%00/",
        "/api/v1/articles/%0A/",
        "/api/v1/people/%00/",
        "/api/v1/people/ada%20l/",
        "/api/v1/people/" + "a" * 5000 + "/",
        "/api/v1/people/%F0%28%8C%28/",
        "/api/v1/citations/0/",
        "/api/v1/citations/" + "9" * 30 + "/",
        "/api/v1/citations/" + "9" * 5000 + "/",
        "/api/v1/citations/-1/",
        "/api/v1/..%2f..%2fetc/passwd",
        "/api/v1//articles/",
    ],
    ids=lambda path: path[:40],
)
def test_an_address_that_is_not_there(client, path):
    assert_problem(client.get(path), 404)
    assert_problem(client.post(path), 404, 405)


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_AUTHORIZATION": "Bearer"},
        {"HTTP_AUTHORIZATION": "Bearer \x00"},
        {"HTTP_AUTHORIZATION": "Bearer ünïcode"},
        {"HTTP_AUTHORIZATION": "bearer newsroom_" + "0" * 12 + "_" + "0" * 72},
        {"HTTP_AUTHORIZATION": "Bearer " + "a" * 100_000},
    ],
)
def test_a_key_that_is_none_is_refused_on_every_address(client, headers):
    for path in ("/api/v1/articles/", "/api/v1/people/", INBOX, "/api/v1/"):
        response = client.get(path, **headers)
        assert_problem(response, 401)
        assert response["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_ACCEPT": "text/html;" + "q=0.1," * 1000},
        {"HTTP_ACCEPT": "\x01/*"},
        {"HTTP_ACCEPT": "application/xml"},
        {"HTTP_ACCEPT_LANGUAGE": "x" * 10_000},
        {"HTTP_IF_NONE_MATCH": '"' * 1000},
        {"HTTP_IF_MODIFIED_SINCE": "Thu, 99 Foo 99999 99:99:99 GMT"},
        {"HTTP_AUTHORIZATION": "Basic YTpi"},
        {"HTTP_X_HTTP_METHOD_OVERRIDE": "DELETE"},
        {"HTTP_COOKIE": "sessionid=\x01; csrftoken=" + "a" * 4000},
    ],
    ids=lambda headers: repr(headers)[:40],
)
def test_headers_that_mean_nothing_here_change_nothing(client, headers):
    assert client.get("/api/v1/articles/", **headers).status_code == 200
    assert client.get("/api/v1/people/", **headers).status_code == 200


def test_an_address_without_its_slash_leads_to_the_one_with_it(client):
    response = client.get("/api/v1/articles?limit=3")

    assert (response.status_code, response["Location"]) == (301, "/api/v1/articles/?limit=3")
    assert_problem(client.post("/api/v1/posts", MARKDOWN, content_type="text/plain"), 404)


def test_a_fault_of_ours_is_a_problem_too(client, monkeypatch):
    monkeypatch.setattr("articles.api.articles.catalogue.articles_page", lambda *_, **__: 1 / 0)
    client.raise_request_exception = False

    problem = assert_problem(client.get("/api/v1/articles/"), 500)

    assert "division" not in json.dumps(problem)


def test_a_database_that_is_away_is_said_to_be(client, monkeypatch):
    from django.db import OperationalError

    def away(*_, **__):
        raise OperationalError("canceling statement due to statement timeout")

    monkeypatch.setattr("articles.api.articles.catalogue.articles_page", away)
    response = client.get("/api/v1/articles/")

    assert_problem(response, 503)
    assert response["Retry-After"] == "5"
    assert b"timeout" not in response.content


@pytest.mark.parametrize(
    ("path", "allowed"), [("/api/v1/articles/", "GET, HEAD"), ("/api/v1/sections/", "GET, HEAD")]
)
def test_a_refused_method_is_told_what_is_allowed(client, path, allowed):
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "NONSENSE"):
        response = client.generic(method, path)
        assert_problem(response, 405)
        assert response["Allow"] == allowed
    assert "Allow" not in client.get(path)
