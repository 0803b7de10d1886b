"""A headline as a picture."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageFont

from articles.pictures import share_card
from articles.pictures.share_card import ShareCardWords, draw_share_card, is_covered
from tests.factories.pictures import decoded

WORDS = ShareCardWords(
    "Ines Ferreira hands over Lumen", "Technology", "The Verifiable", "6 November 2025"
)
SOFT_HYPHEN = 0xAD
FONTS = Path(share_card.__file__).parent / "fonts"


def test_it_has_the_size_that_others_show():
    card = decoded(draw_share_card(WORDS))

    assert (card.format, card.size) == ("PNG", (1200, 630))


def test_equal_words_give_equal_bytes():
    share_card._font.cache_clear()
    first = draw_share_card(WORDS)
    share_card._font.cache_clear()

    assert draw_share_card(replace(WORDS)) == first


@pytest.mark.parametrize("part", ["headline", "section", "publication", "date"])
def test_every_part_is_drawn_and_counts_in_the_name(part):
    other = replace(WORDS, **{part: "Something else"})

    assert draw_share_card(other) != draw_share_card(WORDS)
    assert other.name != WORDS.name


def test_no_words_can_move_from_one_part_into_the_next_unseen():
    assert (
        replace(WORDS, headline="ab", section="c").name
        != replace(WORDS, headline="a", section="bc").name
    )


@pytest.mark.parametrize(
    "text",
    ["Ínês à Łódź", "Ελλάδα αλλάζει", "Россия, Україна", "“Quoted” – 5 € … №", "Việt Nam"],
)
def test_latin_greek_and_cyrillic_are_covered(text):
    assert is_covered(text)


@pytest.mark.parametrize("text", ["日本語", "שלום", "سلام", "हिन्दी", "한국어", "😀", "a\u202eb"])
def test_a_headline_that_cannot_be_drawn_leaves_no_boxes(text):
    assert not is_covered(text)
    wordless = draw_share_card(replace(WORDS, headline=text))
    assert wordless == draw_share_card(replace(WORDS, headline="한", section="x", date="y"))
    assert wordless != draw_share_card(WORDS)


@pytest.mark.parametrize(
    "headline",
    ["", "A", "word " * 80, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 3, "W" * 300],
)
def test_no_headline_runs_over_the_edges(headline):
    card = decoded(draw_share_card(replace(WORDS, headline=headline))).convert("RGB")

    paper = card.getpixel((20, 300))
    margins = [(0, 20, 60, 630), (1150, 20, 1200, 630), (72, 505, 1128, 530)]
    assert all(
        card.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), paper)]
        for box in margins
    )


@pytest.mark.parametrize("weight", ["semibold", "regular"])
def test_the_list_of_characters_is_true(weight):
    font = ImageFont.truetype(str(FONTS / f"card-serif-{weight}.ttf"), 40)
    missing = bytes(font.getmask("\U0010fffd"))
    covered = [code for low, high in share_card._coverage() for code in range(low, high + 1)]
    inked = [code for code in covered if not chr(code).isspace() and code != SOFT_HYPHEN]

    assert len(covered) > 700
    assert [hex(code) for code in inked if bytes(font.getmask(chr(code))) == missing] == []


def test_the_fonts_come_with_their_licence():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text()
