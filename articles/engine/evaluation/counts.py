"""What rates are made of, and what a section says about one text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Counts:
    """Of `found` things `correct` are right; of `gold` things `recalled` were found.

    The two numerators are one where things are matched one to one; B³ has fractions of them.
    """

    correct: float = 0
    found: float = 0
    recalled: float = 0
    gold: float = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.correct + other.correct,
            self.found + other.found,
            self.recalled + other.recalled,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float | None:
        """Return the share of what was found that is right; None where nothing was found."""
        return self.correct / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Return the share of what is there that was found; None where nothing is there."""
        return self.recalled / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean; None where precision or recall is not measured at all."""
        precision, recall = self.precision, self.recall
        if recall is None or (precision is None and self.recalled):
            return None
        if not precision or not recall:
            return 0.0
        return 2 * precision * recall / (precision + recall)

    @property
    def errors(self) -> float:
        """Return how many are wrong or missed."""
        return self.found - self.correct + self.gold - self.recalled


def matched(both: int, found: int, gold: int) -> Counts:
    """Return the counts of things that were matched one to one."""
    return Counts(both, found, both, gold)


def recalled(both: int, gold: int) -> Counts:
    """Return counts where only recall can be said."""
    return Counts(recalled=both, gold=gold)


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum."""
    return sum(counts, Counts())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a section says about one text: counts by label, and what went wrong, in words."""

    counts: Mapping[str, Counts]
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = field(default=())
