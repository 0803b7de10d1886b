"""`python -m training`: fit a network, turn it into the shipped file, and describe it.

python -m training fit OUT.pt --ner DIR [--without SET…] [--split SPLIT…] [--articles N] [--house FILE…]
python -m training ship IN.pt FOLDER --version V
"""

from __future__ import annotations

import argparse
import sys
from itertools import islice
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.conversion import convert
from training.examples import Example, examples
from training.learning import Recipe, train
from training.network import Network, base_folder
from training.sets import OPEN, Text, corpus_texts, read_lines, read_open
from training.shipping import ship

_DEFAULT = Recipe()


def main(arguments: list[str]) -> None:
    """Run one command."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    fit = commands.add_parser("fit", help="train a network")
    fit.add_argument("out", type=Path)
    fit.add_argument("--ner", type=Path, help="folder of the open sets (JSONL)")
    fit.add_argument("--without", nargs="*", default=[], metavar="SET")
    fit.add_argument("--split", nargs="*", default=["train"], help="splits of the own corpus")
    fit.add_argument("--articles", type=int, help="only so many articles of the own corpus")
    fit.add_argument("--repeat", type=int, default=2, help="own articles seen so often an epoch")
    fit.add_argument("--house", nargs="*", type=Path, default=[], help="files of export_training")
    fit.add_argument("--start", type=Path, help="go on from this network")
    fit.add_argument("--epochs", type=float, default=_DEFAULT.epochs)
    fit.add_argument("--rate", type=float, default=_DEFAULT.rate)
    fit.add_argument("--seed", type=int, default=_DEFAULT.seed)
    fit.set_defaults(run=_fit)
    out = commands.add_parser("ship", help="write the model's folder")
    out.add_argument("network", type=Path)
    out.add_argument("folder", type=Path)
    out.add_argument("--version", required=True)
    out.set_defaults(run=_ship)
    options = parser.parse_args(arguments)
    options.run(options)


def _fit(options: argparse.Namespace) -> None:
    known = _examples(_open_texts(options))
    own = _examples([*islice(corpus_texts(options.split), options.articles), *_house(options)])
    print(f"{len(known)} windows of open sets, {len(own)} of own articles", flush=True)
    recipe = Recipe(epochs=options.epochs, rate=options.rate, seed=options.seed)
    start = _load(options.start) if options.start else None
    network = train(known + own * options.repeat, recipe, start)
    torch.save(network.state_dict(), options.out)


def _open_texts(options: argparse.Namespace) -> list[Text]:
    if options.ner is None:
        return []
    wanted = [one for one in OPEN if one.name not in options.without]
    return [text for one in wanted for text in read_open(options.ner, one)]


def _house(options: argparse.Namespace) -> list[Text]:
    return [text for path in options.house for text in read_lines(path)]


def _examples(texts: list[Text]) -> list[Example]:
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return list(examples(texts, tokenizer))


def _load(path: Path) -> Network:
    network = Network()
    network.load_state_dict(torch.load(path, weights_only=True))
    return network


def _ship(options: argparse.Namespace) -> None:
    options.folder.mkdir(parents=True, exist_ok=True)
    convert(_load(options.network), options.folder / "tagger.onnx")
    ship(options.folder, version=options.version)


if __name__ == "__main__":
    main(sys.argv[1:])
