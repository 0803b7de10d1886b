"""One instant on every surface."""

import datetime as dt
import json

import feedparser
import pytest

from articles.actions.publish_article import publish_article
from articles.actions.revise_article import revise_article
from articles.documents.dates import Moment, iso_utc, partial_date_words
from articles.models import Article
from tests.factories.departure import publish_departure
from tests.markup import parse, select


def dates_of(stored):
    """Published and updated, surface by surface."""
    page = parse(stored.page)
    updated = select(page, "time.updated") or select(page, "time.published")
    head = parse(stored.head)
    (entry,) = feedparser.parse(
        f'<feed xmlns="http://www.w3.org/2005/Atom">{stored.feed_entry}</feed>'
    ).entries
    node = json.loads(stored.json_ld)["@graph"][0]
    card, detail = json.loads(stored.card), json.loads(stored.detail)
    return {
        "page": (select(page, "time.published")[0].get("datetime"), updated[0].get("datetime")),
        "open graph": tuple(
            select(head, f"meta[property='article:{name}_time']")[0].get("content")
            for name in ("published", "modified")
        ),
        "json-ld": (node["datePublished"], node["dateModified"]),
        "card": (card["published_at"], card["updated_at"]),
        "detail": (detail["published_at"], detail["updated_at"]),
        "feed": (entry.published, entry.updated),
        "columns": (iso_utc(stored.published_at), iso_utc(stored.updated_at)),
    }


@pytest.mark.django_db
def test_every_surface_gives_the_same_instants(editor):
    stored = publish_departure(by=editor).document

    assert len(set(dates_of(stored).values())) == 1


@pytest.mark.django_db
def test_every_surface_gives_the_same_instants_after_an_edit(editor):
    article = publish_departure(by=editor)
    earlier = article.first_published_at - dt.timedelta(days=3)
    Article.objects.filter(pk=article.pk).update(
        first_published_at=earlier, updated_at=earlier, visible_from=earlier
    )
    article.refresh_from_db()
    revise_article(
        article_id=article.pk,
        by=editor,
        expected_version=article.version,
        headline="Ines Ferreira has handed over Lumen",
        summary="It is done.",
        body="<p>It is done.</p>",
        faq=[],
        cards=[],
    )

    stored = publish_article(article_id=article.pk, by=editor).document

    ((published, updated),) = set(dates_of(stored).values())
    assert published == iso_utc(earlier)
    assert updated > published


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023", "2023"),
        ("2023-11", "November 2023"),
        ("2023-11-06", "6 November 2023"),
        ("2023-13", "2023-13"),
        ("2023-02-30", "2023-02-30"),
        ("2024/2025", "2024/2025"),
        ("", ""),
    ],
)
def test_a_date_known_in_part_is_written_as_far_as_it_is_known(value, expected):
    assert partial_date_words(value) == expected


def test_a_moment_names_the_publications_zone(settings):
    settings.PUBLICATION_TIME_ZONE = "Europe/Paris"

    moment = Moment.of(dt.datetime(2025, 7, 31, 23, 30, 59, 999_999, tzinfo=dt.UTC))

    assert moment.iso == "2025-07-31T23:30:59Z"
    assert moment.words == "1 August 2025, 01:30 CEST"


@pytest.mark.parametrize(
    ("moment", "iso"),
    [
        (dt.datetime(2025, 11, 6, 19, 36, 5, 999_999, dt.timezone(dt.timedelta(hours=1))), "2025-11-06T18:36:05Z"),
        (dt.datetime(476, 9, 4, tzinfo=dt.UTC), "0476-09-04T00:00:00Z"),
    ],
)  # fmt: skip
def test_an_instant_has_four_digits_for_its_year_and_no_fraction(moment, iso):
    assert iso_utc(moment) == iso
