"""The JSON forms are a contract: names, types and the numbers that tie them together."""

import json

import pytest

from articles.actions.write_documents import write_documents
from articles.documents import RENDERER_VERSION, build_documents
from articles.models import Article, FacetKind, Organization, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def detail(stored):
    return json.loads(stored.detail)


def test_the_detail_holds_every_part(detail):
    assert set(detail) == {
        "id", "url", "headline", "summary", "body_html", "text", "parts", "section", "kind",
        "language", "published_at", "updated_at", "source", "authors", "people", "organizations",
        "topics", "mentions", "citations", "figures", "faq", "cards", "corrections", "version", "image",
    }  # fmt: skip


def test_the_card_holds_what_lists_need(stored):
    assert set(json.loads(stored.card)) == {
        "id", "url", "headline", "summary", "section", "kind", "language",
        "published_at", "updated_at", "authors", "image",
    }  # fmt: skip


@pytest.mark.parametrize("layer", ["mentions", "citations", "figures"])
def test_every_annotation_points_at_its_words(detail, layer):
    assert detail[layer]
    for one in detail[layer]:
        assert detail["text"][one["start"] : one["end"]] == one["quote"]


def test_parts_and_grounds_point_into_the_text(detail):
    words = {one["name"]: detail["text"][one["start"] : one["end"]] for one in detail["parts"]}
    ground = detail["faq"][0]["ground"]

    assert words["headline"] == detail["headline"]
    assert words["faq[0].question"] == detail["faq"][0]["question"]
    assert detail["text"][ground["start"] : ground["end"]].startswith("Harbor Labs said")


def test_a_mention_names_its_target_by_public_id(detail):
    ines = Person.objects.get(slug="ines-ferreira")

    assert detail["mentions"][0]["target"] == {"type": "person", "id": str(ines.public_id)}
    assert detail["people"][0]["id"] == str(ines.public_id)


def test_a_citation_says_whether_it_is_linked(detail):
    linked, unlinked = detail["citations"]

    assert (linked["id"], linked["link"], linked["medium"]) == (1, "linked", "post")
    assert linked["url"] == "https://x.com/inesferreira/status/1"
    assert linked["cue"]["text"] == "According to"
    assert (unlinked["id"], unlinked["link"], unlinked["url"]) == (2, "none", None)
    assert unlinked["source"]["name"] == "Harbor Labs"


def test_a_figure_gives_its_number_and_its_source(detail):
    (figure,) = detail["figures"]

    assert (figure["value"], figure["unit"], figure["citation"]) == (90, "percent", 2)


def test_the_markup_names_authors_subjects_sources_and_breadcrumbs(stored):
    nodes = {node["@type"]: node for node in json.loads(stored.json_ld)["@graph"]}
    article = nodes["AnalysisNewsArticle"]

    assert [one["name"] for one in article["author"]] == ["Mara Lind"]
    assert [one["name"] for one in article["about"]] == ["Ines Ferreira", "Lumen"]
    assert [one["name"] for one in article["mentions"]] == ["Harbor Labs"]
    assert "https://www.wikidata.example/Q1" in article["about"][0]["sameAs"]
    assert [one.get("url") for one in article["citation"]] == [
        "https://x.com/inesferreira/status/1",
        None,
    ]
    assert article["isBasedOn"]["url"] == "https://ines.example/farewell"
    assert len(nodes["BreadcrumbList"]["itemListElement"]) == 3
    assert nodes["FAQPage"]["mainEntity"][0]["name"] == "Who runs Lumen now?"
    assert article["publisher"]["@id"] == nodes["NewsMediaOrganization"]["@id"]


def test_facets_and_dependencies_name_everybody_once(published):
    built = build_documents(published)
    kinds = sorted(kind for kind, *_ in built.facets)

    assert kinds == sorted(
        [
            FacetKind.AUTHOR,
            FacetKind.ORGANIZATION,
            FacetKind.PERSON,
            FacetKind.SECTION,
            FacetKind.TOPIC,
        ]
    )
    assert len(built.depends_on) == len(set(built.depends_on)) == 5
    assert built.renderer_version == RENDERER_VERSION


def test_the_same_article_gives_the_same_bytes(published):
    article = Article.objects.get(pk=published.pk)

    assert build_documents(article) == build_documents(Article.objects.get(pk=published.pk))


def test_the_etag_moves_with_any_form(published, stored):
    Organization.objects.update(name="Harbour Labs")

    [again] = write_documents(articles=[Article.objects.get(pk=published.pk)])

    assert again.etag != stored.etag
    assert "Harbour Labs" in again.detail
    assert again.updated_at == stored.updated_at


def test_an_article_without_a_live_revision_is_refused(published):
    published.live_revision = None

    with pytest.raises(ValueError, match="live revision"):
        build_documents(published)
