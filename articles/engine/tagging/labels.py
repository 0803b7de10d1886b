"""What the outputs of the model mean: four layers of labels, each B (begins), I (goes on), O.

Names are one layer, since names do not overlap. Source, cue and content of attributions are a
layer each, since a content holds the sources and cues of the statements within it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from articles.engine.tagged import Role
from articles.engine.types import Kind

KINDS: Final = (
    Kind.PERSON,
    Kind.ORG,
    Kind.PRODUCT,
    Kind.PLACE,
    Kind.EVENT,
    Kind.WORK,
    Kind.LAW,
    Kind.NORP,
)
ROLES: Final = (Role.SOURCE, Role.CUE, Role.CONTENT)

OUTSIDE: Final = 0


M = TypeVar("M", Kind, Role)


@dataclass(frozen=True, slots=True)
class Layer(Generic[M]):
    """One layer: which columns of the output it takes, and what its pairs of labels stand for.

    Within the layer label 0 is O, label 2k+1 begins `meanings[k]` and label 2k+2 goes on with it.
    """

    start: int
    meanings: tuple[M, ...]

    @property
    def width(self) -> int:
        """Return how many columns the layer takes."""
        return 1 + 2 * len(self.meanings)

    @property
    def columns(self) -> slice:
        """Return the layer's columns in the output of the model."""
        return slice(self.start, self.start + self.width)


def begins(meaning: int) -> int:
    """Return the label that begins the meaning of this number."""
    return 2 * meaning + 1


def goes_on(meaning: int) -> int:
    """Return the label that goes on with the meaning of this number."""
    return 2 * meaning + 2


NAMES: Final = Layer(0, KINDS)
ATTRIBUTION: Final = tuple(
    Layer(NAMES.width + 3 * number, (role,)) for number, role in enumerate(ROLES)
)
LAYERS: Final[tuple[Layer[Kind] | Layer[Role], ...]] = (NAMES, *ATTRIBUTION)
WIDTH: Final = sum(layer.width for layer in LAYERS)
