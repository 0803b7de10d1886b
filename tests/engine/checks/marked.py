"""Short articles whose names are marked: [a person], <an organization>, {a place}, *a work or a thing*."""

import re

from articles.engine.checks.story import Story
from articles.engine.extraction import extract
from articles.engine.types import Document
from tests.engine.checks.readings import PUBLISHED, findings
from tests.engine.fakes import TableTagger

_KINDS = {"[": "PERSON", "<": "ORG", "{": "PLACE", "*": "WORK"}
_MARK = re.compile(r"\[[^]]+\]|<[^>]+>|\{[^}]+\}|\*[^*]+\*")


def found_in(text, **options):
    """Return the passages of each finding of a text with marked names, by code."""
    return findings(_plain(text), **_names(text), **options)


def found_by(rule, text, **names):
    """Return the passages of each finding of one rule, by code."""
    document = Document(text=_plain(text))
    extraction = extract(document, tagger=TableTagger(**_names(text), **names), published=PUBLISHED)
    found = rule(Story(document, extraction, PUBLISHED))
    return {one.code: [document.text[span.start : span.end] for span in one.spans] for one in found}


def _plain(text):
    return _MARK.sub(lambda mark: mark[0][1:-1], text)


def _names(text):
    names = {}
    for mark in _MARK.findall(text):
        names.setdefault(_KINDS[mark[0]], []).append(mark[1:-1])
    return names
