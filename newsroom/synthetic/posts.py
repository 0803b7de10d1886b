"""The posts behind the patterns: news of nothing, built like the real thing."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final

from newsroom.synthetic import slots

SECTIONS: Final = ("World", "Business", "Science", "Culture", "Sport", "Technology")
_PARAGRAPHS, _SENTENCES = 8, 3
_COMMON: Final = ("committee", "harbour", "licence", "budget", "training", "energy", "railway")
_PLAIN: Final = (
    "The {} of the old {} was moved to the {} before the winter.",
    "Nobody in the {} had expected a {} so soon after the {}.",
    "For years the {} had been a matter of {} rather than of {}.",
    "What follows from the {} depends on the {}, and that takes time.",
    "A second {} is planned, though the {} and the {} are still open.",
    "In the {} they speak of a {} that may outlive the {}.",
)
_CITED: Final = (
    "{who} said that the {} would come back with the {}.",
    "{who} said that no {} had been seen near the {}.",
    "{who} said that a {} without a {} was not worth its price.",
)
_FIGURE: Final = "{who} counted {number} members in {year}."
_HEADLINES: Final = (
    "{} brings the {} back to {}",
    "Why {} wants a {} near {}",
    "{} and the {} of {}",
    "After the {} of {}, {} waits",
)


def post(number: int, seed: int) -> str:
    """Return the post behind a pattern as Markdown with front matter; the names are slots."""
    rng = Random(f"{seed}:post:{number}")  # noqa: S311 - the same articles each time
    places = iter(range(slots.WORDS))
    headline = rng.choice(_HEADLINES).format(slots.organization(0), slots.SERIAL, slots.topic(0))
    summary = _summary(rng, places)
    body = "\n\n".join(_blocks(rng, places, number))
    return (
        "---\n"
        f"title: {headline}\n"
        f"summary: {summary}\n"
        f"authors: [{', '.join(map(slots.person, _author_places()))}]\n"
        f"section: {SECTIONS[number % len(SECTIONS)]}\n"
        f"topics: [{slots.topic(3)}]\n"
        "source: {name: Synthetic wire, url: https://wire.example/news}\n"
        "faq:\n"
        f"  - question: What has {slots.organization(1)} to do with it?\n"
        f"    answer: It counts its members, and {slots.topic(1)} is one of them.\n"
        "---\n"
        f"{body}\n"
    )


def _author_places() -> range:
    return range(slots.PEOPLE, slots.PEOPLE + slots.AUTHORS)


def _summary(rng: Random, places: Iterator[int]) -> str:
    return (
        f"{slots.person(0)} of {slots.organization(0)} speaks of the {_word(places)}, and the "
        f"{rng.choice(_COMMON)} has to answer for {slots.topic(0)}."
    )


def _blocks(rng: Random, places: Iterator[int], number: int) -> Iterator[str]:
    """Yield paragraphs; each speaks of somebody or something else."""
    names = [slots.person(place) for place in range(slots.PEOPLE)]
    names += [slots.organization(place) for place in range(slots.ORGANIZATIONS)]
    for paragraph in range(_PARAGRAPHS):
        if paragraph in (3, 6):
            yield f"## The {rng.choice(_COMMON)} and {slots.topic(paragraph // 3)}"
        sentences = [_sentence(rng.choice(_PLAIN), places, rng) for _ in range(_SENTENCES)]
        who = names[paragraph % len(names)]
        if paragraph % 3 == 1:
            count = f"{rng.randrange(1000, 9999):,}"
            sentences[1] = _FIGURE.format(who=who, number=count, year=2010 + number % 5)
        else:
            sentences[1] = _sentence(rng.choice(_CITED), places, rng, who=who)
        sentences.append(f"All of it concerns {slots.topic(paragraph % slots.TOPICS)}.")
        yield " ".join(sentences)


def _sentence(form: str, places: Iterator[int], rng: Random, **given: str) -> str:
    """Fill a sentence: with the words of this article, and with common ones when they are used up."""
    gaps = form.count("{}")
    return form.format(*(_word(places) or rng.choice(_COMMON) for _ in range(gaps)), **given)


def _word(places: Iterator[int]) -> str:
    place = next(places, None)
    return "" if place is None else slots.word(place)
