"""The desk's addresses: every method × role × state × key has a declared answer.

`test_permissions` fails for a route that is declared neither here nor there.
"""

import datetime as dt
import json
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from articles.actions.publish_article import publish_article
from articles.actions.revoke_api_key import revoke_api_key
from articles.actions.withdraw_article import withdraw_article
from articles.models import ApiKey, Article, Finding, Image, Scope, Status
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
ROLES = [
    "reader with account",
    "owner",
    "other reporter",
    "section editor",
    "section editor elsewhere",
    "editor",
    "administrator",
]
EDITORS = {"section editor", "editor", "administrator"}
AT_WORK = EDITORS | {
    "owner"
}  # who works on the article of the table; to the others it is not there
LIVE = {Status.SCHEDULED, Status.PUBLISHED}
JUDGED = {"answer": "rejected"}
UNAPPROVED = {Status.DRAFT, Status.IN_REVIEW}


def anybody_at_work(role, status):
    return 200


def writers(role, status):
    return 403 if role == "owner" and status not in UNAPPROVED else 200


def editors(role, status):
    return 200 if role in EDITORS else 403


def editors_from(*states):
    """Only from there: 409 for editors elsewhere, 403 for the writer everywhere."""

    def answer(role, status):
        if role not in EDITORS:
            return 403
        return 200 if status in states else 409

    return answer


def writers_from_draft(role, status):
    """Whoever may edit, from a draft."""
    if writers(role, status) == 403:
        return 403
    return 200 if status == Status.DRAFT else 409


@dataclass(frozen=True)
class Operation:
    """One method of one route: the scopes of which a key needs one, and who gets which answer."""

    route: str
    method: str
    scopes: tuple
    answers: object = anybody_at_work
    body: dict = field(default_factory=dict)
    success: int = 200
    upload: bool = False
    of: str = "article"  # whose id stands in the address; "": nobody's, and whoever has a role may


OPERATIONS = [
    Operation("desk-articles", "GET", (Scope.DESK_READ,), of=""),
    Operation(
        "desk-articles",
        "POST",
        (Scope.ARTICLES_WRITE,),
        of="",
        success=201,
        body={"headline": "A compiler moves"},
    ),
    Operation("desk-article", "GET", (Scope.DESK_READ,)),
    Operation("desk-article", "PATCH", (Scope.ARTICLES_WRITE,), writers, {"summary": "Another."}),
    *(
        Operation(f"desk-article-{verb}", "POST", (scope,), answers, body)
        for verb, scope, answers, body in [
            ("submit", Scope.ARTICLES_WRITE, writers_from_draft, {"note": "Done."}),
            ("approve", Scope.ARTICLES_PUBLISH, editors_from(*UNAPPROVED), {}),
            (
                "return",
                Scope.ARTICLES_PUBLISH,
                editors_from(Status.IN_REVIEW, Status.APPROVED),
                {},
            ),
            ("publish", Scope.ARTICLES_PUBLISH, editors, {}),
            (
                "schedule",
                Scope.ARTICLES_PUBLISH,
                editors_from(*(status for status in Status if status != Status.PUBLISHED)),
                {"visible_from": "2199-01-01T00:00:00Z"},
            ),
            ("correct", Scope.ARTICLES_PUBLISH, editors_from(*LIVE), {"note": "Forty."}),
            ("withdraw", Scope.ARTICLES_PUBLISH, editors_from(*LIVE, Status.WITHDRAWN), {}),
        ]
    ),
    *(
        Operation(f"desk-{of}-judgement", "POST", (Scope.PROPOSALS_JUDGE,), editors, JUDGED, of=of)
        for of in ("mention", "citation", "figure")
    ),
    Operation(
        "desk-finding-answer",
        "POST",
        (Scope.PROPOSALS_JUDGE,),
        editors,
        {"status": "dismissed"},
        of="finding",
    ),
    # Who may do these is asked before their bodies are looked at, and these have none.
    Operation("desk-media", "POST", (Scope.MEDIA_WRITE,), of="", success=422, upload=True),
    Operation("desk-picture", "GET", (Scope.DESK_READ,), of="picture"),
    Operation("extract", "POST", (Scope.DESK_READ, Scope.POSTS_WRITE), of="", success=422),
]
IDS = [f"{one.method} {one.route}" for one in OPERATIONS]


