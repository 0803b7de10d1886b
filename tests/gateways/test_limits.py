"""Counts in a real Valkey: exact under haste, apart for each, and never in the way when away."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from articles.gateways import limits
from articles.gateways.limits import take


@pytest.fixture
def who():
    return uuid4().hex


@pytest.fixture(autouse=True)
def _set(settings):
    settings.API_RATE_LIMITS = {"key": "50/day", "search": "2/day", "write": ""}


def test_exactly_so_many_are_let_in_however_many_knock_at_once(who):
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: take("key", who).is_within, range(120)))

    assert answers.count(True) == 50


def test_it_says_what_is_left(who):
    first, second, third = (take("search", who) for _ in range(3))

    assert [first.remaining, second.remaining, third.remaining] == [1, 0, 0]
    assert [first.is_within, second.is_within, third.is_within] == [True, True, False]
    assert (first.limit, first.window) == (2, 86_400)
    assert 0 < third.resets_in <= 2 * 86_400


def test_each_is_counted_alone_and_under_each_limit_alone(who):
    for _ in range(3):
        take("search", who)

    assert take("search", f"{who}-other").is_within
    assert take("key", who).remaining == 49


@pytest.mark.parametrize("name", ["write", "unknown"])
def test_no_limit_is_counted_where_none_is_set(who, name):
    assert take(name, who) is None


def test_valkey_away_lets_everybody_in_and_says_so(settings, who, monkeypatch, tmp_path):
    settings.CACHES = {"default": {"LOCATION": f"unix://{tmp_path}/nobody.sock?db=1"}}
    lines = []
    monkeypatch.setattr(limits.log, "warning", lambda line, *_: lines.append(line))

    assert take("search", who) is None
    assert [line.split()[0] for line in lines] == ["limits.unreachable"]
