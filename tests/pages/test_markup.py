"""What a machine reads out of our pages, by an extractor that knows nothing of us."""

import json

import extruct
import pytest
from django.contrib.staticfiles import finders
from PIL import Image

from articles.actions.correct_article import correct_article
from articles.actions.publish_article import publish_article
from articles.models import Article, ArticleKind, Byline
from tests.factories import PersonFactory
from tests.factories.departure import departure
from tests.markup import parse, select, texts

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


def extracted(client, path):
    page = client.get(path).content.decode()
    return extruct.extract(page, base_url=f"{HERE}{path}", syntaxes=["json-ld", "opengraph"])


def graph(client, path):
    """The nodes of a page by type. Each type stands there once."""
    (document,) = extracted(client, path)["json-ld"]
    nodes = document["@graph"]
    found = {node["@type"]: node for node in nodes}
    assert len(found) == len(nodes)
    return found


def news(client, path):
    (node,) = (node for kind, node in graph(client, path).items() if kind.endswith("NewsArticle"))
    return node


@pytest.fixture
def article(editor):
    """Corrected, and by two."""
    draft = departure()
    second = PersonFactory(name="Bo Berg", slug="bo-berg")
    Byline.objects.create(article=draft, person=second, position=1)
    publish_article(article_id=draft.pk, by=editor)
    correct_article(article_id=draft.pk, by=editor, note="A year was wrong.")
    return publish_article(article_id=draft.pk, by=editor)


@pytest.fixture
def detail(article):
    """The article's data as programs are given them."""
    return json.loads(article.document.detail)


@pytest.fixture
def node(client, article):
    return news(client, article.document.path)


@pytest.mark.parametrize(
    ("key", "ours"),
    [
        ("headline", "headline"),
        ("description", "summary"),
        ("url", "url"),
        ("mainEntityOfPage", "url"),
        ("inLanguage", "language"),
        ("datePublished", "published_at"),
        ("dateModified", "updated_at"),
    ],
)
def test_the_article_says_what_its_data_say(node, detail, key, ours):
    assert node[key] == detail[ours]


def test_everybody_who_signs_is_an_author_each_apart(node, detail):
    assert [{key: one[key] for key in ("@type", "name", "url")} for one in node["author"]] == [
        {"@type": "Person", "name": one["name"], "url": one["url"]} for one in detail["authors"]
    ]
    assert [one["name"] for one in node["author"]] == ["Mara Lind", "Bo Berg"]


def test_what_it_is_about_and_mentions_are_the_subjects_that_it_names(node, detail):
    named = [*detail["people"], *detail["organizations"], *detail["topics"]]
    marked = [*node["about"], *node["mentions"]]

    assert sorted(one["name"] for one in marked) == sorted(one["name"] for one in named)
    for one in named:
        (its,) = (node for node in marked if node["url"] == one["url"])
        assert set(one["same_as"]) <= set(its.get("sameAs", []))
        assert set(its.get("alternateName", [])) == {f"@{h['handle']}" for h in one["handles"]}


def test_each_citation_is_there_with_its_link_date_and_source(node, detail):
    assert [
        (one.get("url"), one.get("datePublished"), one["author"]["name"])
        for one in node["citation"]
    ] == [(one["url"], one["date"], one["source"]["name"]) for one in detail["citations"]]


def test_the_correction_is_told_and_stands_at_its_address(client, article, node, detail):
    (told,) = node["correction"]
    (own,) = detail["corrections"]

    assert (told["text"], told["datePublished"]) == (own["note"], own["published_at"])
    page = parse(client.get(article.document.path).content.decode())
    assert select(page, f"#{told['url'].partition('#')[2]}")


def test_it_names_its_origin_section_length_and_place(node, detail, article):
    start, end = next(
        (one["start"], one["end"]) for one in detail["parts"] if one["name"] == "body"
    )

    assert node["isBasedOn"]["url"] == detail["source"]["url"]
    assert node["isBasedOn"]["name"] == detail["source"]["name"]
    assert node["articleSection"] == detail["section"]["name"]
    assert node["wordCount"] == len(detail["text"][start:end].split())
    assert node["isPartOf"]["@id"] == f"{HERE}/#website"
    assert "speakable" not in node


def test_the_publisher_is_whole_and_the_same_everywhere(client, article, node):
    path = article.document.path
    publisher = graph(client, path)["NewsMediaOrganization"]

    assert node["publisher"] == {"@id": publisher["@id"]}
    assert publisher["name"] == "The Verifiable"
    assert publisher["logo"]["url"] == f"{HERE}/static/newsroom/logo.png"
    for other in ("/", "/people/ines-ferreira/"):
        assert graph(client, other)["NewsMediaOrganization"] == publisher


