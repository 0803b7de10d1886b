"""What readers and programs ask for: the addresses of each case, on both sides."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import orjson
from django.db.models import Count

from articles.api.cursors import write_cursor
from articles.models import Change, Facet, FacetKind, Person, StoredDocument
from articles.selectors.catalogue import Position
from newsroom.synthetic import words

ADDRESSES = 20
"""How many addresses a case asks for in turn, so that no single article decides."""
COMMON, MIDDLING, RARE = (5, 10, 15), (300, 330, 360), (9000, 9100, 9200)
"""Words by how common they are: in a third of the articles or more, in one of a hundred, in few."""

Compare = Callable[[bytes, bytes], bool]


@dataclass(frozen=True, slots=True)
class Case:
    """The same question at two addresses, several times; `alike` compares the answers.

    `turns` and `ordinary_turns` are the requests of a round. Where nothing ordinary gives the same,
    `ordinary` is empty; `grows` cases are asked of the large database too.
    """

    name: str
    ours: Sequence[str]
    ordinary: Sequence[str]
    alike: Compare
    turns: int = 40
    ordinary_turns: int = 6
    grows: bool = True


def cases() -> list[Case]:
    """Return the cases for the database in use. Reads it."""
    documents = _spread()
    ids = [one.public_id for one in documents]
    people = _people()
    middle = documents[len(documents) // 2]
    return [
        Case("API: article", _each("/api/v1/articles/{}/", ids), _each(_ARTICLE, ids), same_json),
        Case("API: list of 20", [_LIST], [_ORDINARY_LIST], same_results),
        Case("API: list, deep cursor", *_deep(middle), same_results),
        Case(
            "API: list by person",
            _each(_LIST + "?person={}", people),
            _each(_ORDINARY_LIST + "?person={}", people),
            same_results,
        ),
        *(_search(name, ranks) for name, ranks in _WORDS.items()),
        Case("API: changes", [_changes()], [], same_json),
        Case(
            "article page",
            [one.path for one in documents],
            _each("/ordinary/articles/{}/", ids),
            same_bytes,
        ),
        Case("front page", ["/"], ["/ordinary/"], same_bytes, ordinary_turns=3),
        Case(
            "person page",
            _each("/people/{}/", people),
            _each("/ordinary/people/{}/", people),
            same_articles,  # the ordinary one compares figures within one page of articles only
            turns=15,
            ordinary_turns=3,
        ),
        Case("nothing read (robots.txt)", ["/robots.txt"], [], same_bytes, grows=False),
    ]


def bare(documents: Sequence[str]) -> list[str]:
    """Return the addresses of the bare view for those of the case of articles."""
    return [one.replace("/api/v1/", "/ordinary/stored/") for one in documents]


def same_bytes(ours: bytes, ordinary: bytes) -> bool:
    """Tell whether two pages are the same to the last byte."""
    return ours == ordinary


def same_json(ours: bytes, ordinary: bytes) -> bool:
    """Tell whether two answers say the same."""
    return bool(orjson.loads(ours) == orjson.loads(ordinary))


def same_results(ours: bytes, ordinary: bytes) -> bool:
    """Tell whether two pages of a list are the same and both go on, or neither."""
    mine, other = orjson.loads(ours), orjson.loads(ordinary)
    return bool(mine["results"] == other["results"] and bool(mine["next"]) == bool(other["next"]))


def same_articles(ours: bytes, ordinary: bytes) -> bool:
    """Tell whether two pages show the same articles in the same order, and do show some."""
    mine, other = _TEASER.findall(ours), _TEASER.findall(ordinary)
    return bool(mine) and mine == other


_TEASER = re.compile(rb'<article class="teaser.*?</article>', re.DOTALL)
_LIST, _ORDINARY_LIST = "/api/v1/articles/", "/ordinary/api/articles/"
_ARTICLE = "/ordinary/api/articles/{}/"
_WORDS = {"a common word": COMMON, "a middling word": MIDDLING, "a rare word": RARE}


def _each(pattern: str, keys: Sequence[object]) -> list[str]:
    return [pattern.format(key) for key in keys]


def _spread() -> list[StoredDocument]:
    rows = StoredDocument.objects.only("public_id", "path", "visible_from").order_by("pk")
    step = max(1, rows.count() // ADDRESSES)
    return list(rows[::step][:ADDRESSES])


def _people() -> list[str]:
    """Return the slugs of some whom many articles name, and of some whom few do."""
    rows = Facet.objects.filter(kind=FacetKind.PERSON).values_list("target_id")
    ranked = [pk for pk, _ in rows.annotate(articles=Count("pk")).order_by("-articles")]
    places = (0, 10, 100, len(ranked) // 2)
    chosen = [ranked[place] for place in places if place < len(ranked)]
    return list(Person.objects.filter(pk__in=chosen).values_list("slug", flat=True))


def _deep(middle: StoredDocument) -> tuple[list[str], list[str]]:
    ours = write_cursor(Position((middle.visible_from, middle.pk)))
    place = urlencode({"p": str(middle.visible_from)})
    ordinary = base64.b64encode(place.encode()).decode()
    return [f"{_LIST}?cursor={ours}"], [f"{_ORDINARY_LIST}?{urlencode({'cursor': ordinary})}"]


def _search(name: str, ranks: Sequence[int]) -> Case:
    asked = [quote(words.word(rank)) for rank in ranks]
    return Case(
        f"API: search, {name}",
        _each(_LIST + "?q={}", asked),
        _each(_ORDINARY_LIST + "?q={}", asked),
        same_results,
        turns=15,
    )


def _changes() -> str:
    middle = Change.objects.order_by("-sequence").values_list("sequence", flat=True).first() or 0
    return f"/api/v1/changes/?since={middle // 2}&limit=20"
