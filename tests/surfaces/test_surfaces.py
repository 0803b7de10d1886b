"""Nothing that is hidden shows anywhere: no word of it, and no difference that it makes."""

import pytest

from articles.models import StoredDocument
from articles.selectors.clock import database_now
from tests.surfaces.addresses import former_paths, public_addresses
from tests.surfaces.crawl import CHANGES, ask, is_told_end, leaks
from tests.surfaces.marks import marked_models, text_columns
from tests.surfaces.world import NOTE, delete_hidden, set_window

pytestmark = pytest.mark.django_db

UNKNOWN = "/technology/2026/11/nobody-wrote-this-0123abcd/"
FORMS = ("", ".jsonld", ".ninjs", ".md", ".atom")
ESTIMATES = "count=estimate"
"""The planner's guess goes by the size of the whole table."""
SHOWN = {
    "headline", "summary", "heading", "statement", "figure", "quotation", "question", "answer",
    "bio", "slug", "PersonFactory name", "OrganizationFactory name", "TopicFactory name",
    "Article.slug", "Article.primary_source_name", "Article.primary_source_url", "Person.description",
    "Person.same_as", "Image.alt", "Image.credit", "Image.content_hash", "alias", "handle",
    "Article.public_id", "Affiliation.role",
}  # fmt: skip
"""What readers do find of an article that is public."""


def test_every_column_of_words_is_marked(world):
    columns = {
        f"{model.__name__}.{column.name}"
        for model in marked_models()
        for column in text_columns(model)
    }

    assert columns - world.marks.columns == set()


def test_what_is_hidden_shows_nowhere_and_changes_nothing(client, world):
    addresses = public_addresses(world)
    allowed = world.marks.of(NOTE)

    before = {address: ask(client, address) for address in addresses}
    delete_hidden(world)
    after = {address: ask(client, address) for address in addresses}

    found = [one for line in before.items() for one in leaks(world.marks, allowed, *line)]
    assert [one for one in found if not is_told_end(*one)] == []
    changed = [address for address in addresses if before[address] != after[address]]
    alike = [address for address in changed if not address.endswith(ESTIMATES)]
    assert [address for address in alike if not address.startswith(CHANGES)] == []


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_no_validator_tells_that_something_is_there(client, world, method):
    for owner in ("scheduled", "expired"):
        article = world.articles[owner]
        document = StoredDocument.objects.get(article=article)
        for suffix in ("", *FORMS):
            held = f'"{document.etag}-json", "{document.etag}", *'
            asked = {"If-None-Match": held, "If-Modified-Since": "Tue, 01 Jan 2030 00:00:00 GMT"}
            known = f"/api/v1/articles/{article.public_id}"
            unknown = "/api/v1/articles/0190a0a0-0000-7000-8000-000000000000"
            end = suffix or "/"

            assert ask(client, known + end, method, **asked).status == 404
            assert ask(client, unknown + end, method, **asked).status == 404
        for path in (document.path, *former_paths(article)):
            assert ask(client, path, method, **asked) == ask(client, UNKNOWN, method, **asked)


def test_the_same_marks_are_found_once_their_article_is_public(client, world):
    article = world.articles["scheduled"]
    now = database_now()
    set_window(article, now, None)
    person = world.subjects["scheduled"].person
    addresses = [
        StoredDocument.objects.get(article=article).path,
        f"/people/{person.slug}/",
        f"/search/?q={person.name}",
        f"/api/v1/people/{person.slug}/",
        *(f"/api/v1/articles/{article.public_id}{form or '/'}" for form in FORMS),
    ]

    found = {
        what for one in addresses for _, _, what in leaks(world.marks, set(), one, ask(client, one))
    }

    assert found >= SHOWN
