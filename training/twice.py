"""What tells that two passages are one thing told twice: fit the weights of `engine/checks/twice`.

python -m training.twice [--split train development] [OUT.toml]

Every pair of figures or dates that the engine compares is planted or is not. A logistic regression
says from its signs how likely it is planted. Each hand of the corpus is scored by weights that were
fitted without it; so much is found at so many false alarms is printed, and decides from which
chance on a pair is shown. Writes `engine/data/twice.toml`. A minute of work.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from articles.engine import data
from articles.engine.checks.story import Story
from articles.engine.checks.twice.chances import pairs, signs
from articles.engine.checks.twice.pair import Pair, Sort
from articles.engine.extraction import extract_tagged
from articles.engine.parsing import parse_plain
from articles.engine.spans import overlaps
from articles.engine.tagging.model import ModelTagger
from corpus.checking import FOLDER, load
from corpus.rules.hygiene import splits
from training.regression import chances, fit_scaled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from corpus.article import Article

FALSE_ALARMS: Final = {
    Sort.FIGURES: 0.05,
    Sort.DAYS: 0.04,
    Sort.YEARS: 0.02,
    Sort.AGES: 0.02,
    Sort.LENGTHS: 0.04,
}
"""How many in an article an editor may be shown of each sort, at most."""

_OF_PARTS: Final = frozenset({"part-differs"})
_TOLD_TWICE: Final = {
    Sort.FIGURES: _OF_PARTS | {"conflicting-figures"},
    Sort.DAYS: _OF_PARTS | {"conflicting-dates"},
    Sort.YEARS: _OF_PARTS | {"conflicting-years", "conflicting-dates"},
    Sort.AGES: frozenset({"age-differs", "card-contradicted"}),
    Sort.LENGTHS: frozenset({"duration-differs"}),
}
_RIDGE: Final = 3.0
_HEAD: Final = """\
# Whether two passages are one thing told twice (see `engine/checks/twice`): from which chance on a pair is shown, and
# the weights of its signs. Made by `python -m training.twice` with the {count} articles of {split}; never by hand.
#
# sentence, clause: words that both have, the rare ones more. beside, before: the same words next to them. distance: the
# logarithm of the signs between them. split: they stand in two parts; outside: one not in the body; echoed: the article
# gives one of them again. swapped, one_digit: a slip of the digits. unit: the same. ratio: the logarithm of the one
# through the other. rivals, dates, people, births, stretches, lengths: how many there are. gap: the days or years between.
# today, this_year: one is that of publication. future: one lies after it. few, near: years not far apart. same_day,
# same_month: in two years. same, two_people, protagonist: whose age it is; sure: the name stands there; mixed: an age and
# a birth. link: words and names that a length shares with a stretch. definite, definite_closed, goes_on, is_age: how the
# length is told; open: the stretch has no end; fitting: other stretches have that length; dated: its sentence has dates.
"""


@dataclass(frozen=True, slots=True)
class _Row:
    """One pair: whose article, its signs, and whether it was planted."""

    hand: str
    signs: dict[str, float]
    is_planted: bool


def main(arguments: list[str]) -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(prog="python -m training.twice", description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", default=_shipped())
    parser.add_argument("--split", nargs="*", default=["train", "development"])
    options = parser.parse_args(arguments)
    split_of = splits(FOLDER)
    articles = [one for one in load() if split_of[one.hand] in options.split]
    rows: dict[Sort, list[_Row]] = defaultdict(list)
    for sort, row in _rows(articles):
        rows[sort].append(row)
    lines = [_HEAD.format(count=len(articles), split=" and ".join(options.split))]
    shown = {sort: _shown_from(sort, rows[sort], articles=len(articles)) for sort in Sort}
    lines += ["[shown_from]", *(f"{sort} = {chance:.2f}" for sort, chance in shown.items())]
    for sort in Sort:
        names = list(rows[sort][0].signs)
        weights = fit_scaled(_table(rows[sort], names), _planted(rows[sort]), ridge=_RIDGE)
        pairs_of = zip(names, weights, strict=True)
        lines += ["", f"[weights.{sort}]", *(f"{name} = {weight:.3f}" for name, weight in pairs_of)]
    options.out.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _rows(articles: Sequence[Article]) -> Iterator[tuple[Sort, _Row]]:
    """Yield each pair; what touches a planted contradiction of another kind says nothing."""
    tagged = ModelTagger().tag([one.text for one in articles])
    for article, tagging in zip(articles, tagged, strict=True):
        document = parse_plain(article.text)
        extraction = extract_tagged(document, tagging, published=article.published)
        story = Story(document, extraction, article.published)
        for pair in pairs(story):
            code = _code(article, pair)
            if not code or code in _TOLD_TWICE[pair.sort]:
                yield pair.sort, _Row(article.hand, signs(story, pair), bool(code))


def _code(article: Article, pair: Pair) -> str:
    """Return of which planted contradiction these are the two passages; empty for none."""
    one, other = pair.spans
    for planted in article.contradictions:
        match planted.spans:
            case (first, second, *_):
                if overlaps(one, first) and overlaps(other, second):
                    return planted.code
                if overlaps(one, second) and overlaps(other, first):
                    return planted.code
    return ""


def _shown_from(sort: Sort, rows: Sequence[_Row], *, articles: int) -> float:
    """Return the chance above which there are no more false alarms than allowed."""
    names = list(rows[0].signs)
    table, planted = _table(rows, names), _planted(rows)
    hands = np.array([one.hand for one in rows])
    scores = np.zeros(len(rows))
    for hand in sorted(set(hands)):
        others = hands != hand
        weights = fit_scaled(table[others], planted[others], ridge=_RIDGE)
        scores[~others] = chances(table[~others] @ weights)
    false = np.sort(scores[planted == 0])[::-1]
    for rate in (0.01, 0.02, 0.05, 0.1):
        at = min(round(rate * articles), len(false) - 1)
        found = (scores[planted == 1] > false[at]).mean()
        sys.stdout.write(f"{sort}: {found:.0%} found at {rate} false alarms an article\n")
    return float(false[min(round(FALSE_ALARMS[sort] * articles), len(false) - 1)])


def _table(rows: Sequence[_Row], names: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[one.signs[name] for name in names] for one in rows])


def _planted(rows: Sequence[_Row]) -> NDArray[np.float64]:
    return np.array([one.is_planted for one in rows], dtype=float)


def _shipped() -> Path:
    return Path(data.__file__).parent / "twice.toml"


if __name__ == "__main__":
    main(sys.argv[1:])
