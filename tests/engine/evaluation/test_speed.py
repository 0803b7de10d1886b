from articles.engine.evaluation import speed


def test_words_are_divided_by_the_processors_time(monkeypatch):
    clock = iter([10.0, 12.0])
    monkeypatch.setattr(speed.time, "process_time", lambda: next(clock))
    seen = []

    assert speed.words_per_second(seen.append, ["one two three", "four"]) == 2.0
    assert seen == ["one two three", "one two three", "four"]


def test_no_texts_have_no_speed():
    assert speed.words_per_second(len, []) == 0


def test_a_sample_stops_when_it_has_enough_words():
    assert speed.sample(["a b", "c d", "e f"], words=3) == ["a b", "c d"]
    assert speed.sample(["a b", "c d"], words=1) == ["a b"]
    assert speed.sample([], words=1) == []
