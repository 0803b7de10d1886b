from corpus.export import export
from corpus.reading import read
from tests.corpus.test_reading import PAGE, TEXT
from tests.corpus.writing import article

PLANTED = '[[contradictions]]\ncode = "part-differs"\npassages = ["third fire", "dam is safe"]\n'


def row(folder):
    return export(article(folder, PAGE, contradictions=PLANTED, register="science"), "train")


def words(found, pairs):
    return [found["text"][start:end] for start, end in pairs]


def test_it_carries_the_text_and_where_it_comes_from(tmp_path):
    found = row(tmp_path)

    assert (found["id"], found["text"]) == ("a001", TEXT)
    assert found["published"] == "2025-03-11T08:40:00+02:00"
    assert found["meta"] == {
        "split": "train",
        "register": "science",
        "topic": "lake-ferries",
        "hand": "a",
        "place": "Malawi",
    }


def test_parts_are_those_of_the_app(tmp_path):
    found = row(tmp_path)
    parts = {part["name"]: found["text"][part["start"] : part["end"]] for part in found["parts"]}

    assert list(parts) == [
        "headline",
        "summary",
        "body",
        "faq[0].question",
        "faq[0].answer",
        "card[0]",
    ]
    assert parts["body"].endswith("A heading\n\nDamage: €4 million in June.")
    assert parts["card[0]"] == "Tadala Nkhoma\n\n@tadalank\n\nCovers the lakes."


def test_annotations_are_standoff(tmp_path):
    found = row(tmp_path)
    names = found["entities"]

    assert [found["text"][one["start"] : one["end"]] for one in names] == [
        one["text"] for one in names
    ]
    assert names[2]["type"], names[2]["identity"] == ("PERSON", "ana-reyes")
    assert found["figures"] == [
        {
            "start": TEXT.index("€4"),
            "end": TEXT.index(" in June"),
            "text": "€4 million",
            "value": 4_000_000,
            "unit": "EUR",
        }
    ]
    assert [one["iso"] for one in found["dates"]] == ["2025-06"]
    (said,) = found["attributions"]
    assert words(found, said["content"]) == ["“The dam is safe,”", "“It has to be.”"]
    assert words(found, said["source"] + said["cue"]) == ["Ana Reyes, an engineer", "said"]
    assert said["source_identity"] == "ana-reyes"
    (planted,) = found["contradictions"]
    assert (planted["code"], words(found, planted["spans"])) == (
        "part-differs",
        ["third fire", "dam is safe"],
    )


def test_a_share_is_a_fraction_without_a_unit(tmp_path):
    one = article(tmp_path, "# [Two thirds](FIGURE:0.6667) agree\n")

    figure = export(one, "test")["figures"][0]
    assert (figure["value"], figure["unit"]) == (0.6667, "")


def test_the_engine_reads_the_parts_from_the_text(tmp_path):
    from articles.engine.parsing import parse_plain

    document = parse_plain(row(tmp_path)["text"])

    assert [(pair.question, pair.answer) for pair in document.faq] == [
        ("Is it safe?", "Yes, says Reyes.")
    ]
    assert [(card.name, card.handle) for card in document.cards] == [("Tadala Nkhoma", "tadalank")]


def test_an_article_that_cannot_be_read_is_none(tmp_path):
    path = tmp_path / "a001.md"
    path.write_bytes(b"\xff")

    assert read(path).article is None
