"""The trained network to one ONNX file with weights of eight bits.

Word embeddings are kept as bytes with one scale a row; the linear maps are quantised dynamically,
a scale for each output channel (onnxruntime's dynamic quantisation). The style of the house is
added to the embedding of positions, so that the file needs no styles.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training.network import HOUSE_STYLE, Network

if TYPE_CHECKING:
    from torch import Tensor

_BYTE = 127
_OPSET = 17


class _Deployed(nn.Module):
    """The network as it is shipped: pieces, cases and mask in, scores out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        weights = network.words.weight.detach()
        scales = weights.abs().amax(1, keepdim=True).clamp_min(1e-8) / _BYTE
        self.register_buffer("words", (weights / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)
        style = network.styles.weight[HOUSE_STYLE].detach()
        self.register_buffer("places", network.positions.weight.detach() + network.segment + style)
        self.register_buffer("cases", network.cases.weight.detach())

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        known = self.words[pieces].float() * self.scales[pieces]
        hidden = self.network.norm(known + self.places[: pieces.shape[1]] + self.cases[cases])
        unseen = ((1.0 - mask.float()) * -1e4)[:, None, None, :]
        for block in self.network.blocks:
            hidden = block(hidden, unseen)
        return self.network.outputs(hidden)


def convert(network: Network, target: Path) -> None:
    """Write the network to `target` as ONNX."""
    deployed = _Deployed(network.eval()).eval()
    example = tuple(torch.ones(2, 24, dtype=torch.long) for _ in range(3))
    inputs = ["pieces", "cases", "mask"]
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            deployed,
            example,
            str(whole),
            input_names=inputs,
            output_names=["scores"],
            dynamic_axes={name: {0: "window", 1: "piece"} for name in [*inputs, "scores"]},
            opset_version=_OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm"],
        )
    onnx.checker.check_model(str(target))
