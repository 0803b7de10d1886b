import hashlib
import shutil
import tomllib

import pytest

from articles.engine.errors import TaggerUnavailable
from articles.engine.tagged import Role, Tagging
from articles.engine.tagging import model
from articles.engine.tagging.model import ModelTagger, shipped_folder
from articles.engine.types import Kind

MOST_BYTES = 30 * 2**20


@pytest.fixture(scope="module")
def tagger():
    return ModelTagger()


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(shipped_folder(), tmp_path / "model")


def test_the_shipped_files_are_those_that_the_card_describes():
    folder = shipped_folder()
    card = tomllib.loads((folder / "card.toml").read_text())
    words = (folder / "README.md").read_text()

    assert set(card["sha256"]) == {"tagger.onnx", "tokenizer.json"}
    for name, expected in card["sha256"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == expected
        assert expected in words
    assert card["version"] in words
    assert (folder / "tagger.onnx").stat().st_size <= MOST_BYTES


def test_it_says_which_model_it_is(tagger):
    card = tomllib.loads((shipped_folder() / "card.toml").read_text())

    assert tagger.version == f"{card['name']} {card['version']}+{card['sha256']['tagger.onnx'][:8]}"


def test_it_tags_names_and_roles_with_offsets_into_each_text(tagger):
    texts = [
        "Officials in Nairobi said on Monday that Wanjiru Kamande had left the World Bank.",
        "",
        "nothing to see here",
    ]
    first, second, third = tagger.tag(texts)
    names = {(texts[0][one.start : one.end], one.kind) for one in first.names}
    roles = {(texts[0][one.start : one.end], one.role) for one in first.roles}

    assert names >= {
        ("Nairobi", Kind.PLACE),
        ("Wanjiru Kamande", Kind.PERSON),
        ("World Bank", Kind.ORG),
    }
    assert ("said", Role.CUE) in roles
    assert second == Tagging()
    assert third.names == ()
    assert all(0 < one.score <= 1 for one in (*first.names, *first.roles))


def test_texts_read_together_are_read_as_they_are_alone(tagger, monkeypatch):
    texts = [
        f"Captain Ada Stone of the Port Authority reached Lisbon on day {day}." for day in range(9)
    ]
    alone = [tagger.tag([text])[0] for text in texts]
    monkeypatch.setattr(model, "_WINDOWS_AT_ONCE", 4)
    together = tagger.tag(texts)

    assert [spans(one) for one in together] == [spans(one) for one in alone]


def spans(tagging):
    return [(one.start, one.end, one.kind) for one in tagging.names]


@pytest.mark.parametrize("name", ["card.toml", "tagger.onnx", "tokenizer.json"])
def test_it_says_which_file_is_missing(folder, name):
    (folder / name).unlink()

    with pytest.raises(TaggerUnavailable, match=name):
        ModelTagger(folder=folder)


def test_it_refuses_weights_that_are_not_those_of_the_card(folder):
    (folder / "tagger.onnx").write_bytes(b"other weights")

    with pytest.raises(TaggerUnavailable, match=r"not the one of its card"):
        ModelTagger(folder=folder)
