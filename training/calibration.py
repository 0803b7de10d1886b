"""How sure the engine may be: fit the weights of `engine/confidence` on articles the model never saw.

python -m training.calibration [--split development] [--model FOLDER] [OUT.toml]

Every name that the engine finds in the articles is right or wrong; a logistic regression says from
its signs how likely it is right. Ridge of 1, Newton's steps: a second of work. It prints what each
tenth of the scores is worth on the same articles, and writes `engine/data/confidence.toml`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from articles.engine import data
from articles.engine.confidence import signs
from articles.engine.consolidation import named
from articles.engine.evaluation.boundaries import normalised
from articles.engine.extraction import readings
from articles.engine.kinds import CERTAIN
from articles.engine.parsing import parse_plain
from articles.engine.tagging.model import ModelTagger, shipped_folder
from articles.engine.types import Kind
from corpus.checking import FOLDER, load
from corpus.rules.hygiene import splits
from training import regression
from training.regression import chances

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.engine.types import Tagger
    from corpus.article import Article

SIGNS: Final = ("constant", "probability", "agreement", "known", "part", "often", "small")
KINDS: Final = tuple(kind.value for kind in Kind if kind is not Kind.HANDLE)
LEAST: Final = 0.4
"""Below this a name is dropped: where F1 is highest, on the same articles."""

_TENTHS: Final = 10
_HEAD: Final = """\
# How likely a name that was found is right: weights of a logistic regression (see `engine/confidence.py`).
# Made by `python -m training.calibration` with {version} on the {count} articles of {split},
# which the model never saw. Make it again after every new model; never by hand.
#
# constant: for every name. probability: the logarithm of the odds that the tagger gives the spelling, on average.
# agreement: the share of its votes that this kind has. known: in the lexicon alone. part: surname or first name of
# somebody named in full. often: the logarithm of its number. small: the text writes it small, too. Then the kinds.
"""

_Row = tuple[dict[str, float], bool]


def main(arguments: list[str]) -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(prog="python -m training.calibration", description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", default=_shipped())
    parser.add_argument("--split", nargs="*", default=["development"])
    parser.add_argument("--model", type=Path, default=shipped_folder())
    options = parser.parse_args(arguments)
    tagger = ModelTagger(folder=options.model)
    split_of = splits(FOLDER)
    articles = [one for one in load() if split_of[one.hand] in options.split]
    rows = list(_rows(articles, tagger))
    weights = fit(rows)
    for line in _tenths(rows, weights):
        print(line)
    head = _HEAD.format(
        version=tagger.version, count=len(articles), split=" and ".join(options.split)
    )
    lines = [f"{name} = {weight:.2f}" for name, weight in weights.items()]
    content = [head, f"least = {LEAST}", "", "[weights]", *lines, ""]
    options.out.write_text("\n".join(content), encoding="utf-8")


def fit(rows: Sequence[_Row]) -> dict[str, float]:
    """Return the weight of each sign."""
    names = [*SIGNS, *KINDS]
    table = np.array([[found.get(name, 0.0) for name in names] for found, _ in rows])
    right = np.array([is_right for _, is_right in rows], dtype=float)
    weights = regression.fit(table, right)
    return dict(zip(names, weights.tolist(), strict=True))


def _rows(articles: Sequence[Article], tagger: Tagger) -> Iterator[_Row]:
    """Yield the signs of every name found by guessing, and whether it is right."""
    for article, tagging in zip(articles, tagger.tag([one.text for one in articles]), strict=True):
        text = article.text
        document = parse_plain(text)
        read = readings(document, tagging.names)
        found = named(document, read)
        right = {(normalised(text, one.start, one.end), one.type) for one in article.names}
        for mention, its_signs in zip(found, signs(text, found, read), strict=True):
            if mention.method not in CERTAIN:
                place = normalised(text, mention.start, mention.end)
                yield its_signs, (place, mention.kind.value) in right


def _tenths(rows: Sequence[_Row], weights: dict[str, float]) -> Iterator[str]:
    totals = [sum(weights.get(name, 0.0) * value for name, value in one.items()) for one, _ in rows]
    scores = chances(np.array(totals))
    tenths = np.minimum((scores * _TENTHS).astype(int), _TENTHS - 1)
    right = np.array([is_right for _, is_right in rows], dtype=float)
    for tenth in range(_TENTHS):
        inside = tenths == tenth
        if inside.any():
            yield (
                f"{tenth / _TENTHS:.1f}: {inside.sum():5} names, "
                f"said {scores[inside].mean():.3f}, right {right[inside].mean():.3f}"
            )


def _shipped() -> Path:
    return Path(data.__file__).parent / "confidence.toml"


if __name__ == "__main__":
    main(sys.argv[1:])
