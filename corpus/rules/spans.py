"""Rules of names, figures and dates: what is right of the colon, and where the mark ends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from corpus.article import DATE, FIGURE, NAME_TYPES, Article, Mark, Problem
from corpus.values import IDENTITY, date_disagrees, figure, figure_disagrees, is_date

_TITLES = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|President|Vice[- ]President|Captain|Capt|Sir|Dame|Lord|Lady"
    r"|Judge|Justice|Minister|Prime Minister|Senator|Governor|Mayor|General|Gen|Colonel|Col|Major"
    r"|Lieutenant|Lt|Sergeant|Sgt|Inspector|Detective|Chancellor|King|Queen|Prince|Princess|Pope"
    r"|Bishop|Archbishop|Father|Sister|Rabbi|Imam|Sheikh|Reverend|Rev|Chief|Secretary|Ambassador|Premier|Councillor|Coach|Deputy|Commissioner)\.? "
)
_THE = re.compile(r"The (?!Hague|Gambia|Bahamas)")
_FULL_STOP = re.compile(
    r"(?:^|[\s.(])[A-Z]\.$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|St|plc|Cie|Pty|No|Dr|Lda|Bhd)\.$"
    r"|\b[Ss]\.?[Aa]\.$|\.[a-z]\.$"
)
_QUOTES = "“”\"'‘’«»"
_QUALIFIER = re.compile(
    r"(?:about|around|over|under|nearly|almost|roughly|approximately|some|more than|less than|up to"
    r"|at least|at most|only|just|the)\b ",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?:in|on|since|until|by|from|the|of|at|during|before|after)\b ", re.IGNORECASE
)
_PROPER_PERIOD = re.compile(
    r"the (?:\d{4}s|[a-z]+ (?:quarter|half)|[a-z-]+ century|past|last|next|same)"
)
_TITLED_TYPES = frozenset({"WORK", "LAW"})


def values(article: Article) -> Iterator[Problem]:
    """Yield marks whose value is not written as its type demands, or contradicts its words."""
    planted = [span for one in article.contradictions for span in one.spans]
    for mark in article.marks:
        shown = f"[{mark.text}]({mark.type}:{mark.value})"
        if mark.type in NAME_TYPES and not IDENTITY.fullmatch(mark.value):
            yield article.problem(mark.start, f"no identity (lower case, hyphens): {shown}")
        elif mark.type == FIGURE and figure(mark.value) is None:
            yield article.problem(
                mark.start, f"no value and unit (“12 %”, “0.4”, “3 fire-engines”): {shown}"
            )
        elif mark.type == DATE and not is_date(mark.value):
            yield article.problem(mark.start, f"no partial ISO 8601 date or interval: {shown}")
        elif mark.type == FIGURE and (why := figure_disagrees(mark.text, mark.value)):
            yield article.problem(mark.start, f"{why}: {shown}", warning=True)
        elif mark.type == DATE and (why := date_disagrees(mark.text, mark.value)):
            meant = any(span.start < mark.end and mark.start < span.end for span in planted)
            yield article.problem(mark.start, f"{why}: {shown}", warning=meant)


def trimmed(article: Article) -> Iterator[Problem]:
    """Yield marks that hold more than they should at their ends."""
    for mark in article.marks:
        text = mark.text
        if text != text.strip():
            yield article.problem(mark.start, f"space at the end of the mark [{text}]")
        elif mark.type in {DATE, FIGURE}:
            yield from _number_or_date(article, mark)
        else:
            yield from _name(article, mark)
        if _inside_a_word(article.text, mark):
            yield article.problem(mark.start, f"the mark ends inside a word: [{text}]")


def _number_or_date(article: Article, mark: Mark) -> Iterator[Problem]:
    text = mark.text
    if mark.type == FIGURE and _QUALIFIER.match(text):
        yield article.problem(mark.start, f"about, over, the … stay outside: [{text}]")
    if mark.type == DATE and _PREPOSITION.match(text) and not _PROPER_PERIOD.match(text):
        yield article.problem(mark.start, f"in, on, the … stay outside: [{text}]", warning=True)
    if text.endswith((",", ".", ";", ":")) and not re.search(r"[ap]\.m\.$", text):
        known = re.search(r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|sq|ft|in|lb)\.$", text)
        yield article.problem(
            mark.start, f"punctuation at the end of [{text}]", warning=known is not None
        )


def _name(article: Article, mark: Mark) -> Iterator[Problem]:
    text, start = mark.text, mark.start
    if re.match(r"(?:the|an?) ", text):
        yield article.problem(start, f"the article stays outside: [{text}]")
    elif mark.type not in _TITLED_TYPES and _THE.match(text) and _opens(article, mark):
        yield article.problem(start, f"does “The” belong to it? [{text}]", warning=True)
    if mark.type == "PERSON" and _TITLES.match(text):
        yield article.problem(start, f"the title stays outside: [{text}]")
    if text.endswith(("'s", "’s")):
        warning = mark.type in {"ORG", "WORK", "PRODUCT"}  # McDonald's, Lloyd's, Schindler's
        yield article.problem(start, f"the possessive stays outside: [{text}]", warning=warning)
    yield from _signs(article, mark)


def _signs(article: Article, mark: Mark) -> Iterator[Problem]:
    text, start = mark.text, mark.start
    if text[:1] in _QUOTES or text[-1:] in '“”"«»':
        yield article.problem(start, f"quotation marks stay outside: [{text}]")
    if text.endswith((",", ";", ":")) or (text.endswith(".") and not _FULL_STOP.search(text)):
        yield article.problem(start, f"punctuation at the end of [{text}]")
    if (mark.type == "HANDLE") != text.startswith("@"):
        yield article.problem(start, f"a HANDLE begins with @, and nothing else does: [{text}]")
    elif text.islower() and mark.type not in {"HANDLE", "NORP"}:
        yield article.problem(start, f"is this a name? [{text}]", warning=True)


def _opens(article: Article, mark: Mark) -> bool:
    before = article.text[: mark.start].rstrip("“\"'‘ ")
    return not before or before[-1] in ".!?…\n:”"


def _inside_a_word(text: str, mark: Mark) -> bool:
    before = text[mark.start - 1 : mark.start]
    after = text[mark.end : mark.end + 1]
    starts = mark.type != FIGURE and before.isalnum() and text[mark.start].isalnum()
    return starts or (text[mark.end - 1].isalnum() and after.isalnum())


def identities(article: Article) -> Iterator[Problem]:
    """Yield identities of two types, and sources whose identity nobody in the article has."""
    kinds: dict[str, dict[str, Mark]] = defaultdict(dict)
    for mark in article.names:
        if mark.type not in {"HANDLE", "NORP"}:
            kinds[mark.value].setdefault(mark.type, mark)
    for identity, marks in kinds.items():
        if len(marks) > 1:
            last = max(marks.values(), key=lambda mark: mark.start)
            told = f"{identity} is {' and '.join(sorted(marks))}"
            yield article.problem(last.start, told, warning=True)
    named = {mark.value for mark in article.names}
    for one in article.attributions:
        who = one.written_identity
        at = one.pieces[0].start if one.pieces else 0
        if who and not IDENTITY.fullmatch(who):
            yield article.problem(at, f"no identity (lower case, hyphens): <s{one.number}={who}>")
        elif who and who not in named:
            told = f"<s{one.number}={who}>: nobody in the article is {who}"
            yield article.problem(at, told, warning=True)
