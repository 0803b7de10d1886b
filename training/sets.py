"""The sets that the model learns from: what each annotates, and how far it can be trusted.

A set says nothing about the kinds it does not annotate: there a capitalised word may be such a
name. "MISC" says only that a name is no person, organization or place.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from articles.engine.types import Kind
from corpus.checking import FOLDER, load
from corpus.export import export
from corpus.rules.hygiene import splits
from training.network import HOUSE_STYLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_CORE = frozenset({Kind.PERSON, Kind.ORG, Kind.PLACE})


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """One set: its file, the kinds it annotates, its style of annotation, its weight in the loss."""

    name: str
    kinds: frozenset[Kind]
    style: int
    weight: float = 1.0
    attributions: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One annotated text. Names are (start, end, type), attributions role -> [(start, end)]."""

    identifier: str
    text: str
    names: tuple[tuple[int, int, str], ...]
    roles: dict[str, tuple[tuple[int, int], ...]]
    source: TrainingSet


CORPUS: Final = TrainingSet(
    "corpus", frozenset(Kind) - {Kind.HANDLE}, HOUSE_STYLE, attributions=True
)
OPEN: Final = (
    TrainingSet("gmb_part", _CORE | {Kind.NORP}, 1, weight=0.7),
    TrainingSet("wikigold", _CORE, 2),
    TrainingSet("gum_news_dev", _CORE | {Kind.EVENT, Kind.PRODUCT}, 2),
    TrainingSet("crossner_politics_train", _CORE | {Kind.EVENT}, 3),
    TrainingSet("crossner_politics_dev", _CORE | {Kind.EVENT}, 3),
    TrainingSet("crossner_ai_train", _CORE | {Kind.EVENT, Kind.PRODUCT}, 4),
    TrainingSet("crossner_ai_dev", _CORE | {Kind.EVENT, Kind.PRODUCT}, 4),
    TrainingSet("wnut17_train", _CORE | {Kind.WORK, Kind.PRODUCT}, 5, weight=0.5),
    TrainingSet("wnut17_dev", _CORE | {Kind.WORK, Kind.PRODUCT}, 5, weight=0.5),
    TrainingSet("btc_g", _CORE, 6, weight=0.5),
)


def read_open(folder: Path, source: TrainingSet) -> Iterator[Text]:
    """Yield the texts of a set of the folder `ner/`."""
    with (folder / f"{source.name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield _text(json.loads(line), source)


def read_lines(path: Path) -> Iterator[Text]:
    """Yield the articles of a JSONL file in the form of the corpus, such as `export_training` writes."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield _text(json.loads(line), CORPUS)


def corpus_texts(wanted: Collection[str]) -> list[Text]:
    """Return the own articles of the splits, the hands taking turns, so that a part has all hands."""
    split_of = splits(FOLDER)
    turns: dict[str, int] = Counter()
    order: list[tuple[int, str, Text]] = []
    for article in load():
        if split_of[article.hand] in wanted:
            row = export(article, split_of[article.hand])
            order.append((turns[article.hand], article.hand, _text(row, CORPUS)))
            turns[article.hand] += 1
    return [text for _, _, text in sorted(order, key=lambda one: one[:2])]


def _text(row: dict[str, Any], source: TrainingSet) -> Text:
    roles = {
        role: tuple(
            (start, end) for one in row.get("attributions", ()) for start, end in one.get(role, ())
        )
        for role in ("source", "cue", "content")
    }
    names = tuple((one["start"], one["end"], one["type"]) for one in row["entities"])
    return Text(row["id"], row["text"], names, roles, source)
