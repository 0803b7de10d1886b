"""Everything one document names and rests on.

1. Recognizers read the text, each for itself: handles, cards, known names, tagger.
2. `consolidation` chooses one reading for each stretch and one kind for each name.
3. `coreference` joins the mentions of one entity under one key.
4. Citations are found next to the mentions that are their sources; figures, dates, FAQ beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articles.engine.consolidation import consolidate
from articles.engine.coreference import resolve
from articles.engine.language import ENGLISH, language
from articles.engine.recognizers import (
    cards,
    citations,
    dates,
    faq,
    figures,
    gazetteer,
    handles,
    people_and_organizations,
)
from articles.engine.types import Extraction

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from articles.engine.tagged import TaggedSpan, Tagger, Tagging
    from articles.engine.types import Document, Knowledge, Mention


_SURE_IN_OTHER_LANGUAGES: Final = 0.9


def extract(
    document: Document,
    *,
    tagger: Tagger,
    knowledge: Knowledge | None = None,
    published: dt.datetime | dt.date | None = None,
) -> Extraction:
    """Return the mentions, citations, figures, dates and question-answer pairs of the document.

    `knowledge` lends its names to the gazetteer; `published` is what relative dates count from.
    """
    (tagging,) = tagger.tag([document.text])
    return extract_tagged(document, tagging, knowledge=knowledge, published=published)


def extract_tagged(
    document: Document,
    tagging: Tagging,
    *,
    knowledge: Knowledge | None = None,
    published: dt.datetime | dt.date | None = None,
) -> Extraction:
    """Do what `extract` does where the tagger has read the text already, with many others at once."""
    known = knowledge.known_names() if knowledge else ()
    house = gazetteer.house(known)
    spoken = language(document.text)
    names = tagging.names if spoken == ENGLISH else _sure(tagging.names)
    read = readings(document, names, house)
    mentions = consolidate(document, read, excluded=house.excluded)
    mentions = resolve(document, mentions, known=known)
    dated = dates.recognize(document, published)
    return Extraction(
        mentions=tuple(mentions),
        citations=tuple(citations.recognize(document, mentions, dated, tagging.roles)),
        figures=tuple(figures.recognize(document, dated)),
        dates=tuple(dated),
        faq=tuple(faq.recognize(document)),
        language=spoken,
    )


def _sure(names: Sequence[TaggedSpan]) -> list[TaggedSpan]:
    """Return the names that the tagger, which learned English alone, is sure of elsewhere, too."""
    return [name for name in names if name.score >= _SURE_IN_OTHER_LANGUAGES]


def readings(
    document: Document, names: Sequence[TaggedSpan], house: gazetteer.House | None = None
) -> list[Mention]:
    """Return what each recognizer takes for a name, for the whole text to decide between."""
    return [
        *handles.recognize(document),
        *cards.recognize(document),
        *(house.gazetteer.recognize(document) if house else ()),
        *gazetteer.lexicon().recognize(document),
        *people_and_organizations.recognize(document, names),
    ]
