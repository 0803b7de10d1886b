"""Lists of figures, corrections and revisions: what was published of them, narrowed and walked."""

import datetime as dt
from itertools import pairwise

import pytest
from django.utils import timezone

from articles.actions.correct_article import correct_article
from articles.actions.publish_article import publish_article
from articles.actions.revise_article import revise_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import Article, Citation, Correction, Figure, StoredDocument, StoredFigure
from tests.api.test_openapi import component, keys_beyond, require
from tests.factories.departure import publish_departure

pytestmark = pytest.mark.django_db
API = "/api/v1/"
HOUR = dt.timedelta(hours=1)


def results(client, path, query=""):
    response = client.get(f"{API}{path}?{query}")
    assert response.status_code == 200, response.content
    return response.json()["results"]


def walked(client, path, query=""):
    """Return every page on from the first, and back again from the last."""
    pages = [client.get(f"{API}{path}?limit=1&{query}").json()]
    while after := pages[-1]["next"]:
        pages.append(client.get(after.removeprefix("http://testserver")).json())
    back = [pages[-1]]
    while before := back[-1]["previous"]:
        back.append(client.get(before.removeprefix("http://testserver")).json())
    forth = [one for page in pages for one in page["results"]]
    assert [one for page in back for one in page["results"]] == forth[::-1]
    return forth


def revise(article, editor, headline):
    """Give the draft another headline, and leave its other words."""
    draft = article.draft_revision
    revise_article(
        article_id=article.pk,
        by=editor,
        expected_version=article.version,
        headline=headline,
        summary=draft.summary,
        body=draft.body,
    )


@pytest.fixture
def corrected(editor):
    """The article that has everything, in its third revision; the first was corrected."""
    article = publish_departure(by=editor)
    earlier = timezone.now().replace(microsecond=0) - 2 * HOUR
    Article.objects.update(first_published_at=earlier, updated_at=earlier, visible_from=earlier)
    StoredDocument.objects.update(published_at=earlier, updated_at=earlier, visible_from=earlier)
    for headline in ("Lumen changes hands", "Lumen has changed hands"):
        article.refresh_from_db()
        revise(article, editor, headline)
        if headline == "Lumen changes hands":
            correct_article(
                article_id=article.pk, by=editor, note="The year was wrong.", was="2024", now="2025"
            )
        publish_article(article_id=article.pk, by=editor)
    article.refresh_from_db()
    return article


# --- figures


def test_a_figure_is_listed_with_whom_it_is_about_once(client, world, django_assert_num_queries):
    with django_assert_num_queries(1):
        (figure,) = results(client, "figures/")

    assert figure["quote"] == "40 members"
    assert figure["article"]["id"] == str(world["article"].public_id)
    assert figure["about"] == []
    require({"results": [figure], "next": None, "previous": None}, component("FigureListedPage"))


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("topic=lumen", True),
        ("unit=percent", True),
        ("unit=members", False),
        ("topic=lumen&unit=percent", True),
        ("topic=lumen&organization=harbor-labs", False),
        ("person=nobody-at-all", False),
        ("article={id}", True),
        ("article=0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00", False),
    ],
)
def test_figures_narrow(client, editor, query, is_found):
    article = publish_departure(by=editor)

    found = results(client, "figures/", query.format(id=article.public_id))

    assert bool(found) == is_found
    for figure in found:
        assert [one["slug"] for one in figure["about"]] == ["lumen"]
        assert figure["sentence"] == "Lumen is used by over 90 percent of laboratories."
        assert keys_beyond(figure, component("FigureListed")) == set()


def test_a_figure_about_two_is_one_figure(client, editor):
    article = publish_departure(by=editor)
    stored = StoredFigure.objects.get()
    StoredFigure.objects.create(
        **{
            name: getattr(stored, name)
            for name in (
                *("document_id", "figure_id", "visible_from", "published_at", "measure", "low"),
                *("high", "holds_from", "holds_until", "unit", "record", "listed"),
            )
        },
        kind="person",
        target_id=article.bylines.get().person_id,
    )

    assert len(results(client, "figures/")) == 1
    assert len(results(client, "figures/", "topic=lumen&person=mara-lind")) == 1


def test_figures_are_walked_both_ways(client, publish):
    for _ in range(3):
        publish()
    keys = Figure.objects.order_by("-pk").values_list("pk", flat=True)

    assert [one["id"] for one in walked(client, "figures/")] == list(keys)


def test_a_figure_as_it_is_listed_is_the_one_of_its_article(client, editor):
    article = publish_departure(by=editor)
    (listed,) = results(client, "figures/")
    (figure,) = client.get(f"{API}articles/{article.public_id}/").json()["figures"]

    assert {name: listed[name] for name in figure} == figure


def test_a_figure_larger_than_any_whole_number_of_json_is_written_all_the_same(
    client, publish, editor
):
    article = publish()
    Figure.objects.update(value="123456789012345678901234")
    publish_article(article_id=article.pk, by=editor)

    assert results(client, "figures/")[0]["value"] == 1.2345678901234568e23


# --- corrections


def test_a_correction_says_what_it_superseded(client, corrected, django_assert_num_queries):
    with django_assert_num_queries(1):
        (correction,) = results(client, "corrections/")

    page = f"http://testserver{corrected.document.path}"
    assert correction["note"] == "The year was wrong."
    assert correction["article"]["headline"] == "Lumen has changed hands"
    assert correction["superseded"] == {"number": 1, "url": f"{page}revisions/1/"}
    assert client.get(correction["superseded"]["url"]).status_code == 200
    assert keys_beyond(correction, component("CorrectionListed")) == set()


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("section=technology", True),
        ("section=sport", False),
        ("article={id}", True),
        ("article=0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00", False),
        ("published_from=2000-01-01", True),
        ("published_to=2000-01-01", False),
        ("published_from=2100-01-01", False),
        ("published_from={at}&published_to={at}", True),
    ],
)
def test_corrections_narrow(client, corrected, query, is_found):
    at = Correction.objects.get().published_at.strftime("%Y-%m-%dT%H:%M:%SZ")

    found = results(client, "corrections/", query.format(id=corrected.public_id, at=at))

    assert bool(found) == is_found


