"""A small cast and a notation: [brackets] mark the source and {braces} the content that must be found.

The marks are taken out before reading, so each case says in one line what is expected of it.
"""

import re

from articles.engine.recognizers import citations
from articles.engine.types import DateMention, Document, Kind, Mention

CAST = {
    "Ana Berg": (Kind.PERSON, "person:ana berg", "Ana Berg"),
    "Berg": (Kind.PERSON, "person:ana berg", "Ana Berg"),
    "Bo Quill": (Kind.PERSON, "person:bo quill", "Bo Quill"),
    "Quill": (Kind.PERSON, "person:bo quill", "Bo Quill"),
    "@ana": (Kind.HANDLE, "person:ana berg", "Ana Berg"),
    "Vellum Health": (Kind.ORG, "org:vellum health", "Vellum Health"),
    "Orsova Institute": (Kind.ORG, "org:orsova institute", "Orsova Institute"),
    "Ministry of Rivers": (Kind.ORG, "org:ministry of rivers", "Ministry of Rivers"),
    "Lake Authority": (Kind.ORG, "org:lake authority", "Lake Authority"),
    "Mastodon": (Kind.ORG, "org:mastodon", "Mastodon"),
    "FeverMap": (Kind.PRODUCT, "product:fevermap", "FeverMap"),
    "Oslo": (Kind.PLACE, "place:oslo", "Oslo"),
    "French": (Kind.NORP, "norp:french", "French"),
}
DATES = {
    "May 6, 2024": "2024-05-06",
    "May 2024": "2024-05",
    "Monday": "2024-05-06",
    "2023": "2023",
}
MARKS = re.compile(r"[\[\]{}]")


def recognize(text, *, roles=(), links=(), cast=CAST):
    """Return the citations of a text in which the cast is named."""
    found = citations.recognize(
        Document(text=text, links=tuple(links)), names(text, cast), dates(text), roles
    )
    assert all(text[one.cue.start : one.cue.end] == one.cue.text for one in found)
    assert all(text[one.source.start : one.source.end] == one.source.text for one in found if one.source)  # fmt: skip
    return found


def read(marked):
    """Return the text without marks, its citations, and the marked sources and contents."""
    text = MARKS.sub("", marked)
    sources = [MARKS.sub("", words) for words in re.findall(r"\[(.*?)\]", marked, re.DOTALL)]
    contents = [MARKS.sub("", words) for words in re.findall(r"\{(.*?)\}", marked, re.DOTALL)]
    return text, recognize(text), sources, contents


def names(text, cast):
    pattern = "|".join(sorted(map(re.escape, cast), key=len, reverse=True))
    return [
        Mention(one.start(), one.end(), one[0], kind, name, key, 1.0, "table")
        for one in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text)
        for kind, key, name in [cast[one[0]]]
    ]


def dates(text):
    pattern = "|".join(sorted(map(re.escape, DATES), key=len, reverse=True))
    return [
        DateMention(one.start(), one.end(), one[0], DATES[one[0]])
        for one in re.finditer(rf"\b(?:{pattern})\b", text)
    ]


def words(text, citation):
    """Return the contents of a citation as words."""
    return [text[span.start : span.end] for span in citation.content]
