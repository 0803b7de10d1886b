import pytest

from tests.processes.mischief import CRASH_POINTS


@pytest.mark.parametrize("point", [point for point in CRASH_POINTS if "saving" not in point])
def test_a_crash_delays_and_never_loses(house, point):
    with house.trouble(point):
        articles = house.save(point.replace(" ", "-"), 3)
        ledger = house.wait_for(articles, lambda ledger: ledger.is_settled())

        assert not (house.mischief / point).exists(), "nothing crashed there"
    assert (ledger.done, ledger.lost, ledger.twice, ledger.quarantined) == (3, 0, 0, 0)


def test_a_post_whose_saving_crashed_before_the_commit_was_never_there(house):
    with house.trouble("saving, before the commit"):
        assert house.save("never-there", 1) == []
        assert house.desk_crashed()
    assert house.articles_of("never-there") == []

    articles = house.save("never-there", 1)
    ledger = house.wait_for(articles, lambda ledger: ledger.is_settled())

    assert (ledger.done, ledger.lost, ledger.twice, ledger.starts) == (1, 0, 0, 1)


def test_a_post_whose_saving_crashed_after_the_commit_is_enriched_all_the_same(house):
    with house.trouble("saving, after the commit"):
        assert house.save("unanswered", 1) == []
        assert house.desk_crashed()

    articles = house.articles_of("unanswered")
    ledger = house.wait_for(articles, lambda ledger: ledger.is_settled())

    assert (ledger.saved, ledger.done, ledger.lost, ledger.twice) == (1, 1, 0, 0)
