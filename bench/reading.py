"""What readers and programs ask for: finished bytes, beside the same made at each request."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle

import orjson
from django.db.models import Count
from django.test import override_settings

from articles.models import Article, Facet, FacetKind, Person
from bench.clock import Cost, Work, costs
from bench.corpus import Corpus
from bench.requests import HOST, get

ADDRESSES = 20
"""How many addresses a case asks for in turn, so that no single article decides."""
PEOPLE = 5
OURS, ORDINARY = "ours", "ordinary"
QUESTIONS = ("licence", "training", "foundation model", "copyright", "maintainers")
_RESULT = re.compile(rb'<h3><a href="/[^"/]+/\d{4}/\d{2}/')

Compare = Callable[[bytes, bytes], bool]


@dataclass(frozen=True, slots=True)
class Case:
    """The same question at two addresses, several times; `alike` compares the answers.

    Without ordinary addresses it is a floor: what any answer costs here.
    """

    name: str
    ours: Sequence[str]
    ordinary: Sequence[str]
    alike: Compare


@dataclass(frozen=True, slots=True)
class Measured:
    """What a case cost on both sides, and how many bytes an answer of ours has."""

    name: str
    ours: Cost
    ordinary: Cost | None
    size: int


class NotAlike(Exception):
    """The two sides of a case answer differently: comparing their costs would say nothing."""


def measure_reading(corpus: Corpus, *, rounds: int, turns: int) -> list[Measured]:
    """Return what every case cost. Raises NotAlike before anything is measured."""
    with override_settings(
        ROOT_URLCONF="bench.ordinary.urls", ALLOWED_HOSTS=[HOST], SECURE_SSL_REDIRECT=False
    ):
        cases = _cases(corpus)
        sizes = [compare(case) for case in cases]
        sides: dict[tuple[str, str], Work] = {}
        for case in cases:
            sides[case.name, OURS] = _asking(case.ours)
            if case.ordinary:
                sides[case.name, ORDINARY] = _asking(case.ordinary)
        found = costs(sides, rounds=rounds, turns=turns)
    return [
        Measured(case.name, found[case.name, OURS], found.get((case.name, ORDINARY)), size)
        for case, size in zip(cases, sizes, strict=True)
    ]


def compare(case: Case) -> int:
    """Return the mean size of our answers. Raises NotAlike."""
    answers = [get(address) for address in case.ours]
    for mine, ours, ordinary in zip(answers, case.ours, case.ordinary, strict=False):
        if not case.alike(mine, get(ordinary)):
            message = f"{case.name}: {ours} and {ordinary} answer differently."
            raise NotAlike(message)
    return round(sum(map(len, answers)) / len(answers))


def same_bytes(ours: bytes, ordinary: bytes) -> bool:
    """Tell whether two pages are the same to the last byte."""
    return ours == ordinary


def articles_found(page: bytes) -> int:
    """Return how many articles a page of results lists."""
    return len(_RESULT.findall(page))


def _cases(corpus: Corpus) -> list[Case]:
    articles = _spread(corpus.published)
    paths = [one.document.path for one in articles]
    ids = [one.public_id for one in articles]
    people = [f"people/{slug}/" for slug in _most_named()]
    questions = [f"search/?q={asked.replace(' ', '+')}" for asked in QUESTIONS]
    return [
        Case("article page", paths, _ordinary("articles/{}/", ids), same_bytes),
        Case("front page", ["/"], ["/ordinary/"], same_bytes),
        Case("person page", _ours(people), _ordinary("{}", people), same_bytes),
        Case("search page", _ours(questions), _ordinary("{}", questions), _both_find),
        Case(
            "API, article",
            [f"/api/v1/articles/{one}/" for one in ids],
            _ordinary("api/articles/{}/", ids),
            _same_json,
        ),
        Case(
            "API, list of 20",
            ["/api/v1/articles/?limit=20"],
            ["/ordinary/api/articles/"],
            _same_results,
        ),
        Case("nothing read (robots.txt)", ["/robots.txt"], [], same_bytes),
    ]


def _ours(tails: Sequence[str]) -> list[str]:
    return [f"/{tail}" for tail in tails]


def _ordinary(pattern: str, keys: Sequence[object]) -> list[str]:
    return [f"/ordinary/{pattern.format(key)}" for key in keys]


def _spread(articles: Sequence[Article]) -> list[Article]:
    step = max(1, len(articles) // ADDRESSES)
    return list(articles[::step][:ADDRESSES])


def _most_named() -> list[str]:
    """Return the slugs of the people of whom most articles tell."""
    rows = Facet.objects.filter(kind=FacetKind.PERSON).values_list("target_id")
    newest = rows.annotate(articles=Count("article")).order_by("-articles", "target_id")[:PEOPLE]
    slugs = dict(Person.objects.values_list("pk", "slug"))
    return [slugs[pk] for pk, _ in newest]


def _asking(addresses: Sequence[str]) -> Work:
    following = cycle(addresses)
    return lambda: get(next(following))


def _same_json(ours: bytes, ordinary: bytes) -> bool:
    return bool(orjson.loads(ours) == orjson.loads(ordinary))


def _same_results(ours: bytes, ordinary: bytes) -> bool:
    mine, other = orjson.loads(ours), orjson.loads(ordinary)
    return bool(mine["results"] == other["results"] and bool(mine["next"]) == bool(other["next"]))


def _both_find(ours: bytes, ordinary: bytes) -> bool:
    """Tell whether both find about as much: ours also looks at the names that an editor accepted."""
    fewer, more = sorted(map(articles_found, (ours, ordinary)))
    return more <= 2 * fewer
