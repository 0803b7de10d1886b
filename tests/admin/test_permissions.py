"""Every page of an article, for everybody, in every state that matters: one table."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.admin.articles import PAGES
from articles.models import Article, Finding, Mention, Status
from tests.factories import SectionFactory

LOGIN, OK, FORBIDDEN, NOTHING = 302, 200, 403, 404
OUTSIDERS = {"visitor": LOGIN, "reader with account": LOGIN, "editor switched off": LOGIN}
READERS = {
    "owner": OK,
    "other reporter": NOTHING,
    "section editor": OK,
    "editor": OK,
    "administrator": OK,
} | OUTSIDERS
JUDGES = READERS | {"owner": FORBIDDEN}
WRITERS = READERS

# page -> method -> who gets what, for a draft in the section editor's section
TABLE = {
    "review": ("get", READERS),
    "history": ("get", READERS),
    "preview": ("get", READERS),
    "progress": ("get", READERS),
    "subjects": ("get", READERS),
    "publishing": ("get", READERS),
    "change": ("get", WRITERS),
    "judge": ("post", JUDGES),
    "mark": ("post", JUDGES),
    "accept-sure": ("post", JUDGES),
    "reject-unlikely": ("post", JUDGES),
    "read-again": ("post", WRITERS),
    "finding": ("post", JUDGES),
}


@pytest.fixture
def ask(at_desk, enriched):
    """Ask for a page of the article as somebody; a redirect inside the desk counts as done."""
    mention = Mention.objects.first()
    finding = Finding.objects.create(
        revision=enriched.draft_revision, code="test", severity="notice", message="Look."
    )
    sent = {
        "judge": {"question": f"mention-{mention.pk}", "answer": "rejected"},
        "mark": {"words": "lorries", "kind": "PRODUCT"},
        "finding": {"status": "dismissed"},
    }

    def request(user, page, method="get"):
        arguments = [enriched.pk, finding.pk] if page == "finding" else [enriched.pk]
        address = reverse(f"admin:articles_article_{page}", args=arguments)
        answer = getattr(at_desk(user), method)(address, sent.get(page, {}))
        if answer.status_code == LOGIN and "/login/" not in answer.headers["Location"]:
            return OK
        return answer.status_code

    return request


def test_the_table_names_every_page():
    assert set(PAGES) <= set(TABLE)


@pytest.mark.parametrize("page", TABLE)
def test_a_draft_opens_to_exactly_these(page, ask, cast):
    method, expected = TABLE[page]

    assert {who: ask(user, page, method) for who, user in cast.items()} == expected


@pytest.mark.parametrize("page", ["review", "change", "history", "preview", "publishing"])
@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.WITHDRAWN])
def test_a_published_article_shows_its_draft_to_nobody_else(page, status, ask, cast, enriched):
    publish(enriched, status)

    assert ask(cast["other reporter"], page) == NOTHING
    assert ask(cast["owner"], page) == OK


def test_a_section_editor_is_nobody_in_another_section(ask, cast, enriched):
    Article.objects.filter(pk=enriched.pk).update(
        section=SectionFactory(slug="sport", name="Sport")
    )

    assert ask(cast["section editor"], "review") == NOTHING
    assert ask(cast["section editor"], "judge", "post") == NOTHING


def test_answers_are_taken_by_post_only(ask, cast):
    for page in ("judge", "mark", "accept-sure", "reject-unlikely", "read-again", "finding"):
        assert ask(cast["editor"], page) == 405


STAFF = ["owner", "section editor", "editor", "administrator"]
# model -> who may list it, who may add to it
MODELS = {
    "article": (STAFF, STAFF),
    "person": (STAFF, STAFF[1:]),
    "organization": (STAFF, STAFF[1:]),
    "topic": (STAFF, STAFF[1:]),
    "excludedname": (STAFF, STAFF[1:]),
    "section": (STAFF, ["administrator"]),
    "source": (STAFF, STAFF[1:]),
    "image": (STAFF, STAFF),
    "page": (STAFF, STAFF[2:]),
    "job": (STAFF, []),
    "post": (STAFF, []),
    "revision": (STAFF, []),
    "judgement": (STAFF, []),
    "auditentry": (["administrator"], []),
    "user": (STAFF, ["administrator"]),
    "apikey": (["administrator"], ["administrator"]),
    "webhookendpoint": (["administrator"], ["administrator"]),
    "delivery": (["administrator"], []),
}


def test_every_model_of_the_desk_is_in_the_table():
    assert {model._meta.model_name for model in admin.site._registry} == set(MODELS)


@pytest.mark.parametrize("model", MODELS)
def test_models_open_to_exactly_these(model, at_desk, cast):
    listed, added = [
        [
            who
            for who in STAFF
            if at_desk(cast[who]).get(reverse(f"admin:articles_{model}_{view}")).status_code == OK
        ]
        for view in ("changelist", "add")
    ]

    assert (listed, added) == MODELS[model]


def test_only_excluded_names_our_own_pages_and_endpoints_are_taken_away_at_the_desk(
    rf, administrator
):
    request = rf.get("/")
    request.user = administrator
    removable = [
        model._meta.model_name
        for model, desk in admin.site._registry.items()
        if desk.has_delete_permission(request)
    ]

    assert removable == ["excludedname", "page", "webhookendpoint"]


def publish(article, status):
    Article.objects.filter(pk=article.pk).update(
        status=status,
        live_revision=article.draft_revision,
        first_published_at="2026-01-01T00:00Z",
        updated_at="2026-01-01T00:00Z",
        visible_from="2026-01-01T00:00Z",
        withdrawn_at="2026-01-02T00:00Z" if status == Status.WITHDRAWN else None,
    )
