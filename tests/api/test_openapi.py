"""The OpenAPI document: valid, complete, true, and the same as the snapshot."""

from pathlib import Path

import jsonschema
import pytest
import yaml
from django.core.management import call_command
from drf_spectacular.validation import validate_schema

from articles.api.reference import openapi_document
from articles.models import Correction

pytestmark = pytest.mark.django_db
SNAPSHOT = Path(__file__).parent / "openapi.yaml"
OPERATIONS = [
    (path, method)
    for path, methods in yaml.safe_load(SNAPSHOT.read_text())["paths"].items()
    for method in methods
]


def component(name):
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": f"#/components/schemas/{name}",
        "components": openapi_document()["components"],
    }


def require(instance, schema):
    jsonschema.validate(
        instance, schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def test_it_is_the_snapshot(tmp_path):
    """After a wanted change: manage.py spectacular --file tests/api/openapi.yaml."""
    made = tmp_path / "openapi.yaml"
    call_command("spectacular", "--fail-on-warn", "--validate", "--file", str(made))

    assert made.read_text() == SNAPSHOT.read_text()


def test_it_is_valid_openapi_and_served(client):
    served = client.get("/api/v1/openapi.json").json()

    assert served["openapi"].startswith("3.1")
    validate_schema(served)
    assert client.get("/api/v1/openapi.json")["Content-Type"] == "application/json"


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_answer_has_examples_that_fit_its_schema(path, method):
    operation = openapi_document()["paths"][path][method]
    bodies = [response["content"] for response in operation["responses"].values()]
    bodies.append(operation.get("requestBody", {}).get("content", {}))

    for content in bodies:
        for media_type, body in content.items():
            if media_type.startswith("text/"):
                continue
            assert body["examples"]
            for example in body["examples"].values():
                require(
                    example["value"],
                    {**body["schema"], "components": openapi_document()["components"]},
                )


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_operation_says_what_it_is(path, method):
    operation = openapi_document()["paths"][path][method]

    assert operation["summary"]
    assert operation["description"].endswith(".")
    assert {"400", "401", "500", "503"} <= set(operation["responses"])
    for parameter in operation.get("parameters", ()):
        assert parameter["description"]


def test_the_stored_article_is_what_the_document_says(client, write, publish, world, editor):
    Correction.objects.create(
        article=world["article"],
        supersedes=world["article"].live_revision,
        note="Forty, not fourteen.",
    )
    from articles.actions.publish_article import publish_article

    publish_article(article_id=world["article"].pk, by=editor)
    detail = client.get(f"/api/v1/articles/{world['article'].public_id}/").json()

    require(detail, component("ArticleDetail"))
    assert keys_beyond(detail, component("ArticleDetail")) == set()
    assert all(detail[part] for part in ("people", "organizations", "topics", "mentions"))
    assert all(detail[part] for part in ("citations", "figures", "corrections", "authors"))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("articles/", "ArticleCardPage"),
        ("people/", "PersonCardPage"),
        ("people/ines-marrow/", "PersonDetail"),
        ("organizations/", "OrganizationCardPage"),
        ("organizations/marrow-foundation/", "OrganizationDetail"),
        ("topics/", "TopicCardPage"),
        ("topics/marrow/", "TopicDetail"),
        ("citations/", "CitationRecordPage"),
        ("figures/", "FigureListedPage"),
        ("sections/", "SectionRecordPage"),
        ("sections/technology/", "SectionRecord"),
    ],
)
def test_every_answer_is_what_the_document_says(client, world, path, name):
    answer = client.get(f"/api/v1/{path}").json()

    require(answer, component(name))
    assert keys_beyond(answer, component(name)) == set()
    assert answer.get("results", True)


def keys_beyond(value, schema, root=None, where=""):
    """Return the members that an answer has and the document does not speak of."""
    root = root or schema
    schema = resolved(schema, root)
    if isinstance(value, list):
        return set().union(
            *(keys_beyond(one, schema.get("items", {}), root, where) for one in value), set()
        )
    if not isinstance(value, dict) or "properties" not in schema:
        return set()
    beyond = {f"{where}{name}" for name in value if name not in schema["properties"]}
    for name, inner in value.items():
        if name in schema["properties"]:
            beyond |= keys_beyond(inner, schema["properties"][name], root, f"{where}{name}.")
    return beyond


def resolved(schema, root):
    for key in ("allOf", "oneOf", "anyOf"):
        if key in schema:
            schema = next((one for one in schema[key] if "$ref" in one), schema[key][0])
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return resolved(root["components"]["schemas"][name], root)
    return schema
