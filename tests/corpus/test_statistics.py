from corpus.statistics import counts, statistics
from tests.corpus.test_reading import PAGE
from tests.corpus.writing import article


def test_it_counts_words_and_annotations(tmp_path):
    found = counts([article(tmp_path, PAGE)])

    assert dict(found) == {
        "articles": 1,
        "words": 40,
        "names": 6,
        "figures": 1,
        "dates": 1,
        "attributions": 1,
        "quotations": 2,
        "questions": 1,
        "cards": 1,
        "contradictions": 0,
    }


def test_tables_have_a_line_for_each_split_register_and_type(tmp_path):
    one = article(tmp_path, PAGE)
    other = article(tmp_path, "# [Oslo](PLACE:oslo)\n", hand="t", register="sport")
    lines = list(statistics([one, other], {"a": "train", "t": "test"}))
    cells = [line.split() for line in lines]

    assert ["test", "1", "1", "1", *"0000000"] in cells
    assert ["all", "2", "41", "7", "1", "1", "1", "2", "1", "1", "0"] in cells
    assert ["PLACE", "1", "1", "2"] in cells
    assert ["sport", "1", "1", "1", *"0000000"] in cells