def test_the_logo_is_a_picture_of_the_size_that_is_told(client, article):
    told = graph(client, "/")["NewsMediaOrganization"]["logo"]

    with Image.open(finders.find("newsroom/logo.png")) as picture:
        assert picture.size == (told["width"], told["height"])


@pytest.mark.parametrize("kind", ArticleKind.values)
def test_the_type_is_that_of_the_kind_and_never_a_live_blog(client, editor, kind):
    draft = departure()
    Article.objects.filter(pk=draft.pk).update(kind=kind)
    path = publish_article(article_id=draft.pk, by=editor).document.path

    own = "" if kind == "news" else kind.capitalize()
    assert news(client, path)["@type"] == f"{own}NewsArticle"


def test_breadcrumbs_lead_from_the_front_page_to_the_article(client, article):
    steps = graph(client, article.document.path)["BreadcrumbList"]["itemListElement"]

    assert [one["position"] for one in steps] == [1, 2, 3]
    assert [one["item"] for one in steps] == [
        f"{HERE}/",
        f"{HERE}/technology/",
        f"{HERE}{article.document.path}",
    ]
    for one in steps:
        assert client.get(one["item"].removeprefix(HERE)).status_code == 200


def test_questions_are_marked_where_they_are_shown_and_only_there(client, article, detail, editor):
    path = article.document.path
    marked = graph(client, path)["FAQPage"]["mainEntity"]
    shown = texts(parse(client.get(path).content.decode()), ".faq h3")

    assert [one["name"] for one in marked] == shown == [one["question"] for one in detail["faq"]]
    assert [one["acceptedAnswer"]["text"] for one in marked] == [
        one["answer"] for one in detail["faq"]
    ]

    article.live_revision.faq.all().delete()
    publish_article(article_id=article.pk, by=editor)
    assert "FAQPage" not in graph(client, path)


def test_open_graph_says_the_same(client, article, detail):
    (found,) = extracted(client, article.document.path)["opengraph"]
    properties = dict(found["properties"])

    assert properties["og:type"] == "article"
    assert properties["og:title"] == detail["headline"]
    assert properties["og:description"] == detail["summary"]
    assert properties["og:url"] == detail["url"]
    assert properties["og:site_name"] == "The Verifiable"
    assert properties["article:published_time"] == detail["published_at"]
    assert properties["article:modified_time"] == detail["updated_at"]
    assert properties["article:section"] == detail["section"]["name"]
    for key, ours in (("article:author", "authors"), ("article:tag", "topics")):
        named = [value for name, value in found["properties"] if name == key]
        name = "url" if ours == "authors" else "name"
        assert named == [one[name] for one in detail[ours]]


def test_the_canonical_address_is_the_articles_own(client, article, detail):
    page = parse(client.get(f"{article.document.path}?from=elsewhere").content.decode())

    assert [one.get("href") for one in select(page, "link[rel='canonical']")] == [detail["url"]]
    assert select(page, "meta[name='twitter:card']")


def test_the_front_page_tells_how_to_search(client, article):
    site = graph(client, "/")["WebSite"]
    action = site["potentialAction"]

    assert site["@id"] == f"{HERE}/#website"
    assert action["query-input"] == "required name=search_term_string"
    target = action["target"]["urlTemplate"].replace("{search_term_string}", "Lumen")
    assert "Ines Ferreira hands over" in client.get(target.removeprefix(HERE)).content.decode()


@pytest.mark.parametrize(
    ("path", "page", "kind", "points"),
    [
        ("/people/mara-lind/", "ProfilePage", "Person", "mainEntity"),
        ("/people/ines-ferreira/", "CollectionPage", "Person", "about"),
        ("/organizations/harbor-labs/", "CollectionPage", "Organization", "about"),
    ],
)
def test_a_profile_is_only_for_those_who_write_here(client, article, path, page, kind, points):
    nodes = graph(client, path)

    assert nodes[page][points] == {"@id": f"{HERE}{path}"}
    assert nodes[kind]["@id"] == f"{HERE}{path}"
    assert nodes[kind]["name"] == texts(parse(client.get(path).content.decode()), "h1")[0]


def test_a_person_is_one_across_pages(client, article, node):
    (ines,) = (one for one in node["about"] if one["name"] == "Ines Ferreira")
    own = graph(client, "/people/ines-ferreira/")["Person"]

    assert {key: own[key] for key in ines} == ines
    assert "https://www.wikidata.example/Q1" in own["sameAs"]
    assert own["description"] == "Software engineer, known for Lumen."
