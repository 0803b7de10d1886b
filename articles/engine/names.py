"""Names as keys: what two spellings of one name have in common.

Rules follow printed usage: titles and legal forms are not part of a name, accents and case do not
tell people apart, a surname or a first name alone may stand for the full name, and an acronym for
the words whose initials it is made of. The word lists are in `data/names.toml`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from articles.engine.data import vocabulary
from articles.engine.types import Kind

_WORDS = vocabulary("names")
_HONORIFICS = frozenset(_WORDS["honorifics"])
_PHRASES = tuple(tuple(phrase.split()) for phrase in _WORDS["honorific_phrases"])
_GENERATIONAL = frozenset(_WORDS["generational"])
_GIVEN = frozenset(name for names in vocabulary("given_names").values() for name in names.split())
_PARTICLES = frozenset(_WORDS["particles"])
_LEGAL = frozenset(_WORDS["legal_suffixes"])
_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "et", "y", "&"}
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_DROPPED = re.compile(r"[^\w\s]")
_INITIAL = re.compile(r"^[^\W\d_]\.?$")
_ACRONYM = re.compile(r"^(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&.-]{1,9}$")
_SHORTEST_HANDLE = 4


def fold(text: str) -> str:
    """Return the text in lower case without accents (NFKD without combining marks)."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def is_given_name(word: str) -> bool:
    """Say whether a word, as cased in print, is a given name somewhere in the world."""
    return word in _GIVEN


def words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, without punctuation; "U.S." is one word, "us"."""
    flat = _POSSESSIVE.sub("", name).replace("’", "'").replace("'", "").replace(".", "")
    return tuple(_DROPPED.sub(" ", fold(flat)).split())


@lru_cache(maxsize=8192)
def strip_honorifics(name: str) -> str:
    """Return a person's name without the titles before it; a title alone is left as it is."""
    rest = name.split()
    while len(rest) > 1:
        skip = _leading_title(rest)
        if not skip or skip >= len(rest):
            break
        rest = rest[skip:]
    return " ".join(rest)


def strip_legal_suffix(name: str) -> str:
    """Return an organization's name without its legal form: "Acme Corp." is "Acme"."""
    rest = name.split()
    while len(rest) > 1 and _bare(rest[-1]) in _LEGAL:
        rest = rest[:-1]
    return " ".join(rest).rstrip(",")


@lru_cache(maxsize=8192)
def name_key(name: str, kind: Kind | None = None) -> str:
    """Return what all spellings of a name share.

    Case, accents, punctuation and a leading article never count. Titles are dropped for persons,
    legal forms for organizations; without a kind, neither.
    """
    plain = _ARTICLE.sub("", _POSSESSIVE.sub("", name.strip()))
    if kind is Kind.PERSON:
        parts = words(strip_honorifics(plain))
        while len(parts) > 2 and parts[-1] in _GENERATIONAL:  # noqa: PLR2004 - a name keeps two words
            parts = parts[:-1]
        return " ".join(parts)
    if kind is Kind.ORG:
        plain = strip_legal_suffix(plain)
    if kind is Kind.HANDLE:
        return fold(plain.lstrip("@"))
    if kind is Kind.NORP:
        return " ".join(words(plain)).removesuffix("s")
    return " ".join(words(plain))


def squeezed(name: str) -> str:
    """Return the folded letters and digits of a name without spaces, as handles write it."""
    return "".join(words(name)).replace("_", "")


def initials(name: str) -> str:
    """Return the capitals an acronym of the name would use; small words do not count."""
    found = [word for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL]
    return "".join(word[0] for word in found if word[0].isalnum()).upper()


def is_acronym(text: str) -> bool:
    """Say whether the text has the shape of an acronym: WHO, PwC, AT&T, U.N."""
    return _ACRONYM.match(text) is not None and " " not in text


def acronyms(long: str) -> frozenset[str]:
    """Return the acronyms of a name of several words, in capitals: with its small words and without."""
    parts = [word for word in re.split(r"[\s-]+", long) if word[:1].isalnum()]
    if len(parts) < 2:  # noqa: PLR2004 - one word has no acronym
        return frozenset()
    return frozenset({initials(long), "".join(word[0] for word in parts).upper()})


