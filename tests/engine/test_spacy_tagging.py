import pytest

from articles.engine import spacy_tagging
from articles.engine.errors import TaggerUnavailable
from articles.engine.spacy_tagging import PINNED, SpacyTagger
from articles.engine.types import Kind, Tagging


@pytest.fixture(scope="session")
def tagger():
    return SpacyTagger()


def test_it_names_its_model_and_its_weights(tagger):
    assert tagger.version == f"en_core_web_sm 3.8.0+{PINNED['ner/model'][:8]}"


def test_it_tags_each_text_in_order_with_offsets_into_it(tagger):
    texts = ["Angela Merkel visited Paris.", "", "Nothing here."]
    first, second, third = tagger.tag(texts)

    assert {(texts[0][one.start : one.end], one.kind) for one in first.names} == {
        ("Angela Merkel", Kind.PERSON),
        ("Paris", Kind.PLACE),
    }
    assert (second, third) == (Tagging(), Tagging())


def test_it_reads_long_texts_in_pieces_that_end_with_a_line(tagger, monkeypatch):
    monkeypatch.setattr(spacy_tagging, "CHUNK", 60)
    text = "Angela Merkel visited Paris.\n" * 10
    (found,) = tagger.tag([text])
    people = [text[one.start : one.end] for one in found.names if one.kind is Kind.PERSON]

    assert people == ["Angela Merkel"] * 10


def test_it_says_which_file_is_missing(tmp_path):
    with pytest.raises(TaggerUnavailable, match="incomplete"):
        SpacyTagger(folder=tmp_path)


def test_it_refuses_weights_that_are_not_the_pinned_ones(tmp_path):
    for name in PINNED:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"other weights")

    with pytest.raises(TaggerUnavailable, match="not the pinned one"):
        SpacyTagger(folder=tmp_path)


def test_it_says_that_the_package_is_missing(monkeypatch):
    monkeypatch.setattr(spacy_tagging, "PACKAGE", "no_such_model")

    with pytest.raises(TaggerUnavailable, match="not installed"):
        SpacyTagger()
