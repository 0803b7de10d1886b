"""Every address that the site answers: what the URL resolver knows, filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

import yaml
from django.urls import URLResolver, get_resolver
from django.utils.regex_helper import normalize

from articles.models import (
    Article,
    Citation,
    Figure,
    Finding,
    Image,
    Mention,
    Organization,
    PageName,
    Person,
    Redirect,
    Section,
    ShareCard,
    StoredDocument,
    SubjectRedirect,
    Topic,
)
from articles.pictures.sizes import Focus, file_name
from tests.surfaces.world import OPEN, World

_ARTICLE = re.compile(r"/(?P<section>[^/]+)/(?P<year>\d+)/(?P<month>\d+)/(?P<name>[^/]+)/")
AT_ONCE = 14
"""So many words fit into one search."""
_NO_HASH = "0" * 32
_UNKNOWN = "zzunknown"
NUMBERED = {
    "citations": Citation, "figures": Figure, "findings": Finding, "mentions": Mention,
}  # fmt: skip
SUBJECTS = {"people": Person, "organizations": Organization, "topics": Topic}


def routes(*, desk: bool) -> Iterator[tuple[str, list[str]]]:
    """Yield each route as a pattern with the names of its parameters."""
    for regex in _walk(get_resolver()):
        for pattern, names in normalize(regex):
            if pattern.startswith("desk/") == desk:
                yield f"/{pattern}", names


def _walk(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        regex = prefix + one.pattern.regex.pattern.lstrip("^")
        if isinstance(one, URLResolver):
            yield from _walk(one, regex.removesuffix(r"\Z").removesuffix("$"))
        else:
            yield regex


def public_addresses(world: World) -> list[str]:
    """Return every address of the site and the API, with what is hidden and what is not in it."""
    fill = Filling(world)
    found = [
        pattern % dict(values)
        for pattern, names in routes(desk=False)
        for values in fill.values(pattern, names)
    ]
    return list(dict.fromkeys([*found, *searches(world), *queries(world)]))


class Filling:
    """What the parameters of addresses can be. A parameter that is not here fails the test."""

    def __init__(self, world: World) -> None:
        self.paths = _article_paths(world)
        articles = list(Article.objects.all())
        self.keys = {
            "articles": [
                *(str(one.public_id) for one in articles),
                *(_ARTICLE.fullmatch(path)["name"].rpartition("-")[0] for path in self.paths),
            ],
            "sections": [*Section.objects.values_list("slug", flat=True)],
            **{folder: _keys_of(model) for folder, model in SUBJECTS.items()},
        }
        self.table = {
            "suffix": ["json", "jsonld", "ninjs", "md", "atom"],
            "public_id": [
                *(str(key) for one in articles for key in (one.public_id, one.post.public_id)),
                *map(str, Image.objects.values_list("public_id", flat=True)),
            ],
            "page": [1, 2],
            "number": [1, 2, 3, 4],
        }

    def choices(self, pattern: str, name: str) -> list[object]:
        """Return what one parameter of a route can be."""
        if name in ("key", "slug"):
            folder = next((one for one in self.keys if f"/{one}/" in pattern), "sections")
            return [*self.keys[folder], _UNKNOWN]
        if name == "pk":
            rows = next(model for folder, model in NUMBERED.items() if f"/{folder}/" in pattern)
            return [*rows.objects.values_list("pk", flat=True), 10**9]
        assert name in self.table, f"{pattern}: tell tests/surfaces/addresses.py what {name!r} is"
        return self.table[name]

    def values(self, pattern: str, names: list[str]) -> Iterator[dict[str, object]]:
        """Yield what the parameters of a route can be, together."""
        if "year" in names:
            known = [_ARTICLE.fullmatch(path).groupdict() for path in self.paths]
        elif "content_hash" in names:
            known = [
                {"content_hash": one, "name": file_name("1x1", Focus(), 160, "jpg")}
                for one in (*Image.objects.values_list("content_hash", flat=True), _NO_HASH)
            ]
        elif pattern.startswith("/about/"):
            known = [{"name": name} for name in (*PageName.values, _UNKNOWN)]
        elif pattern.startswith("/media/cards/"):
            cards = ShareCard.objects.values_list("name", flat=True)
            known = [{"name": name} for name in (*cards, _NO_HASH)]
        else:
            known = [{}]
        rest = [name for name in names if name not in known[0]]
        choices = [self.choices(pattern, name) for name in rest]
        for one, values in product(known, product(*choices)):
            yield one | dict(zip(rest, values, strict=True))


def _keys_of(model) -> list[str]:
    """Return slugs, former slugs and ids of a table."""
    former = SubjectRedirect.objects.filter(kind=model.facet_kind)
    return [
        *(key for one in model.objects.all() for key in (one.slug, str(one.public_id))),
        *former.values_list("slug", flat=True),
    ]


def _article_paths(world: World) -> list[str]:
    """Return where articles stand, stood and would stand."""
    from articles.documents.addresses import article_path

    stored = [
        *StoredDocument.objects.values_list("path", flat=True),
        *Redirect.objects.values_list("path", flat=True),
    ]
    dated = world.open.first_published_at
    for article in Article.objects.select_related("section"):
        article.first_published_at = article.first_published_at or dated
        stored.append(article_path(article))
    return list(dict.fromkeys([*stored, "/technology/2026/11/nobody-wrote-this-0123abcd/"]))


def former_paths(article: Article) -> list[str]:
    """Return where an article stood."""
    return list(article.redirects.values_list("path", flat=True))


def searches(world: World) -> Iterator[str]:
    """Yield searches for every mark, many at once, and for some names alone."""
    marks = sorted(mark for mark in world.marks.meaning if mark.startswith("zq"))
    for start in range(0, len(marks), AT_ONCE):
        words = "+OR+".join(marks[start : start + AT_ONCE])
        yield f"/search/?q={words}"
        yield f"/api/v1/articles/?q={words}"
    for owner in (OPEN, "scheduled", "withdrawn"):
        for one in world.subjects[owner].rows():
            alias = one.aliases.order_by("-pk").first().text
            yield from (f"/search/?q={words}" for words in (one.name, alias))
            yield f"/search/?q=Lumen&{one.facet_kind}={one.slug}"
    yield from ("/search/?q=Lumen", "/search/?q=Ines+Fereira", "/search/?section=secrets")


def queries(world: World) -> Iterator[str]:
    """Yield each list of the API with each of its parameters, as the OpenAPI document names them."""
    known = [world.subjects[owner] for owner in (OPEN, "scheduled")]
    rows = [row for one in known for row in (one.person, one.organization, one.topic)]
    words = [word for row in rows for word in (row.slug, row.name)]
    shapes = {"integer": [1], "array": [row.slug for row in rows], "string": words}
    articles = [str(one.public_id) for one in (*world.articles.values(), world.open)]
    for path, operations in _described().items():
        if "{" in path or "get" not in operations:
            continue
        for parameter in operations["get"].get("parameters", []):
            schema = parameter["schema"]
            values = schema.get("enum") or shapes[schema["type"]]
            if schema.get("format") == "uuid":
                values = articles
            yield from (f"{path}?{parameter['name']}={value}" for value in values)


@cache
def _described() -> dict[str, dict]:
    from pathlib import Path

    document = Path(__file__).parents[1] / "api" / "openapi.yaml"
    return yaml.load(document.read_text(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))["paths"]
