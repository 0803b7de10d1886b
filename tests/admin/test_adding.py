"""A post is pasted or uploaded; the same post twice says so."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Article, Post
from tests.actions.conftest import POST


@pytest.fixture
def add(at_desk, reporter):
    def send(user=reporter, **fields):
        address = reverse("admin:articles_article_add")
        return at_desk(user).post(address, {"source": "Wire", **fields})

    return send


def test_pasted_words_become_an_article_to_review(add, reporter):
    response = add(words=POST, format="markdown")

    article = Article.objects.get()
    assert response.headers["Location"] == reverse(
        "admin:articles_article_review", args=[article.pk]
    )
    assert article.created_by == reporter
    assert article.draft_revision.headline == "Harbour bridge closes for repairs"


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("post.md", POST, "markdown"),
        ("post.txt", "A headline of its own\n\nA paragraph that says something.", "text"),
        (
            "post.html",
            "<article><h1>A headline of its own</h1><p>A paragraph that says it.</p></article>",
            "html",
        ),
    ],
)
def test_a_file_is_read_as_its_name_says(add, name, body, expected):
    add(file=SimpleUploadedFile(name, body.encode()))

    post = Post.objects.get()
    assert (post.format, post.file_name) == (expected, name)


def test_the_same_post_again_is_shown_and_not_stored(add):
    add(words=POST, format="markdown")
    response = add(words=POST, format="markdown")

    article = Article.objects.get()
    shown = response.content.decode()
    assert response.status_code == 409
    assert "The same post is here already" in shown
    assert reverse("admin:articles_article_review", args=[article.pk]) in shown


def test_another_reporter_is_not_shown_whose_it_is(add, other_reporter):
    add(words=POST, format="markdown")
    response = add(user=other_reporter, words=POST, format="markdown")

    shown = response.content.decode()
    assert "The same post is here already" in shown
    assert "Harbour bridge" not in shown.partition("<form method")[0]
    assert "/review/" not in shown


def test_the_same_id_with_other_words_is_refused_with_the_words_kept(add):
    add(words=POST, format="markdown")
    other = POST.replace("closes", "opens")
    response = add(words=other, format="markdown")

    assert "with other words" in response.content.decode()
    assert response.context["form"]["words"].value() == other
    assert Post.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "words"),
        ({"words": "  \n "}, "words"),
        ({"words": "Words.", "source": ""}, "source"),
        ({"file": SimpleUploadedFile("post.pdf", b"%PDF")}, "file"),
        ({"words": "Words.", "section": "nowhere"}, "section"),
    ],
)
def test_errors_stand_beside_their_field(add, fields, field):
    response = add(**fields)

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert not Post.objects.exists()


def test_an_unreadable_post_names_the_reason_beside_the_words(add):
    response = add(words="<div>" * 2000, format="html")

    assert response.status_code == 200
    assert response.context["form"].errors["words"]


def test_the_section_that_was_chosen_wins(add, technology):
    add(words="A headline of its own\n\nA paragraph.", section="technology")

    assert Article.objects.get().section == technology
