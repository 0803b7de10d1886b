"""What else a reader of an article may want: the newest that share its people and things.

Of everybody whom the article names only the newest articles are looked at: one range scan of the
index each, so that the cost does not grow with the archive. A name that few share weighs more
than one that all share, and more again where an article is about it above all.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import connection

from articles.selectors.site.freshness import MAX_AGE

SHOWN = 4
NAMES_SHOWN = 3
OWN_NAMES = 16
NEWEST_OF_EACH = 8
LEAST_WEIGHT = 0.5
"""What one name weighs that both only mention and three share is too little."""

_QUERY = """
WITH own AS MATERIALIZED (
    SELECT kind, target_id, is_central
    FROM articles_facet
    WHERE article_id = %(article)s AND kind IN ('person', 'organization', 'topic')
    ORDER BY is_central DESC, id
    LIMIT %(own_names)s
), shared AS (
    SELECT own.kind, own.target_id, other.article_id, other.is_central,
           (1 + own.is_central::int) * (1 + other.is_central::int) / (1 + ln(other.found)) AS weight
    FROM own CROSS JOIN LATERAL (
        SELECT newest.article_id, newest.is_central, count(*) OVER () AS found
        FROM (
            SELECT facet.article_id, facet.is_central
            FROM articles_facet AS facet
            WHERE facet.kind = own.kind AND facet.target_id = own.target_id
              AND facet.article_id <> %(article)s
              AND facet.visible_from <= now()
              AND (facet.visible_until IS NULL OR facet.visible_until > now())
            ORDER BY facet.visible_from DESC, facet.article_id DESC
            LIMIT %(newest)s
        ) AS newest
    ) AS other
), best AS (
    SELECT article_id, sum(weight) AS weight, bool_or(is_central) AS is_about,
           array_agg(kind ORDER BY is_central DESC, weight DESC, kind, target_id) AS kinds,
           array_agg(target_id ORDER BY is_central DESC, weight DESC, kind, target_id) AS targets,
           count(*) FILTER (WHERE is_central) AS central
    FROM shared
    GROUP BY article_id
    HAVING sum(weight) >= %(least)s
    ORDER BY sum(weight) DESC, article_id DESC
    LIMIT %(shown)s
)
SELECT document.path, document.headline, document.language, document.published_at, best.is_about,
       ARRAY(
           SELECT CASE named.kind
               WHEN 'person' THEN (SELECT name FROM articles_person WHERE id = named.id)
               WHEN 'organization' THEN (SELECT name FROM articles_organization WHERE id = named.id)
               ELSE (SELECT name FROM articles_topic WHERE id = named.id)
           END
           FROM unnest(best.kinds, best.targets) WITH ORDINALITY AS named(kind, id, place)
           WHERE named.place <= CASE WHEN best.is_about THEN best.central ELSE %(names)s END
           ORDER BY named.place
           LIMIT %(names)s
       ),
       extract(epoch FROM document.visible_until - now())
FROM best
JOIN articles_storeddocument AS document USING (article_id)
WHERE document.visible_from <= now()
  AND (document.visible_until IS NULL OR document.visible_until > now())
ORDER BY best.weight DESC, best.article_id DESC
"""


@dataclass(frozen=True, slots=True)
class RelatedArticle:
    """Another public article and why it is here: what both are about, or at least name."""

    path: str
    headline: str
    language: str
    published_at: dt.datetime
    is_about: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """The articles, the closest first, and for how many seconds a cache may keep them."""

    articles: tuple[RelatedArticle, ...]
    fresh_for: int


def related_to(article_id: int) -> Related:
    """Return the public articles closest to a public one, by the database's clock. One SELECT."""
    bounds = {
        "article": article_id,
        "own_names": OWN_NAMES,
        "newest": NEWEST_OF_EACH,
        "least": LEAST_WEIGHT,
        "shown": SHOWN,
        "names": NAMES_SHOWN,
    }
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, bounds)
        rows = cursor.fetchall()
    ends = [int(closes_in) for *_, closes_in in rows if closes_in is not None]
    return Related(
        articles=tuple(
            RelatedArticle(path, headline, language, published_at, is_about, tuple(names))
            for path, headline, language, published_at, is_about, names, _ in rows
        ),
        fresh_for=min([MAX_AGE, *ends]),
    )