def stands_for(short: str, long: str) -> bool:
    """Say whether `short` is an acronym of `long`: WHO of World Health Organization, DoD."""
    if not is_acronym(short):
        return False
    capitals = "".join(sign for sign in short if sign.isupper() or sign.isdigit())
    letters = short.replace(".", "").replace("&", "").upper()
    return bool(acronyms(long) & {letters, capitals})


def abbreviates(short: str, long: str) -> bool:
    """Say whether `short` can be read out of `long`, beginning with it: KEMRI, UNESCO.

    Looser than `stands_for`, for texts that explain an abbreviation in brackets: its letters appear
    in order, and each capitalised word gives at least its first (after Schwartz and Hearst, 2003).
    """
    letters = [sign for sign in fold(short) if sign.isalnum()]
    at = -1
    found: set[int] = set()
    folded = fold(long)
    for sign in letters:
        starts = [
            i for i in range(at + 1, len(folded)) if folded[i] == sign and _begins_word(folded, i)
        ]
        at = starts[0] if starts else folded.find(sign, at + 1)
        if at < 0:
            return False
        found.add(at)
    capitals = {word.start() for word in re.finditer(r"\b[A-Z]", long)}
    return bool(letters) and 0 in found and len(folded) == len(long) and capitals <= found


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def surname(full: str) -> str:
    """Return the last name with its particles: "von der Leyen" of "Ursula von der Leyen"."""
    parts = strip_honorifics(full).split()
    while len(parts) > 2 and _bare(parts[-1]) in _GENERATIONAL:  # noqa: PLR2004 - a name keeps two words
        parts = parts[:-1]
    at = len(parts) - 1
    while at > 1 and fold(parts[at - 1]) in _PARTICLES:
        at -= 1
    return " ".join(parts[at:]).rstrip(",")


def is_short_for(short: str, full: str) -> bool:
    """Say whether `short` can stand for the person `full` in the same text.

    True for the surname (with or without particles), the first name, and the same first (or its
    initial) and last name with other middle names: "J. Smith", "John Smith" of "John R. Smith".
    """
    few, many = name_key(short, Kind.PERSON).split(), name_key(full, Kind.PERSON).split()
    if not few or len(few) > len(many):
        return False
    if len(few) == 1:
        return few[0] in {many[0], many[-1]} and len(few[0]) > 1
    if few == many[-len(few) :]:
        return True
    return (
        few[-1] == many[-1]
        and _same_first(few[0], many[0])
        and _middle_agrees(few[1:-1], many[1:-1])
    )


def handle_spellings(name: str) -> frozenset[str]:
    """Return how a handle may spell a person's or organization's name, squeezed.

    @janedoe, @jane_doe, @jdoe, @doejane and a long surname are Jane Doe; a first name alone is not
    enough.
    """
    parts = name_key(name).split()
    if not parts:
        return frozenset()
    joined = "".join(parts)
    spellings = {joined, f"{joined}hq", f"{joined}official", f"the{joined}", f"real{joined}"}
    if len(parts) > 1:
        first, *between, last = parts
        spellings |= {first[0] + last, first + last[0], last + first, first + last, last + first[0]}
        spellings |= {first + name for name in between}
        spellings |= {last} if len(last) > _SHORTEST_HANDLE else set()
    return frozenset(spelling for spelling in spellings if len(spelling) >= _SHORTEST_HANDLE)


def _leading_title(parts: list[str]) -> int:
    for phrase in _PHRASES:
        if tuple(fold(word).rstrip(".,") for word in parts[: len(phrase)]) == phrase:
            return len(phrase)
    return 1 if fold(parts[0]).rstrip(".,") in _HONORIFICS else 0


def _bare(word: str) -> str:
    return fold(word).replace(".", "").strip(",()")


def _same_first(one: str, other: str) -> bool:
    if _INITIAL.match(one) or _INITIAL.match(other):
        return one[0] == other[0]
    return one == other


def _middle_agrees(few: list[str], many: list[str]) -> bool:
    """Middle names may be missing or initials, but must not contradict each other."""
    rest = iter(many)
    return all(any(_same_first(one, other) for other in rest) for one in few)