@pytest.fixture
def article_in(write, reporter, editor):
    """Return a function that brings an article of the reporter into a state."""

    def brought(status):
        article = write(created_by=reporter, person=PersonFactory())
        Finding.objects.create(
            revision=article.draft_revision, code="x", severity="notice", message="?", spans=[]
        )
        if status in LIVE | {Status.WITHDRAWN}:
            later = timezone.now() + dt.timedelta(days=1)
            begin = {"visible_from": later} if status == Status.SCHEDULED else {}
            publish_article(article_id=article.pk, by=editor, **begin)
        if status == Status.WITHDRAWN:
            withdraw_article(article_id=article.pk, by=editor)
        elif status in UNAPPROVED | {Status.APPROVED}:
            Article.objects.filter(pk=article.pk).update(status=status)
        return Article.objects.get(pk=article.pk)

    return brought


@pytest.fixture
def users(cast):
    from articles.models import Role
    from tests.factories import SectionFactory, UserFactory

    elsewhere = UserFactory(username="else", role=Role.SECTION_EDITOR)
    elsewhere.sections.add(SectionFactory(slug="culture", name="Culture"))
    return {**cast, "section editor elsewhere": elsewhere}


@pytest.mark.parametrize("status", Status)
def test_each_role_gets_the_declared_answer_in_each_state(
    client, users, article_in, key_of, status
):
    article = article_in(status)
    keys = {role: key_of(users[role], *Scope) for role in ROLES}

    answers = {
        (one.method, one.route, role): ask(client, one, article, keys[role])
        for one in OPERATIONS
        for role in ROLES
    }

    assert answers == {
        (one.method, one.route, role): declared(one, role, status)
        for one in OPERATIONS
        for role in ROLES
    }


@pytest.mark.parametrize("operation", OPERATIONS, ids=IDS)
def test_a_key_reaches_as_far_as_its_scopes_and_as_long_as_it_lives(
    client, users, article_in, key_of, operation
):
    article, editor = article_in(Status.PUBLISHED), users["editor"]
    others = [scope for scope in Scope if scope not in operation.scopes]
    keys = {
        "no key": {},
        "no such key": {"HTTP_AUTHORIZATION": "Bearer newsroom_nonsense"},
        "other scopes": key_of(editor, *others),
        "revoked": key_of(editor, *Scope),
        "expired": key_of(editor, *Scope),
        "of a user switched off": key_of(users["administrator"], *Scope),
        **{f"only {scope}": key_of(editor, scope) for scope in operation.scopes},
    }
    by_age = dict(zip(keys, [None, None, *ApiKey.objects.order_by("pk")], strict=False))
    revoke_api_key(prefix=by_age["revoked"].prefix)
    ApiKey.objects.filter(pk=by_age["expired"].pk).update(expires_at=timezone.now())
    users["administrator"].is_active = False
    users["administrator"].save()

    answers = {name: ask(client, operation, article, key) for name, key in keys.items()}

    assert answers == {
        "no key": 401,
        "no such key": 401,
        "other scopes": 403,
        "revoked": 401,
        "expired": 401,
        "of a user switched off": 401,
        **{
            f"only {scope}": declared(operation, "editor", Status.PUBLISHED)
            for scope in operation.scopes
        },
    }


def test_no_other_method_is_there(client, article_in, users, key_of):
    article, key = article_in(Status.DRAFT), key_of(users["editor"], *Scope)
    declared_methods = {(one.route, one.method) for one in OPERATIONS}
    declared_methods |= {(route, "HEAD") for route, method in declared_methods if method == "GET"}

    answers = {
        (one.route, method): ask(client, one, article, key, method=method)
        for one in OPERATIONS
        for method in METHODS
        if (one.route, method) not in declared_methods
    }

    assert set(answers.values()) == {405}


@pytest.mark.parametrize("operation", OPERATIONS, ids=IDS)
def test_a_session_is_nobody_here(client, article_in, users, operation):
    client.force_login(users["administrator"])

    assert ask(client, operation, article_in(Status.DRAFT), {}) == 401


def ask(client, operation, article, key, method=None):
    """Return the status, and undo what the request did."""
    kind = "multipart/form-data; boundary=x" if operation.upload else "application/json"
    seen = {} if operation.method == "GET" else {"HTTP_IF_MATCH": f'"{article.version}"'}
    arguments = []
    if operation.of == "picture":
        arguments = [Image.objects.get_or_create(alt="Halves")[0].public_id]
    elif operation.of == "article":
        arguments = [article.public_id]
    elif operation.of:
        arguments = [getattr(article.draft_revision, f"{operation.of}s").first().pk]
    with transaction.atomic():
        response = client.generic(
            method or operation.method,
            reverse(f"api:{operation.route}", args=arguments),
            "" if operation.upload else json.dumps(operation.body),
            content_type=kind,
            **seen,
            **key,
        )
        transaction.set_rollback(True)
    return response.status_code


def declared(operation, role, status):
    if role == "reader with account":
        return 403
    if operation.of in ("", "picture"):
        return operation.success
    if role not in AT_WORK:
        return 404
    return operation.answers(role, status)
