from corpus.blind import blind
from corpus.reading import read
from tests.corpus.test_reading import PAGE, TEXT
from tests.corpus.writing import write


def test_it_takes_out_marks_and_what_was_planted(tmp_path):
    planted = '[[contradictions]]\ncode = "part-differs"\npassages = ["third fire", "is safe"]\n'
    twice = planted + planted.replace("part-differs", "age-differs")
    shown = blind(write(tmp_path, PAGE, contradictions=twice))

    assert "](" not in shown
    assert "<" not in shown
    assert "contradictions" not in shown
    assert "differs" not in shown


def test_what_is_left_is_an_article_with_the_same_text(tmp_path):
    path = write(tmp_path, PAGE)
    path.write_text(blind(path))

    assert read(path).article.text == TEXT
    assert read(path).article.marks == ()
