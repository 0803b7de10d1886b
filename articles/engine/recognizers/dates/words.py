"""A text as tokens: every word and sign with the class by which the grammar of dates knows it."""

from __future__ import annotations

import re

from articles.engine.numerals import CARDINALS, ORDINALS, read_numeral
from articles.engine.recognizers.dates.grammar import Token
from articles.engine.recognizers.dates.holidays import HOLIDAYS, OPENINGS, read_holiday
from articles.engine.recognizers.dates.lexicon import LEXICON, MONTHS, UNITS
from articles.engine.recognizers.dates.patterns import code
from articles.engine.recognizers.dates.runs import Piece, read_run
from articles.engine.recognizers.dates.values import MONTHS_OF_YEAR, Clock

_SCAN = re.compile(
    r"""
      (?P<oclock>[Oo]['’]\s?[Cc]lock\b)
    | (?P<word>[^\W\d_]+)(?P<digits>\d[^\W_]*)?
    | (?P<stamp>(?<!\d)\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?(?![\w:]))
    | (?P<run>\d(?:[\d/.:,-]*\d)?)(?P<tail>[^\W\d_][^\W_]*)?
    | (?P<possessive>['’]s\b)
    | (?P<line_break>\n)
    | (?P<sign>[^\w\s]|_)
    """,
    re.VERBOSE,
)
_MERIDIEM = re.compile(r"(?:\s?([ap])(?:\s?\.\s?m\b(?:\s?\.)?|\s?m\b)|([ap])\b)", re.IGNORECASE)
_MEASURED = re.compile(r"\s?[%°]")
_MONEY = re.compile(r"[$€£¥₹#]\s?$")
_SIGNS = {
    ",": "comma",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "~": "dash",
    "/": "slash",
    ".": "stop",
    "(": "open",
    ")": "close",
    "=": "equals",
    "<": "less_sign",
    ">": "more_sign",
    "@": "at",
    "&": "and",
    "%": "percent",
}
_TIMES = ("small", "clock", "dotted", "military", "year", "number")
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_CAPITAL_UNITS = {"D": "days", "W": "weeks", "Y": "years"}
_QUARTERED = {"q": 3, "h": 6}
_YEAR_KINDS = frozenset(("fy", "sy", "cy"))
_THIS_CENTURY = 2000
_TWO, _FOUR = 2, 4


def tokenize(text: str) -> list[Token]:
    """Return the tokens of the text, in order; spaces are none."""
    reader = _Reader(text)
    for found in _SCAN.finditer(text):
        if found.start() >= reader.read_to:
            reader.read(found)
    return _with_numbers(reader.tokens, reader.words)


class _Reader:
    """The tokens so far, with their words in lower case beside them for the reader of numbers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.words: list[str] = []
        self.read_to = 0

    def read(self, found: re.Match[str]) -> None:
        """Add the tokens of one match."""
        kind = found.lastgroup
        if kind == "word":
            self._word(found)
        elif kind == "digits":
            self._digits(found)
        elif kind == "tail":
            self._tail(found)
        elif kind == "run":
            self._run(found)
        elif kind == "sign":
            self._add(_SIGNS.get(found[0], "x"), *found.span())
        else:
            self._add(str(kind), *found.span(), found[0])

    def _add(self, name: str, start: int, end: int, value: object = None, word: str = "") -> None:
        self.tokens.append(Token(code(name), start, end, value))
        self.words.append(word or ("-" if name == "dash" else ""))

    def _word(self, found: re.Match[str]) -> None:
        word = found[0].lower()
        if word in OPENINGS and (holiday := HOLIDAYS.match(self.text, found.start())):
            self._add("holiday", *holiday.span(), read_holiday(holiday[0]))
            self.read_to = holiday.end()
        elif word in ("a", "p") and self.words and self.words[-1] in CARDINALS:
            if not self._meridiem(found.start()):
                self._known(word, found)
        else:
            self._known(word, found)

    def _known(self, word: str, found: re.Match[str]) -> None:
        entry, value = LEXICON.get(word, (code("x"), None))
        self.tokens.append(Token(entry, *found.span(), value))
        self.words.append(word)

    def _digits(self, found: re.Match[str]) -> None:
        """Read letters with digits behind them: Dec31, Q3, FY24; others are names."""
        word, digits, middle = found["word"].lower(), found["digits"], found.start("digits")
        number = int(digits) if digits.isdecimal() and len(digits) <= _FOUR else 0
        if word in MONTHS and number and len(digits) <= _TWO:
            self._add("month", found.start(), middle, MONTHS[word])
            self._add("small", middle, found.end(), number)
        elif word in _QUARTERED and 1 <= number <= MONTHS_OF_YEAR // _QUARTERED[word]:
            self._add("quartered", *found.span(), (_QUARTERED[word], number))
        elif word in _YEAR_KINDS and len(digits) in (_TWO, _FOUR) and number:
            self._add("year_kind", found.start(), middle, LEXICON[word][1])
            year = number + (_THIS_CENTURY if len(digits) == _TWO else 0)
            self._add("year", middle, found.end(), year)
        else:
            self._add("x", *found.span())

    def _run(self, found: re.Match[str]) -> None:
        start, end = found.span("run")
        if _MONEY.search(self.text, max(0, start - 2), start) or _MEASURED.match(self.text, end):
            self._add("x", start, end)
            return
        self._pieces(start, read_run(found["run"]))
        if self.tokens[-1].is_a(*_TIMES):
            self._meridiem(end)

    def _pieces(self, start: int, pieces: list[Piece]) -> None:
        for at, characters, name, value in pieces:
            self._add(name, start + at, start + at + len(characters), value)

    def _meridiem(self, end: int) -> bool:
        """Add the am or pm behind a time of day, where there is one."""
        found = _MERIDIEM.match(self.text, end)
        if found:
            start = found.end() - len(found[0].lstrip())
            self._add("meridiem", start, found.end(), (found[1] or found[2]).lower())
            self.read_to = found.end()
        return found is not None

    def _tail(self, found: re.Match[str]) -> None:
        """Read a run with letters behind it: 8am, 1st, 1990s, 3h; others are names."""
        start, middle = found.span("run")
        tail, end = found["tail"], found.end()
        *pieces, (at, _, name, value) = read_run(found["run"])
        if _MERIDIEM.match(self.text, middle):
            self._run(found)
        elif tail in _ORDINAL_ENDINGS and name == "small":
            self._pieces(start, pieces)
            self._add("ordinal", start + at, end, value)
        elif tail == "s" and name in ("year", "small") and not pieces:
            self._add("decade", start, end, value)
        elif tail == "ish" and name == "small":
            self._add("clock", start, end, Clock(value))
        elif tail == "ampm":
            self._run(found)
            self._add("oclock", middle, end)
        elif tail.lower() in UNITS or tail in _CAPITAL_UNITS:
            self._run(found)
            self._add("unit", middle, end, UNITS[_CAPITAL_UNITS.get(tail, tail.lower())])
        else:
            self._add("x", start, end)


def _with_numbers(tokens: list[Token], words: list[str]) -> list[Token]:
    """Return the tokens with the words of each number made one token."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        word = words[at]
        is_number = word in CARDINALS or (word in ORDINALS and word != "second")
        numeral = read_numeral(words, at) if is_number else None
        if numeral is None:
            joined.append(tokens[at])
            at += 1
        else:
            name = code("ordinal" if numeral.is_ordinal else "spelled")
            end = tokens[numeral.end - 1].end
            joined.append(Token(name, tokens[at].start, end, numeral.value))
            at = numeral.end
    return joined
