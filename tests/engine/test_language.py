# ruff: noqa: RUF001 - Letters of other scripts look like ours.
import pytest

from articles.engine.language import language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ferry left the port at noon, and nobody on the quay saw it again before dusk."),
        ("de", "Die Fähre verließ den Hafen am Mittag, und niemand sah sie vor dem Abend wieder."),
        (
            "es",
            "El transbordador salió del puerto al mediodía y nadie volvió a verlo hasta la noche.",
        ),
        (
            "fr",
            "Le bac a quitté le port à midi et personne ne l'a revu avant la tombée de la nuit.",
        ),
        (
            "ru",
            "Паром вышел из порта в полдень, и до самого вечера его больше никто не видел нигде.",
        ),
        (
            "en",
            "FERRY LEFT THE PORT AT NOON AND NOBODY SAW IT AGAIN BEFORE NIGHT FELL OVER THE CITY",
        ),
    ],
)
def test_it_tells_the_language_of_a_text(code, text):
    assert language(f"{text} " * 4) == code


@pytest.mark.parametrize(
    "text",
    ["", "Adiós", "12 345 67.8 % (2024)", "Nairobi, Kisumu, Mombasa, Wanjiru Kamande, Otieno Ouma"],
)
def test_what_does_not_tell_is_taken_for_english(text):
    assert language(text) == "en"


def test_a_name_from_elsewhere_does_not_make_a_text_foreign():
    text = (
        "The ministry said that Señora María José Gutiérrez Peña of the Partido Renovador "
        "Demócrata would lead the talks, which begin in Bogotá on Tuesday."
    )

    assert language(text) == "en"
