import pytest

from articles.engine.names import (
    abbreviates,
    handle_spellings,
    initials,
    is_acronym,
    is_short_for,
    name_key,
    squeezed,
    stands_for,
    strip_honorifics,
    strip_legal_suffix,
    surname,
)
from articles.engine.types import Kind


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("José Núñez", "JOSE NUNEZ", Kind.PERSON),
        ("Dr. Lena Park", "Lena Park", Kind.PERSON),
        ("Prime Minister Aino Virta", "Aino Virta", Kind.PERSON),
        ("Martin Luther King Jr.", "Martin Luther King", Kind.PERSON),
        ("Park's", "Park", Kind.PERSON),
        ("Acme Corp.", "Acme", Kind.ORG),
        ("The Acme Company, Ltd.", "Acme", Kind.ORG),
        ("U.N.", "UN", Kind.ORG),
        ("@NASA", "nasa", Kind.HANDLE),
    ],
)
def test_it_gives_spellings_of_one_name_one_key(one, other, kind):
    assert name_key(one, kind) == name_key(other, kind)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Lena Park", "Lena Parks", Kind.PERSON),
        ("Acme Robotics", "Acme", Kind.ORG),
        ("Dr Pepper", "Pepper", Kind.PRODUCT),
    ],
)
def test_it_keeps_different_names_apart(one, other, kind):
    assert name_key(one, kind) != name_key(other, kind)


def test_it_never_makes_a_name_disappear():
    assert strip_honorifics("President") == "President"
    assert strip_legal_suffix("Inc") == "Inc"
    assert name_key("Дмитрий", Kind.PERSON) == "дмитрии"


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Okafor", "Chidi Okafor", True),
        ("Chidi", "Chidi Okafor", True),
        ("C. Okafor", "Chidi Okafor", True),
        ("Chidi Okafor", "Chidi B. Okafor", True),
        ("von der Leyen", "Ursula von der Leyen", True),
        ("Leyen", "Ursula von der Leyen", True),
        ("Ada Okafor", "Chidi Okafor", False),
        ("Chidi X. Okafor", "Chidi B. Okafor", False),
        ("Oka", "Chidi Okafor", False),
        ("B.", "Chidi B. Okafor", False),
    ],
)
def test_it_knows_who_a_short_name_can_mean(short, full, fits):
    assert is_short_for(short, full) is fits


@pytest.mark.parametrize(
    ("full", "expected"),
    [
        ("Chidi Okafor", "Okafor"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Sir Ian McKellen", "McKellen"),
        ("Sammy Davis Jr.", "Davis"),
    ],
)
def test_it_finds_the_surname(full, expected):
    assert surname(full) == expected


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("WHO", "World Health Organization", True),
        ("KEMRI", "Kenya Medical Research Institute", False),
        ("DoD", "Department of Defense", True),
        ("D.O.E.", "Department of Energy", True),
        ("Who", "World Health Organization", False),
        ("AI", "Intel", False),
    ],
)
def test_it_knows_acronyms_by_their_initials(short, long, fits):
    assert stands_for(short, long) is fits


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("KEMRI", "Kenya Medical Research Institute", True),
        ("Interpol", "International Criminal Police Organization", False),
        ("UNCTAD", "United Nations Conference on Trade and Development", True),
        ("WMO", "World Trade Organization", False),
        ("", "World Trade Organization", False),
    ],
)
def test_it_reads_an_explained_abbreviation_out_of_the_words(short, long, fits):
    assert abbreviates(short, long) is fits


@pytest.mark.parametrize(
    ("text", "fits"), [("PwC", True), ("NATO", True), ("AT&T", True), ("Meta", False), ("A", False)]
)
def test_it_knows_the_shape_of_an_acronym(text, fits):
    assert is_acronym(text) is fits


def test_it_takes_initials_without_small_words():
    assert initials("Bank for International Settlements") == "BIS"


@pytest.mark.parametrize(
    ("handle", "name", "fits"),
    [
        ("@ngoziachterberg", "Ngozi Achterberg", True),
        ("@ngozi_achterberg", "Ngozi Achterberg", True),
        ("@nachterberg", "Ngozi Achterberg", True),
        ("@AcmeHQ", "Acme", True),
        ("@achterberg", "Ngozi Achterberg", True),
        ("@ngoziada", "Ngozi Ada Achterberg", True),
        ("@ngozi", "Ngozi Achterberg", False),
        ("@na", "Ngozi Achterberg", False),
    ],
)
def test_it_reads_handles_as_names(handle, name, fits):
    assert (squeezed(handle) in handle_spellings(name)) is fits
