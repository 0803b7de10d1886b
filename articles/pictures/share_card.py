"""The card that goes out with a link to an article without a picture: its headline, drawn.

The fonts are our own files, so that equal words give equal bytes on every machine. Words in a
script that the fonts do not have are left out: no card shows empty boxes.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import asdict, dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
_VERSION = 1  # raise it whenever the same words would be drawn otherwise
_FOLDER = Path(__file__).parent / "fonts"
_PAPER = "#fbfaf7"
_INK, _QUIET, _ACCENT = _COLOURS = ("#191c1f", "#555b61", "#1d5a8c")
_SHADES = 15  # how many steps of each colour, of which the last is full; 0 is the paper
_MARGIN = 72
_HEADLINE_TOP, _HEADLINE_BOTTOM = 150, 500
_HEADLINE_SIZES = (84, 76, 68, 60, 54, 48, 42)
_LEADING = 1.16
_ELLIPSIS = "…"
_COMPRESSION = 1  # of zlib: the steps above save few bytes of so plain a picture

_Letters = tuple[Image.Image, int, int] | None


@dataclass(frozen=True, slots=True)
class ShareCardWords:
    """What stands on a card."""

    headline: str
    section: str
    publication: str
    date: str

    @property
    def name(self) -> str:
        """Return a name that changes with everything that is drawn."""
        said = json.dumps([_VERSION, *asdict(self).values()])
        return hashlib.sha256(said.encode()).hexdigest()[:32]


def draw_share_card(words: ShareCardWords) -> bytes:
    """Return the card as a PNG of 1200 by 630 pixels.

    It is drawn in the numbers of a palette: to look for one in a finished picture costs more than
    to draw it.
    """
    card = Image.new("L", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(card)
    draw.rectangle((0, 0, WIDTH, 14), fill=_shade(_ACCENT, _SHADES))
    draw.rectangle((_MARGIN, 536, WIDTH - _MARGIN, 537), fill=_shade(_INK, _SHADES))
    draw.rectangle((_MARGIN, 541, WIDTH - _MARGIN, 542), fill=_shade(_INK, _SHADES))
    publication = _drawable(words.publication)
    headline = _drawable(words.headline)
    _line(card, publication, 556, size=34, font="semibold", colour=_INK)
    if headline:
        _line(card, _drawable(words.section), 78, size=34, font="regular", colour=_ACCENT)
        _line(
            card, _drawable(words.date), 556, size=30, font="regular", colour=_QUIET, is_right=True
        )
    _headline(card, headline or publication)
    return _encoded(card)


def is_covered(text: str) -> bool:
    """Return whether the fonts have every character of `text`."""
    ranges = _coverage()
    return all(any(low <= ord(one) <= high for low, high in ranges) for one in text)


def _drawable(text: str) -> str:
    """Return `text` as it is drawn, on one line; nothing where the fonts lack a character of it."""
    composed = " ".join(unicodedata.normalize("NFC", text).split())
    return composed if is_covered(composed) else ""


def _headline(card: Image.Image, text: str) -> None:
    """Draw the headline as large as it fits; cut it where even the smallest letters are too large."""
    room = _HEADLINE_BOTTOM - _HEADLINE_TOP
    for size in _HEADLINE_SIZES:
        font = _font("semibold", size)
        step = round(size * _LEADING)
        lines = _wrapped(text, font)
        if lines and len(lines) * step <= room:
            break
    kept = (lines or [text])[: room // step]
    if len(kept) < len(lines) or not lines:
        kept[-1] = _cut(kept[-1], font)
    top = _HEADLINE_TOP + (room - len(kept) * step) // 3
    for number, line in enumerate(kept):
        letters = _letters(line, "semibold", size)
        _write(card, (_MARGIN, top + number * step), letters, colour=_INK)


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return the lines of a text; none where one word alone is wider than the card."""
    lines: list[str] = []
    for word in text.split(" "):
        if font.getlength(word) > _inner_width():
            return []
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _inner_width():
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(line: str, font: ImageFont.FreeTypeFont) -> str:
    while line and font.getlength(line + _ELLIPSIS) > _inner_width():
        line = line[:-1]
    return line.rstrip(" ,;:.–—") + _ELLIPSIS


def _line(  # noqa: PLR0913
    card: Image.Image,
    text: str,
    top: int,
    *,
    size: int,
    font: str,
    colour: str,
    is_right: bool = False,
) -> None:
    face = _font(font, size)
    room = _inner_width() * (0.4 if is_right else 0.58)
    while text and face.getlength(text) > room:
        text = text[:-1]
    left = WIDTH - _MARGIN - face.getlength(text) if is_right else _MARGIN
    _write(card, (round(left), top), _frequent_letters(text, font, size), colour=colour)


def _write(card: Image.Image, place: tuple[int, int], letters: _Letters, *, colour: str) -> None:
    """Put one line in one colour, over paper."""
    if letters is not None:
        mask, left, top = letters
        card.paste(mask.point(_shades(colour)), (place[0] + left, place[1] + top))


def _letters(text: str, weight: str, size: int) -> _Letters:
    """Draw a line as the degrees to which it covers each pixel, with where it begins."""
    font = _font(weight, size)
    left, top, right, bottom = (round(bound) for bound in font.getbbox(text))
    if right <= left or bottom <= top:
        return None
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), text, font=font, fill=255)
    return mask, left, top


@lru_cache(maxsize=64)
def _frequent_letters(text: str, weight: str, size: int) -> _Letters:
    """Draw a line that many cards have: the publication, a section, a day."""
    return _letters(text, weight, size)


def _inner_width() -> int:
    return WIDTH - 2 * _MARGIN


def _encoded(card: Image.Image) -> bytes:
    card.putpalette(_palette())
    buffer = BytesIO()
    card.save(buffer, "PNG", compress_level=_COMPRESSION)
    return buffer.getvalue()


def _shade(colour: str, step: int) -> int:
    """Return the number of a colour in the palette; 0, the paper, for no step of it."""
    return _COLOURS.index(colour) * _SHADES + step if step else 0


@lru_cache(maxsize=len(_COLOURS))
def _shades(colour: str) -> list[int]:
    """Return the number of the shade for each of the 256 degrees to which letters cover a pixel."""
    return [_shade(colour, round(degree * _SHADES / 255)) for degree in range(256)]


@lru_cache(maxsize=1)
def _palette() -> list[int]:
    paper = ImageColor.getrgb(_PAPER)
    inks = [ImageColor.getrgb(colour) for colour in _COLOURS]
    mixed = [
        round(ground + (full - ground) * step / _SHADES)
        for ink in inks
        for step in range(1, _SHADES + 1)
        for ground, full in zip(paper, ink, strict=True)
    ]
    return [*paper, *mixed]


@lru_cache(maxsize=32)
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    file = _FOLDER / f"card-serif-{weight}.ttf"
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1)
def _coverage() -> tuple[tuple[int, int], ...]:
    lines = (_FOLDER / "coverage.txt").read_text(encoding="ascii").split()
    bounds = (line.split("-") for line in lines)
    return tuple((int(low, 16), int(high, 16)) for low, high in bounds)
