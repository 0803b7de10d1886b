"""Short articles whose names are marked: [a person], <an organization>, {a place}, *a work or a thing*."""

import re

from tests.engine.checks.readings import findings

_KINDS = {"[": "PERSON", "<": "ORG", "{": "PLACE", "*": "WORK"}
_MARK = re.compile(r"\[[^]]+\]|<[^>]+>|\{[^}]+\}|\*[^*]+\*")


def found_in(text, **options):
    """Return the passages of each finding of a text with marked names, by code."""
    names = {}
    for mark in _MARK.findall(text):
        names.setdefault(_KINDS[mark[0]], []).append(mark[1:-1])
    return findings(_MARK.sub(lambda mark: mark[0][1:-1], text), **names, **options)
