"""What tells that two passages are one thing told twice: fit the weights of `engine/checks/twice`.

python -m training.twice [--split train development] [OUT.toml]

Every pair of passages that the engine compares is planted or is not. A logistic regression says
from its signs how likely it is planted. Each hand of the corpus is scored by weights that were
fitted without it; so the chance from which on a pair of each sort is shown is set, and what all
checks together find and cry falsely is printed by code and hand. Writes `engine/data/twice.toml`.
A minute of work.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from articles.engine import data
from articles.engine.checks import by_rules
from articles.engine.checks.story import Story
from articles.engine.checks.twice import shown
from articles.engine.checks.twice.chances import pairs, signs
from articles.engine.checks.twice.pair import Pair, Sort
from articles.engine.evaluation.findings import CONTRADICTIONS, is_found
from articles.engine.extraction import extract_tagged
from articles.engine.parsing import parse_plain
from articles.engine.tagging.model import ModelTagger
from corpus.checking import FOLDER, load
from corpus.rules.hygiene import splits
from training.regression import chances, fit_scaled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from articles.engine.types import Finding
    from corpus.article import Article, Contradiction

FALSE_ALARMS: Final = {
    Sort.FIGURES: 0.025,
    Sort.DAYS: 0.01,
    Sort.YEARS: 0.02,
    Sort.AGES: 0.01,
    Sort.LENGTHS: 0.02,
    Sort.ORDERS: 0.01,
}
"""How many in an article an editor may be shown of each sort, at most."""

_OF_PARTS: Final = frozenset({"part-differs", "card-contradicted"})
_TOLD_TWICE: Final = {
    Sort.FIGURES: _OF_PARTS | {"conflicting-figures"},
    Sort.DAYS: _OF_PARTS | {"conflicting-dates"},
    Sort.YEARS: _OF_PARTS | {"conflicting-years", "conflicting-dates"},
    Sort.AGES: frozenset({"age-differs", "card-contradicted"}),
    Sort.LENGTHS: frozenset({"duration-differs"}),
    Sort.ORDERS: frozenset({"impossible-order"}),
}
_RIDGE: Final = 3.0
_HEAD: Final = """\
# Whether two passages are one thing told twice (see `engine/checks/twice`): from which chance on a pair is shown, and
# the weights of its signs. Made by `python -m training.twice` with the {count} articles of {split}; never by hand.
#
# sentence, clause: words that both have, the rare ones more. beside, before: the same words next to them. distance: the
# logarithm of the signs between them. split: they stand in two parts; outside: one not in the body; echoed: the article
# gives one of them again. swapped, one_digit: a slip of the digits. unit: the same. ratio: the logarithm of the one
# through the other. rivals, dates, people, births, lengths, sentences: how many there are. gap: the days or years between.
# today, this_year: one is that of publication. future: one lies after it. few, near: times not far apart. same_day,
# same_month: in two years. kind: both date one kind of event. same, two_people, protagonist: whose age it is; sure: the
# name stands there; mixed: an age and a birth. link: words and names that a length shares with a stretch; best: no other
# stretch shares more. definite, definite_closed, goes_on, is_age, of_what: how the length is told; open: the stretch has
# no end, apart: its ends stand in two places, begins: something begins with it; dated: its sentence has dates. others:
# both name somebody, nobody both; away, cut: how far the date stands from what happened, and whether something ends
# between; told_years: both give a year; often: how often such things happen in the text; person: they
# befall people.
"""


@dataclass(frozen=True, slots=True)
class _Read:
    """An article as the checks read it, with what the rules in words find."""

    article: Article
    story: Story
    known: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class _Row:
    """One pair: where it is told, its signs, and which contradiction it is, if it was planted."""

    read: _Read
    pair: Pair
    signs: dict[str, float]
    planted: Contradiction | None


@dataclass(slots=True)
class _Sorted:
    """The pairs of one sort, and the chance of each by weights that were fitted without its hand."""

    rows: list[_Row] = field(default_factory=list)
    scores: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))


def main(arguments: list[str]) -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(prog="python -m training.twice", description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", default=_shipped())
    parser.add_argument("--split", nargs="*", default=["train", "development"])
    options = parser.parse_args(arguments)
    split_of = splits(FOLDER)
    articles = list(_read([one for one in load() if split_of[one.hand] in options.split]))
    sorts = {sort: _Sorted() for sort in Sort}
    for row in _rows(articles):
        sorts[row.pair.sort].rows.append(row)
    for one in sorts.values():
        one.scores = _crosswise(one.rows)
    least = {sort: _shown_from(sort, sorts[sort], len(articles)) for sort in Sort}
    _print(articles, sorts, least)
    lines = [_HEAD.format(count=len(articles), split=" and ".join(options.split))]
    lines += ["[shown_from]", *(f"{sort} = {chance:.2f}" for sort, chance in least.items())]
    for sort, one in sorts.items():
        names = list(one.rows[0].signs)
        weights = zip(names, _fitted(_fitting(one.rows), names), strict=True)
        lines += ["", f"[weights.{sort}]", *(f"{name} = {weight:.3f}" for name, weight in weights)]
    options.out.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _read(articles: Sequence[Article]) -> Iterator[_Read]:
    for article, tagging in zip(
        articles, ModelTagger().tag([one.text for one in articles]), strict=True
    ):
        document = parse_plain(article.text)
        extraction = extract_tagged(document, tagging, published=article.published)
        story = Story(document, extraction, article.published)
        yield _Read(article, story, by_rules(story))


def _rows(articles: Sequence[_Read]) -> Iterator[_Row]:
    for one in articles:
        for pair in pairs(one.story):
            yield _Row(one, pair, signs(one.story, pair), _planted(one.article, pair))


def _planted(article: Article, pair: Pair) -> Contradiction | None:
    """Return the planted contradiction whose two passages these are."""
    return next((one for one in article.contradictions if is_found(one.spans, pair.spans)), None)


def _fitting(rows: Sequence[_Row]) -> list[_Row]:
    """Return the pairs to learn from: what is a planted contradiction of another kind says nothing."""
    return [one for one in rows if not one.planted or _is_right(one)]


def _is_right(row: _Row) -> bool:
    return row.planted is not None and row.planted.code in _TOLD_TWICE[row.pair.sort]


def _crosswise(rows: Sequence[_Row]) -> NDArray[np.float64]:
    """Return the chance of each pair, by weights that were fitted without the hand that wrote it."""
    names = list(rows[0].signs)
    table = _table(rows, names)
    hands = np.array([one.read.article.hand for one in rows])
    scores = np.zeros(len(rows))
    for hand in sorted(set(hands)):
        weights = _fitted(_fitting([one for one in rows if one.read.article.hand != hand]), names)
        scores[hands == hand] = chances(table[hands == hand] @ weights)
    return scores


def _fitted(rows: Sequence[_Row], names: Sequence[str]) -> NDArray[np.float64]:
    right = np.array([_is_right(one) for one in rows], dtype=float)
    return fit_scaled(_table(rows, names), right, ridge=_RIDGE)


def _table(rows: Sequence[_Row], names: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[one.signs[name] for name in names] for one in rows])


def _shown_from(sort: Sort, one: _Sorted, articles: int) -> float:
    """Return the chance above which there are no more false alarms than allowed; print what is found."""
    false, right = _falsely(one), _rightly(one)
    planted = len({(row.read.article.id, row.planted) for row in one.rows if _is_right(row)})
    for rate in (0.01, 0.02, 0.05, 0.1):
        least = false[min(round(rate * articles), len(false) - 1)]
        found = sum(chance > least for chance in right)
        sys.stdout.write(f"{sort}: {found} of {planted} at {rate} false alarms an article\n")
    return float(false[min(round(FALSE_ALARMS[sort] * articles), len(false) - 1)])


def _falsely(one: _Sorted) -> list[float]:
    """Return the chances of the false alarms, each passage once, the likeliest first."""
    found: list[float] = []
    taken: set[tuple[str, int]] = set()
    for at in np.argsort(-one.scores):
        row = one.rows[at]
        places = {(row.read.article.id, span.start) for span in row.pair.spans}
        if taken.isdisjoint(places):
            taken |= places
            found += [] if row.planted else [float(one.scores[at])]
    return found


def _rightly(one: _Sorted) -> list[float]:
    """Return the best chance of each planted contradiction."""
    best: dict[tuple[str, Contradiction | None], float] = {}
    for row, chance in zip(one.rows, one.scores, strict=True):
        if _is_right(row):
            key = row.read.article.id, row.planted
            best[key] = max(best.get(key, 0.0), float(chance))
    return list(best.values())


def _print(articles: Sequence[_Read], sorts: dict[Sort, _Sorted], least: dict[Sort, float]) -> None:
    """Print what all checks find of the planted, and the false alarms, by code and hand."""
    scored: dict[str, list[tuple[float, Pair]]] = {one.article.id: [] for one in articles}
    for each in sorts.values():
        for row, chance in zip(each.rows, each.scores, strict=True):
            scored[row.read.article.id].append((float(chance), row.pair))
    planted: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    cried: Counter[tuple[str, str]] = Counter()
    for one in articles:
        extra = shown(one.story, scored[one.article.id], one.known, least)
        findings = [each for each in (*one.known, *extra) if each.code in CONTRADICTIONS]
        _count(one.article, findings, planted, seen, cried)
    hands = sorted({one.article.hand for one in articles})
    for code in (*sorted(CONTRADICTIONS), "all"):
        cells = " ".join(
            f"{_at(seen, code, hand):>3}/{_at(planted, code, hand):<2} {_at(cried, code, hand):<2}"
            for hand in (*hands, "all")
        )
        sys.stdout.write(f"{code:<20}{cells}\n")


def _count(
    article: Article,
    findings: Sequence[Finding],
    planted: Counter[tuple[str, str]],
    seen: Counter[tuple[str, str]],
    cried: Counter[tuple[str, str]],
) -> None:
    for one in article.contradictions:
        planted[one.code, article.hand] += 1
        seen[one.code, article.hand] += any(is_found(one.spans, each.spans) for each in findings)
    for each in findings:
        right = any(is_found(one.spans, each.spans) for one in article.contradictions)
        cried[each.code, article.hand] += not right


def _at(counts: Counter[tuple[str, str]], code: str, hand: str) -> int:
    return sum(
        count for (of, who), count in counts.items() if code in {of, "all"} and hand in {who, "all"}
    )


def _shipped() -> Path:
    return Path(data.__file__).parent / "twice.toml"


if __name__ == "__main__":
    main(sys.argv[1:])
