"""The demo's words: complete, distinct, and agreeing with its knowledge base."""

import datetime as dt
import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import frontmatter
import pytest
from lxml import html

import newsroom
from articles.models.choices import ArticleKind, TopicKind

DEMO = Path(newsroom.__file__).parent / "demo"
PATHS = sorted((DEMO / "posts").glob("*.md"))
POSTS = {path.stem: frontmatter.loads(path.read_text(encoding="utf-8")) for path in PATHS}
KNOWLEDGE = tomllib.loads((DEMO / "knowledge.toml").read_text(encoding="utf-8"))
PAGE = (DEMO / "pages" / "sutskever-leaves-openai.txt").read_text(encoding="utf-8")
SAVED = (DEMO / "pages" / "stable-diffusion-release.html").read_text(encoding="utf-8")

REQUIRED = {
    "external_id", "title", "summary", "authors", "published", "section", "kind",
    "language", "topics", "source", "faq",
}  # fmt: skip
SECTIONS = {"Artificial intelligence", "Open source", "Business", "Policy"}
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

every_post = pytest.mark.parametrize("post", POSTS.values(), ids=POSTS.keys())
every_group = pytest.mark.parametrize("group", ["people", "organizations", "topics", "staff"])


def names(group):
    return [entry["name"] for entry in KNOWLEDGE[group]]


