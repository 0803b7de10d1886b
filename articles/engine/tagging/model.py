"""The weights and what runs them: `ModelTagger`, a `types.Tagger`."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from articles.engine import data
from articles.engine.errors import TaggerUnavailable
from articles.engine.tagged import TaggedRole, TaggedSpan, Tagging
from articles.engine.tagging.decoding import decode
from articles.engine.tagging.encoding import CLOSING, OPENING, Window, windows
from articles.engine.tagging.labels import ATTRIBUTION, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

MODEL: Final = "tagger.onnx"
TOKENIZER: Final = "tokenizer.json"
CARD: Final = "card.toml"

_PIECES_AT_ONCE: Final = 800
_WINDOWS_AT_ONCE: Final = 400


@dataclass(frozen=True, slots=True)
class _Work:
    """A window and the number of the text that it is of."""

    text: int
    window: Window


class ModelTagger:
    """The house's own model; it keeps no state between calls, and threads may share it."""

    version: str

    def __init__(self, *, folder: Path | None = None) -> None:
        """Load the model of the folder, by default the one that is shipped, if it is the card's.

        Raises TaggerUnavailable where a file is missing or not the one that the card describes.
        """
        folder = folder or shipped_folder()
        card = _card(folder)
        weights = _checked(folder / MODEL, card)
        self._tokenizer = Tokenizer.from_buffer(_checked(folder / TOKENIZER, card))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._session = onnxruntime.InferenceSession(
            weights, _options(), providers=["CPUExecutionProvider"]
        )
        self.version = f"{card['name']} {card['version']}+{card['sha256'][MODEL][:8]}"

    def tag(self, texts: Sequence[str]) -> list[Tagging]:
        """Return the names and the parts of attributions of each text, in order."""
        names: list[list[TaggedSpan]] = [[] for _ in texts]
        roles: list[list[TaggedRole]] = [[] for _ in texts]
        for works in _portions(texts, self._tokenizer):
            for work, scores in self._scored(works):
                names[work.text] += _names(work.window, scores)
                roles[work.text] += _roles(work.window, scores)
        return [
            Tagging(
                tuple(sorted(found, key=lambda one: one.start)),
                tuple(sorted(parts, key=lambda one: one.start)),
            )
            for found, parts in zip(names, roles, strict=True)
        ]

    def _scored(self, works: list[_Work]) -> Iterator[tuple[_Work, NDArray[np.float32]]]:
        """Yield each window with the scores of its words: windows of like length run together."""
        works.sort(key=lambda work: len(work.window.pieces))
        for batch in _batches(works):
            (outputs,) = self._session.run(None, _inputs([work.window for work in batch]))
            for work, scores in zip(batch, outputs, strict=True):
                yield work, scores[work.window.firsts + 1]


def shipped_folder() -> Path:
    """Return the folder of the model that comes with the engine."""
    return Path(data.__file__).parent / "model"


def _card(folder: Path) -> dict[str, Any]:
    try:
        return tomllib.loads((folder / CARD).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TaggerUnavailable(
            f"The card of the language model cannot be read: {error}"
        ) from error


def _checked(path: Path, card: dict[str, Any]) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise TaggerUnavailable(f"The language model is incomplete: {error}") from error
    actual, expected = hashlib.sha256(content).hexdigest(), card["sha256"][path.name]
    if actual != expected:
        msg = f"The language model is not the one of its card: {path} has SHA-256 {actual}, not {expected}."
        raise TaggerUnavailable(msg)
    return content


def _options() -> onnxruntime.SessionOptions:
    """One thread: the workers are processes, forked after the model is loaded."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return options


def _portions(texts: Sequence[str], tokenizer: Tokenizer) -> Iterator[list[_Work]]:
    """Yield the windows of all texts, so many at once that memory stays bounded."""
    works: list[_Work] = []
    for number, text in enumerate(texts):
        for window in windows(text, tokenizer):
            works.append(_Work(number, window))
            if len(works) == _WINDOWS_AT_ONCE:
                yield works
                works = []
    if works:
        yield works


def _batches(works: Sequence[_Work]) -> Iterator[list[_Work]]:
    batch: list[_Work] = []
    for work in works:
        if batch and (len(batch) + 1) * len(work.window.pieces) > _PIECES_AT_ONCE:
            yield batch
            batch = []
        batch.append(work)
    if batch:
        yield batch


def _inputs(batch: Sequence[Window]) -> dict[str, NDArray[np.int64]]:
    shape = (len(batch), max(len(window.pieces) for window in batch) + 2)
    pieces, cases, mask = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    for row, window in enumerate(batch):
        end = len(window.pieces) + 1
        pieces[row, 0], pieces[row, end] = OPENING, CLOSING
        pieces[row, 1:end] = window.pieces
        cases[row, 1:end] = window.cases
        mask[row, : end + 1] = 1
    return {"pieces": pieces, "cases": cases, "mask": mask}


def _names(window: Window, scores: NDArray[np.float32]) -> Iterator[TaggedSpan]:
    for found in decode(scores[:, NAMES.columns], NAMES):
        start, end = int(window.starts[found.first]), int(window.ends[found.last])
        yield TaggedSpan(start, end, NAMES.meanings[found.meaning], found.score)


def _roles(window: Window, scores: NDArray[np.float32]) -> Iterator[TaggedRole]:
    for layer in ATTRIBUTION:
        for found in decode(scores[:, layer.columns], layer):
            start, end = int(window.starts[found.first]), int(window.ends[found.last])
            yield TaggedRole(start, end, layer.meanings[found.meaning], found.score)
