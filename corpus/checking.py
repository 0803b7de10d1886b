"""All rules over the whole corpus. Rules across articles need all of them, whichever is asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from corpus.article import Article, Problem
from corpus.reading import Reading, read
from corpus.rules.attributions import attributions, quotation_marks
from corpus.rules.completeness import unmarked_capitals, unmarked_names, unmarked_numbers
from corpus.rules.front_matter import contradictions, front_matter
from corpus.rules.hygiene import placed, public_names, shared_names, shared_sentences, splits
from corpus.rules.spans import identities, trimmed, values

FOLDER = Path(__file__).parent
RULES: tuple[Callable[[Article], Iterator[Problem]], ...] = (
    front_matter,
    contradictions,
    values,
    trimmed,
    identities,
    attributions,
    quotation_marks,
    unmarked_names,
    unmarked_capitals,
    unmarked_numbers,
)


def files(paths: Sequence[str] = (), folder: Path = FOLDER) -> list[Path]:
    """Return the article files under the paths, or all; raise FileNotFoundError for a wrong path.

    A path may be meant from the corpus, from its folder of articles or from here.
    """
    if not paths:
        return sorted((folder / "articles").glob("*/*.md"))
    return sorted({file for path in paths for file in _under(path, folder)})


def _under(path: str, folder: Path) -> Iterable[Path]:
    for place in (folder / path, folder / "articles" / path, Path(path)):
        if place.is_dir():
            return (found.resolve() for found in place.rglob("*.md") if found.name != "README.md")
        if place.is_file():
            return [place.resolve()]
    raise FileNotFoundError(f"{path}: no such file or folder")


def read_all(folder: Path = FOLDER) -> list[Reading]:
    """Read every article of the corpus."""
    return [read(path) for path in files(folder=folder)]


def load(paths: Sequence[str] = (), folder: Path = FOLDER) -> list[Article]:
    """Return the articles under the paths, or all, that can be read."""
    readings = (read(path) for path in files(paths, folder))
    return [reading.article for reading in readings if reading.article]


def check(paths: Sequence[str] = (), folder: Path = FOLDER) -> list[Problem]:
    """Return what is wrong with the articles under the paths, by file and line.

    Files that are not in the corpus, such as second annotations, are checked by themselves.
    """
    readings = {reading.path.resolve(): reading for reading in read_all(folder)}
    wanted = {path.resolve() for path in files(paths, folder)} if paths else set(readings)
    found = list(_across([one.article for one in readings.values() if one.article], folder))
    readings |= {path: read(path) for path in sorted(wanted - set(readings))}
    for path in wanted:
        reading = readings[path]
        found += reading.problems
        if reading.article:
            found += [problem for rule in RULES for problem in rule(reading.article)]
    return sorted({problem for problem in found if problem.path.resolve() in wanted})


def _across(articles: Sequence[Article], folder: Path) -> Iterator[Problem]:
    hands = splits(folder)
    yield from placed(articles, hands)
    yield from shared_names(articles, hands, public_names(folder))
    yield from shared_sentences(articles)
