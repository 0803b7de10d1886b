"""Addresses: what is written is what resolves, and nothing that runs is ever linked."""

import datetime as dt

import pytest
from django.urls import resolve

from articles.documents.addresses import (
    article_path,
    profile_address,
    section_path,
    subject_path,
    web_address,
)
from articles.models import Article, Organization, Person, Section, Topic


@pytest.fixture
def section():
    return Section(name="Technology", slug="technology")


@pytest.fixture
def article(section):
    return Article(
        section=section,
        slug="lumen-changes-hands",
        first_published_at=dt.datetime(2025, 12, 31, 23, 30, tzinfo=dt.UTC),
    )


def test_an_articles_address_has_section_month_slug_and_code(article):
    assert article_path(article) == f"/technology/2025/12/lumen-changes-hands-{article.code}/"


def test_the_month_is_that_of_the_publications_zone(article, settings):
    settings.PUBLICATION_TIME_ZONE = "Asia/Tokyo"

    assert article_path(article).startswith("/technology/2026/01/")


def test_an_article_without_a_date_has_no_address(section):
    with pytest.raises(ValueError, match="first publication"):
        article_path(Article(section=section, slug="draft"))


def test_every_address_resolves_to_its_page(article, section):
    found = {
        resolve(path).url_name
        for path in (
            article_path(article),
            section_path(section),
            subject_path(Person(slug="a")),
            subject_path(Organization(slug="a")),
            subject_path(Topic(slug="a")),
        )
    }

    assert found == {"article", "section", "person", "organization", "topic"}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        (" http://example.org ", "http://example.org"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org/", ""),
        ("/path", ""),
        ("https:", ""),
        ("https://[bad", ""),
        ("", ""),
    ],
)
def test_only_the_web_is_linked(url, expected):
    assert web_address(url) == expected


@pytest.mark.parametrize(
    ("platform", "handle", "url", "expected"),
    [
        ("twitter", "ines", "", "https://x.com/ines"),
        ("GitHub", "ines", "", "https://github.com/ines"),
        ("mastodon", "ines", "", ""),
        ("mastodon", "ines", "https://social.example/@ines", "https://social.example/@ines"),
        ("twitter", "ines", "javascript:alert(1)", ""),
        ("twitter", "ines/../admin", "", ""),
    ],
)
def test_an_account_leads_to_its_profile_where_that_is_known(platform, handle, url, expected):
    assert profile_address(platform, handle, url) == expected