def prose(post):
    """The words of a body, without its headings and the addresses of its links."""
    text = re.sub(r"^#+ .*$", "", post.content, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(text.split())


def sentences(post):
    whole = f"{post['title']}. {post['summary']} {prose(post)}"
    return {part for part in re.split(r"(?<=[.!?])\s+", whole) if len(part.split()) > 3}


def facts(text):
    """What an answer may not invent: its numbers, and its names, which do not begin a sentence."""
    return re.findall(r"\d[\d.,]*\d|\d|(?<=[a-z,:] )[A-Z]\w+", text)


def addresses(value):
    """Every address in a value read from TOML or YAML, at any depth."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [address for entry in value for address in addresses(entry)]
    return [value] if isinstance(value, str) and re.match(r"\w+://", value) else []


def test_it_has_enough_to_show():
    assert len(POSTS) >= 16
    assert len(names("people")) >= 25
    assert len(names("organizations")) >= 30
    assert len(names("topics")) >= 30
    assert {post["section"] for post in POSTS.values()} == SECTIONS
    assert {post["kind"] for post in POSTS.values()} == {
        "news",
        "analysis",
        "reportage",
        "background",
    }


def test_it_gives_every_post_an_id_and_a_title_of_its_own():
    for key in ("external_id", "title", "summary"):
        assert max(Counter(post[key] for post in POSTS.values()).values()) == 1


@every_post
def test_it_has_the_keys_of_a_post(post):
    assert set(post.keys()) >= REQUIRED
    assert post["section"] in SECTIONS
    assert post["kind"] in ArticleKind.values
    assert post["language"] == "en"


@every_post
def test_it_is_as_long_as_an_article_and_divided(post):
    assert 300 <= len(prose(post).split()) <= 900
    assert len(re.findall(r"^## \S", post.content, flags=re.MULTILINE)) >= 2


@every_post
def test_it_states_instants_with_a_zone_and_never_an_update_before_publication(post):
    moments = [post["published"], post.get("updated", post["published"])]

    assert all(moment.tzinfo for moment in moments)
    assert moments == sorted(moments)


@every_post
def test_it_links_to_secure_addresses_of_real_hosts(post):
    links = [post["source"]["url"], *re.findall(r"\]\(([^)]*)\)", post.content)]

    assert len(links) >= 2
    assert all(urlsplit(link).scheme == "https" for link in links)
    assert all("." in urlsplit(link).netloc for link in links)


@every_post
def test_it_answers_at_least_two_questions_from_the_body(post):
    assert len(post["faq"]) >= 2
    body = prose(post)
    for entry in post["faq"]:
        assert entry["question"].endswith("?")
        assert [word for word in facts(entry["answer"]) if word not in body] == []


@every_post
def test_it_is_signed_by_the_staff(post):
    assert post["authors"]
    assert set(post["authors"]) <= set(names("staff"))


@every_post
def test_it_is_filed_under_topics_of_the_knowledge_base(post):
    assert len(post["topics"]) >= 2
    assert set(post["topics"]) <= set(names("topics"))


@every_post
def test_it_shows_cards_of_known_people_with_their_own_handles(post):
    accounts = {
        person["name"]: {account["handle"] for account in person["accounts"]}
        for person in KNOWLEDGE["people"]
    }
    for card in post.get("cards", []):
        assert card["bio"]
        assert card["name"] in prose(post)
        assert card["name"] in accounts
        if "handle" in card:
            assert card["handle"].removeprefix("@") in accounts[card["name"]]


def test_it_writes_no_sentence_twice():
    written = Counter(sentence for post in POSTS.values() for sentence in sentences(post))

    assert [sentence for sentence, count in written.items() if count > 1] == []


@pytest.mark.parametrize(
    "name",
    [
        "Soumith Chintala", "Yann LeCun", "Sam Altman", "Clem Delangue", "Jim Zemlin",
        "Mark Zuckerberg", "Satya Nadella", "Salvatore Sanfilippo", "Madelyn Olson",
        "Daniel Stenberg", "Linus Torvalds", "Guido van Rossum", "Ilya Sutskever",
        "Meta", "OpenAI", "Google", "Microsoft", "NVIDIA", "Hugging Face", "Linux Foundation",
        "Open Source Initiative", "Mistral AI", "Anthropic", "DeepSeek", "HashiCorp", "European Union",
    ],
)  # fmt: skip
def test_it_meets_its_people_and_organizations_again(name):
    texts = [prose(post) for post in POSTS.values()] + [PAGE]

    assert sum(name in text for text in texts) >= 2


def test_it_contradicts_itself_where_the_reference_does():
    post = POSTS["chintala-departure"]
    text = prose(post)

    assert post["external_id"] == "demo-chintala-departure"
    assert {"6 November 2025", "November 6, 2024", "17 November 2025", "November 17, 2024"} <= set(
        re.findall(r"\d+ November \d{4}|November \d+, \d{4}", text)
    )
    assert len(re.findall(r"90 percent", text)) == 2
    assert "$15.7 trillion" in text
    assert post["cards"][0].keys() == {"name", "handle", "bio"}


def test_its_plain_page_has_the_shape_of_the_reference_page():
    lines = PAGE.splitlines()

    assert lines[0].count(" | ") == 2
    assert lines[1] == "Latest Update"
    assert re.fullmatch(r"\d+/\d+/\d{4} \d+:\d\d:\d\d [AP]M", lines[2])
    assert lines[4] == lines[6] == lines[0].split(" | ")[0]
    assert re.search(r"\(source: \S+/@\w+\)", lines[8])
    assert [lines[10], lines[12]] == ["Source", "Analysis"]
    pairs = next(line for line in lines if line.startswith("FAQ: "))
    assert pairs.count("? ") == 2
    assert lines[-3].startswith("@")
    assert lines[-5] in names("people")
    assert {"May 14, 2024", "May 14, 2023"} <= set(re.findall(r"May \d+, \d{4}", PAGE))


def test_its_saved_page_says_the_same_in_its_data_and_on_its_face():
    page = html.document_fromstring(SAVED)
    article, faq = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)["@graph"]

    assert article["headline"] == page.findtext(".//h1")
    assert article["author"][0]["name"] == page.findtext(".//a[@rel='author']")
    assert article["datePublished"] == page.find(".//time").get("datetime")
    assert article["mainEntityOfPage"] == page.find(".//link[@rel='canonical']").get("href")
    assert len(faq["mainEntity"]) == 2
    assert page.find(".//nav") is not None
    assert page.find(".//footer") is not None


@every_group
def test_it_knows_each_subject_by_name_and_says_what_it_is(group):
    for entry in KNOWLEDGE[group]:
        text = entry["bio"] if group == "staff" else entry["description"]
        assert entry["name"].strip() == entry["name"] != ""
        assert text.endswith(".")


@pytest.mark.parametrize("group", ["people", "organizations"])
def test_it_dates_and_sources_what_it_says_of_people_and_organizations(group):
    for entry in KNOWLEDGE[group]:
        assert type(entry["description_as_of"]) is dt.date, entry["name"]
        assert entry["description_source"].startswith("https://"), entry["name"]


def test_it_gives_a_name_or_alias_to_one_subject_only():
    owners = Counter(
        name
        for group in ("people", "organizations", "topics", "staff")
        for entry in KNOWLEDGE[group]
        for name in {text.casefold() for text in [entry["name"], *entry.get("aliases", [])]}
    )

    assert [name for name, count in owners.items() if count > 1] == []


def test_it_uses_only_secure_addresses_and_bare_handles():
    assert [url for url in addresses(KNOWLEDGE) if not url.startswith("https://")] == []
    accounts = [
        (account["platform"].casefold(), account["handle"].casefold())
        for group in ("people", "organizations")
        for entry in KNOWLEDGE[group]
        for account in entry["accounts"]
    ]
    assert len(accounts) == len(set(accounts))
    assert not any(handle.startswith("@") for _, handle in accounts)


def test_it_gives_topics_a_known_kind_of_every_sort():
    assert {topic["kind"] for topic in KNOWLEDGE["topics"]} == set(TopicKind.values)


def test_it_binds_known_people_to_known_organizations_in_order_of_time():
    for bond in KNOWLEDGE["affiliations"]:
        assert bond["person"] in names("people")
        assert bond["organization"] in names("organizations")
        assert bond["role"]
        times = [bond[key] for key in ("start", "end") if key in bond]
        assert all(PARTIAL_DATE.fullmatch(time) for time in times)
        assert times == sorted(times)


def test_it_states_each_affiliation_once():
    keys = [
        (bond["person"], bond["organization"], bond["role"], bond.get("start"))
        for bond in KNOWLEDGE["affiliations"]
    ]

    assert len(keys) == len(set(keys))
