"""Both sides of a text by hand: what is there, and what the engine is made to have found."""

from decimal import Decimal

from articles.engine.evaluation.gold import Attributed, Gold, Named
from articles.engine.evaluation.texts import Found, Judged
from articles.engine.types import (
    Citation,
    CitationKind,
    CitedSource,
    Cue,
    DateMention,
    Document,
    Extraction,
    Figure,
    Kind,
    Mention,
    SourceType,
    Span,
)


def place(text, words, nth=0):
    """Return where words stand in a text for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return at, at + len(words)


def named(text, words, type_, entity="", nth=0):
    return Named(*place(text, words, nth), type_, entity)


def mention(text, words, type_, score=0.5, nth=0):
    start, end = place(text, words, nth)
    key = f"{type_}:{words}"
    return Mention(start, end, words, Kind(type_), words, key, score, "tagger")


def spans(text, *passages):
    return tuple(Span(*place(text, words)) for words in passages)


def attributed(text, source, cue, *content):
    sources = spans(text, source) if source else ()
    return Attributed(sources, spans(text, cue) if cue else (), spans(text, *content))


def citation(text, source, cue, *content):
    start, end = place(text, cue)
    cited = CitedSource(*place(text, source), source, SourceType.PERSON) if source else None
    return Citation(
        start, end, CitationKind.PARAPHRASE, Cue(start, end, cue), cited, spans(text, *content)
    )


def dated(text, words, iso):
    return DateMention(*place(text, words), words, iso)


def figure(text, words, value, unit):
    return Figure(*place(text, words), words, Decimal(str(value)), unit)


def judged(text, *, findings=(), mentions=(), citations=(), dates=(), figures=(), faq=(), **gold):
    identifier = gold.pop("identifier", "one")
    extraction = Extraction(
        mentions=tuple(mentions),
        citations=tuple(citations),
        figures=tuple(figures),
        dates=tuple(dates),
        faq=tuple(faq),
    )
    tuples = {
        name: tuple(value) if isinstance(value, list) else value for name, value in gold.items()
    }
    return Judged(
        Gold(identifier, text, **tuples), Found(Document(text=text), extraction, tuple(findings))
    )


def summed(outcomes, label):
    """Return the counts of a label over all outcomes as (correct, found, recalled, gold)."""
    counts = [one.counts[label] for one in outcomes if label in one.counts]
    return tuple(
        sum(getattr(one, name) for one in counts)
        for name in ("correct", "found", "recalled", "gold")
    )
