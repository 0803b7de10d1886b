from articles.engine.evaluation.bootstrap import interval
from articles.engine.evaluation.counts import matched


def f1(counts):
    return counts.f1


def test_texts_alike_leave_no_doubt():
    assert interval([matched(3, 4, 4)] * 20, f1) == (0.75, 0.75)


def test_the_interval_holds_the_rate_and_is_the_same_each_time():
    counts = [matched(n % 3, 2, 2) for n in range(30)]
    low, high = interval(counts, f1)

    assert 0.3 < low < 0.5 < high < 0.7
    assert interval(counts, f1) == (low, high)


def test_more_texts_make_it_narrower():
    few = [matched(n % 3, 2, 2) for n in range(12)]
    low, high = interval(few, f1)
    closer_low, closer_high = interval(few * 10, f1)

    assert closer_high - closer_low < high - low


def test_one_text_or_no_rate_has_none():
    assert interval([matched(1, 1, 1)], f1) is None
    assert interval([matched(0, 1, 0)] * 5, f1) is None