def test_corrections_are_walked_both_ways(client, publish, editor):
    for number in range(3):
        article = publish()
        correct_article(article_id=article.pk, by=editor, note=f"Number {number}.")
        publish_article(article_id=article.pk, by=editor)
    Correction.objects.update(published_at=timezone.now())

    notes = [one["note"] for one in walked(client, "corrections/")]

    assert notes == ["Number 2.", "Number 1.", "Number 0."]


def test_a_correction_waits_for_its_publication(client, publish, editor):
    article = publish()
    correct_article(article_id=article.pk, by=editor, note="Soon.")

    assert results(client, "corrections/") == []


# --- revisions


def test_revisions_are_what_readers_read(client, corrected, django_assert_num_queries):
    address = f"articles/{corrected.public_id}/revisions/"
    with django_assert_num_queries(2):
        found = results(client, address)

    assert [(one["number"], one["headline"], one["is_live"]) for one in found] == [
        (3, "Lumen has changed hands", True),
        (2, "Lumen changes hands", False),
        (1, "Ines Ferreira hands over Lumen", False),
    ]
    assert found[0]["superseded_at"] is None
    for newer, older in pairwise(found):
        assert newer["published_at"] == older["superseded_at"]
    detail = client.get(f"{API}articles/{corrected.public_id}/").json()
    assert found[-1]["published_at"] == detail["published_at"]
    assert all(client.get(one["url"]).status_code == 200 for one in found)
    assert walked(client, address) == found
    assert results(client, f"articles/{corrected.slug}/revisions/") == found
    require({"results": found, "next": None, "previous": None}, component("RevisionCardPage"))


def test_a_revision_gives_its_words_and_why_they_went(client, corrected):
    first = client.get(f"{API}articles/{corrected.public_id}/revisions/1/").json()
    live = client.get(f"{API}articles/{corrected.public_id}/revisions/3/").json()
    detail = client.get(f"{API}articles/{corrected.public_id}/").json()

    require(first, component("RevisionDetail"))
    assert keys_beyond(first, component("RevisionDetail")) == set()
    assert [one["note"] for one in first["corrections"]] == ["The year was wrong."]
    assert first["text"].startswith("Ines Ferreira hands over Lumen\n")
    assert live["corrections"] == []
    assert {name: live[name] for name in ("text", "parts", "body_html", "summary")} == {
        name: detail[name] for name in ("text", "parts", "body_html", "summary")
    }


def test_words_that_were_never_public_are_not_there(client, corrected, editor):
    revise(corrected, editor, "Secret")
    address = f"{API}articles/{corrected.public_id}/revisions/"

    assert b"Secret" not in client.get(address).content
    unknown = client.get(f"{address}999/")
    for number in ("4", "0", "9" * 30):
        hidden = client.get(f"{address}{number}/")
        assert (hidden.status_code, hidden.content) == (404, unknown.content)


def test_a_slug_that_it_once_had_leads_to_its_revisions(client, publish, editor):
    article = publish(slug="before")
    Article.objects.update(slug="after")
    publish_article(article_id=article.pk, by=editor)

    moved = client.get(f"{API}articles/before/revisions/")

    assert (moved.status_code, moved["Location"]) == (
        301,
        f"{API}articles/{article.public_id}/revisions/",
    )


# --- what is hidden


@pytest.mark.parametrize("how", ["withdrawn", "expired", "later"])
def test_of_a_hidden_article_nothing_is_listed(client, corrected, editor, how):
    now = timezone.now()
    if how == "withdrawn":
        withdraw_article(article_id=corrected.pk, by=editor)
    for model in (StoredDocument, StoredFigure):
        if how == "expired":
            model.objects.update(visible_until=now - dt.timedelta(minutes=1))
        if how == "later":
            model.objects.update(visible_from=now + HOUR)

    assert results(client, "figures/") == results(client, "corrections/") == []
    assert results(client, "figures/", f"article={corrected.public_id}") == []
    for path in ("revisions/", "revisions/1/", "revisions/3/"):
        hidden = client.get(f"{API}articles/{corrected.public_id}/{path}")
        unknown = client.get(f"{API}articles/0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00/{path}")
        assert (hidden.status_code, hidden.content) == (404, unknown.content)
        assert hidden.headers == unknown.headers


def test_of_an_article_withdrawn_with_a_note_the_note_is_given(client, corrected, editor):
    withdraw_article(article_id=corrected.pk, by=editor, note="We were wrong.")

    answer = client.get(f"{API}articles/{corrected.public_id}/revisions/1/")

    assert (answer.status_code, answer.json()["note"]) == (410, "We were wrong.")


# --- selectors


def test_every_selector_finds_its_words_in_the_text(client, corrected, editor):
    detail = client.get(f"{API}articles/{corrected.public_id}/").json()
    annotated = [one for layer in ("mentions", "citations", "figures") for one in detail[layer]]
    listed = [*results(client, "figures/"), *results(client, "citations/")]

    assert len(annotated) > 5
    for one in (*annotated, *listed):
        quote, position = one["selector"]
        begin, end = position["start"], position["end"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert detail["text"][begin:end] == quote["exact"] == one["quote"]
        assert detail["text"][:begin].endswith(quote["prefix"])
        assert detail["text"][end:].startswith(quote["suffix"])
    assert Citation.objects.exists()
