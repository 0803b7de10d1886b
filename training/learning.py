"""The training loop: shuffled batches of like length, AdamW, a rise and a fall of the step size, weight averaging."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from articles.engine.tagging.encoding import CLOSING, OPENING, SHAPES
from articles.engine.tagging.labels import ATTRIBUTION, NAMES
from training.examples import UNKNOWN
from training.network import HOUSE_STYLE, Network, load_base

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torch import Tensor

    from training.examples import Example

_LOWER, _UPPER = 2, 3
_WITHOUT_CASE = {_LOWER: 0.02, _UPPER: 0.04}
_WITHOUT_STYLE = 0.15
_POOL = 400


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides the result beside the data."""

    epochs: float = 3.0
    batch: int = 1200  # word pieces, padding included
    rate: float = 2e-4
    new_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.01
    role_weight: float = 1.0
    averaged_from: float = 0.6
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of one step, padded to the same length."""

    pieces: Tensor
    cases: Tensor
    mask: Tensor
    styles: Tensor
    rows: Tensor
    firsts: Tensor
    names: Tensor
    roles: Tensor
    weights: Tensor


def train(examples: Sequence[Example], recipe: Recipe, base: Network | None = None) -> Network:
    """Return a network that learned from the examples, starting at `base` or the base model."""
    random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    network = base or Network()
    if base is None:
        load_base(network)
    steps = int(recipe.epochs * len(_shuffled(examples, recipe.batch)))
    optimizer, schedule = _optimizer(network, recipe, steps)
    averaged = torch.optim.swa_utils.AveragedModel(network)
    network.train()
    began, loss_seen = time.process_time(), 0.0
    for step, batch in zip(range(steps), _batches(examples, recipe), strict=False):
        loss = _loss(network, batch, recipe)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step >= recipe.averaged_from * steps:
            averaged.update_parameters(network)
        loss_seen = 0.98 * loss_seen + 0.02 * loss.item()
        if step % 100 == 0 or step == steps - 1:
            spent = time.process_time() - began
            print(f"step {step + 1}/{steps}  loss {loss_seen:.4f}  {spent:.0f} CPU s", flush=True)
    return averaged.module.eval()


def _optimizer(
    network: Network, recipe: Recipe, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    new = network.new_parameters()
    network.words.requires_grad_(requires_grad=False)  # What the base knows of rare words stays.
    groups = [
        {
            "params": [one for name, one in network.named_parameters() if (name in new) is fresh],
            "lr": rate,
        }
        for fresh, rate in ((True, recipe.new_rate), (False, recipe.rate))
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=recipe.decay, fused=True)
    warm_up = max(1, int(recipe.warm_up * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm_up, max(0.05, 1 - step / steps))
    )
    return optimizer, schedule


def _batches(examples: Sequence[Example], recipe: Recipe) -> Iterator[Batch]:
    """Yield batches for ever."""
    while True:
        for numbers in _shuffled(examples, recipe.batch):
            yield collate([examples[number] for number in numbers], noise=True)


def _shuffled(examples: Sequence[Example], most: int) -> list[list[int]]:
    """Return the numbers of all examples in batches: windows of about the same length together."""
    order = random.sample(range(len(examples)), len(examples))
    batches: list[list[int]] = []
    for start in range(0, len(order), _POOL):
        alike = sorted(order[start : start + _POOL], key=lambda at: len(examples[at].window.pieces))
        batch: list[int] = []
        for number in alike:
            if (len(batch) + 1) * (len(examples[number].window.pieces) + 2) > most and batch:
                batches.append(batch)
                batch = []
            batch.append(number)
        batches.append(batch)
    random.shuffle(batches)
    return batches


def collate(examples: Sequence[Example], *, noise: bool) -> Batch:
    """Return the examples as one batch; with `noise`, some lose their letter case or their style."""
    length = max(len(one.window.pieces) for one in examples) + 2
    pieces, cases, mask = (torch.zeros(len(examples), length, dtype=torch.long) for _ in range(3))
    rows, firsts = [], []
    for row, one in enumerate(examples):
        inside = slice(1, len(one.window.pieces) + 1)
        pieces[row, 0], pieces[row, inside.stop] = OPENING, CLOSING
        pieces[row, inside] = torch.from_numpy(one.window.pieces)
        cases[row, inside] = torch.from_numpy(
            _noisy(one.window.cases) if noise else one.window.cases
        )
        mask[row, : inside.stop + 1] = 1
        rows.append(np.full(len(one.window.firsts), row))
        firsts.append(one.window.firsts + 1)
    return Batch(
        pieces,
        cases,
        mask,
        torch.tensor([_style(one) if noise else one.source.style for one in examples]),
        torch.from_numpy(np.concatenate(rows)),
        torch.from_numpy(np.concatenate(firsts)),
        torch.from_numpy(np.concatenate([one.names for one in examples])),
        torch.from_numpy(np.concatenate([one.roles for one in examples])),
        torch.from_numpy(
            np.concatenate([np.full(len(one.names), one.source.weight) for one in examples])
        ).float(),
    )


def _noisy(cases: np.ndarray) -> np.ndarray:
    """Return the cases as they are, or as they were in a text all in small or all in large letters."""
    chance = random.random()
    for shape, share in _WITHOUT_CASE.items():
        if chance < share:
            letters = cases % SHAPES >= _LOWER
            return np.where(letters, cases - cases % SHAPES + shape, cases)
        chance -= share
    return cases


def _style(example: Example) -> int:
    return HOUSE_STYLE if random.random() < _WITHOUT_STYLE else example.source.style


def _loss(network: Network, batch: Batch, recipe: Recipe) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = network(batch.pieces, batch.cases, batch.mask, batch.styles)
    words = outputs[batch.rows, batch.firsts].float()
    names = words[:, NAMES.columns]
    allowed = names.masked_fill(~batch.names, -1e4)
    missed = names.logsumexp(-1) - allowed.logsumexp(-1)
    loss = (missed * batch.weights).sum() / batch.weights.sum()
    if (batch.roles != UNKNOWN).any():
        for column, layer in enumerate(ATTRIBUTION):
            missed_roles = functional.cross_entropy(
                words[:, layer.columns],
                batch.roles[:, column],
                ignore_index=UNKNOWN,
                reduction="sum",
            )
            loss = loss + recipe.role_weight * missed_roles / len(words)
    return loss
