from articles.engine.recognizers.cards import recognize
from articles.engine.types import Card, Document, Kind, Part


def test_it_takes_the_name_line_above_a_handle_line():
    text = "The end.\n\nNgozi van Achterberg\n\n@ngozi\n\nShip handler."
    (found,) = recognize(Document(text=text))

    assert (found.text, found.kind) == ("Ngozi van Achterberg", Kind.PERSON)
    assert text[found.start : found.end] == found.text


def test_it_takes_the_cards_that_parsing_found():
    text = "Body.\n\nAna Lee\nPoet."
    document = Document(
        text=text, parts=(Part("card[0]", 7, len(text)),), cards=(Card("Ana Lee", "ana"),)
    )
    (found,) = recognize(document)

    assert (found.start, found.end) == (7, 14)


def test_it_takes_no_sentence_for_a_name():
    assert recognize(Document(text="thanks to all of you\n\n@ngozi")) == []
