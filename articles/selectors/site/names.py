"""Public names that are like what somebody typed."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import Exists, Func, Max, OuterRef, Q
from django.db.models.functions import Greatest, Now, Upper

from articles.models import SUBJECT_FIELDS, Alias, Facet, FacetKind
from articles.selectors.site.labels import Key, Label, labels_of

NAMES_SHOWN = 6
_AS_PERSON = [FacetKind.PERSON, FacetKind.AUTHOR]
_MIN_WORD = 4
_MAX_WORDS = 5


def names_like(text: str, *, by_word: bool = False) -> tuple[Label, ...]:
    """Return the public people, organizations and topics whose names are like `text`, likest first.

    `by_word` also takes names that are like a single word of it. Two SELECTs.
    """
    keys = keys_like(text, by_word=by_word)
    return in_order(keys, labels_of(keys, {}))


def in_order(keys: list[Key], labels: list[Label]) -> tuple[Label, ...]:
    """Return the labels of the keys in the keys' order."""
    found = {(label.kind, label.pk): label for label in labels}
    return tuple(found[key] for key in keys if key in found)


def keys_like(text: str, *, by_word: bool = False) -> list[Key]:
    """Return of whom there is a name like `text`, likest first. One SELECT."""
    typed = text.upper()
    words = [word for word in typed.split() if len(word) >= _MIN_WORD] if by_word else []
    passages = [typed, *words[:_MAX_WORDS]]
    like = [Q(upper__trigram_similar=typed)]
    like += [Q(upper__trigram_word_similar=one) for one in passages]
    likeness: list[Func] = [TrigramSimilarity(Upper("text"), typed)]
    likeness += [TrigramWordSimilarity(one, Upper("text")) for one in passages]
    found = (
        Alias.objects.public()
        .annotate(upper=Upper("text"))
        .filter(reduce(or_, like) & _has_public_owner())
        .values(*SUBJECT_FIELDS)
        .annotate(likeness=Max(Greatest(*likeness)))
        .order_by("-likeness", *SUBJECT_FIELDS)[:NAMES_SHOWN]
    )
    return [_key(row) for row in found]


def _key(row: dict[str, Any]) -> Key:
    return next((name, row[name]) for name in SUBJECT_FIELDS if row[name])


def _has_public_owner() -> Q:
    """Ask for each name found whether a public article has its owner: one index look-up each."""
    facets = Facet.objects.visible_at(Now())
    kinds = {**{name: [name] for name in SUBJECT_FIELDS}, "person": _AS_PERSON}
    return reduce(
        or_,
        (
            Q(Exists(facets.filter(kind__in=kind, target_id=OuterRef(f"{name}_id"))))
            for name, kind in kinds.items()
        ),
    )
