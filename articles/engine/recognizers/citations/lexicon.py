"""The verbs and nouns of attribution in all their forms, from `data/citations.toml`."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from articles.engine.data import vocabulary
from articles.engine.types import Medium


class Frame(StrEnum):
    """What a verb takes as its complement; the tables of `[verbs]`."""

    SAY = "say"
    UTTER = "utter"
    THINK = "think"
    PROMISE = "promise"
    TELL = "tell"
    JUDGE = "judge"
    LABEL = "label"
    SHOW = "show"


class Form(StrEnum):
    """A form of a verb. PAST is the past participle, too, where they are the same."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in one form: "said" is (say, PAST, {SAY, SHOW})."""

    base: str
    form: Form
    frames: frozenset[Frame]


_WORDS: Final[dict[str, Any]] = vocabulary("citations")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$")


def _forms(base: str) -> dict[str, Form]:
    """Return the forms of a verb of one word; a form that is several keeps the first: read, put."""
    past, participle, gerund = _irregular(base)
    forms: dict[str, Form] = {base: Form.BASE}
    for word, form in (
        (_present(base), Form.PRESENT),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (gerund, Form.GERUND),
    ):
        if word != base or form is Form.PAST:
            forms.setdefault(word, form)
    if past == base:
        forms[base] = Form.PAST
    return forms


def _irregular(base: str) -> tuple[str, str, str]:
    past = re.sub(r"e?$", "ed", _CONSONANT_Y.sub("i", base), count=1)
    gerund = re.sub(r"(?<![eoy])e$", "", base) + "ing"
    written = _WORDS["irregular"].get(base, "").split()
    if not written:
        return past, past, gerund
    return written[0], written[1], written[2] if len(written) > 2 else gerund  # noqa: PLR2004


def _present(base: str) -> str:
    plural = _CONSONANT_Y.sub("ie", base)
    return plural + ("es" if _SIBILANT.search(base) else "s")


def _verbs() -> dict[str, list[tuple[str, Verb]]]:
    """Return for each first word what may follow it and the verb: {"points": [("out", …), ("to", …)]}."""
    frames: dict[str, set[Frame]] = defaultdict(set)
    for table, bases in _WORDS["verbs"].items():
        for base in bases:
            frames[base].add(Frame(table))
    found: dict[str, list[tuple[str, Verb]]] = defaultdict(list)
    for base, takes in frames.items():
        first, _, rest = base.partition(" ")
        for word, form in _forms(first).items():
            found[word].append((rest, Verb(base, form, frozenset(takes))))
    return {word: sorted(verbs, key=lambda one: -len(one[0])) for word, verbs in found.items()}


def any_of(words: Any) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True)) + ")"


VERBS: Final = _verbs()
MEDIA: Final = {word: Medium(medium) for medium, words in _WORDS["media"].items() for word in words}
PLATFORMS: Final = frozenset(_WORDS["platforms"]["names"])
PERSON_NOUNS: Final = frozenset(_WORDS["subjects"]["person"])
ORGANIZATION_NOUNS: Final = frozenset(_WORDS["subjects"]["organization"])
DOCUMENT_NOUNS: Final = frozenset(_WORDS["subjects"]["document"])
VAGUE_NOUNS: Final = frozenset(_WORDS["subjects"]["vague"])
THINGS: Final = frozenset(_WORDS["subjects"]["things"])
NEVER_SUBJECT: Final = frozenset(_WORDS["subjects"]["never"])
WORDS: Final = {name: frozenset(words) for name, words in _WORDS["words"].items()}
HABITS: Final = {name: frozenset(bases) for name, bases in _WORDS["habits"].items()}
ADVERBS: Final = frozenset(_WORDS["between"]["adverbs"])
AUXILIARIES: Final = frozenset(_WORDS["between"]["auxiliaries"])
BE: Final = frozenset(_WORDS["between"]["be"])
STANCES: Final = frozenset(_WORDS["adjectives"]["stance"])
CITING: Final = frozenset({"citing", "quoting"})
NOUNS_OF_SAYING: Final = frozenset(_WORDS["nouns_of_saying"]["words"])


def singular(noun: str) -> str:
    """Return the singular of a plural noun, as far as a rule can tell: men, agencies, officials."""
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith("people"):
        return "person"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
