"""Progress is the age of the last canary, whatever the processes say of themselves."""

import datetime as dt

import pytest

from newsroom.supervision.watchdog import ProgressWatchdog


def seconds(number):
    return None if number is None else dt.timedelta(seconds=number)


@pytest.fixture
def watchdog(clock):
    ages = {"canary": None, "due": None}
    watchdog = ProgressWatchdog(
        canary_age=lambda: seconds(ages["canary"]),
        oldest_due_age=lambda: seconds(ages["due"]),
        clock=clock,
    )
    watchdog.ages = ages
    return watchdog


@pytest.mark.parametrize(
    ("waited", "canary", "complains"),
    [
        (10, None, False),  # nobody can have finished anything yet
        (10, 5000, False),  # yesterday's canary, seen right after a start
        (91, 12, False),
        (91, 90, False),
        (91, 91, True),
        (91, None, True),
    ],
)
def test_it_complains_when_nothing_was_finished_for_too_long(
    waited, canary, complains, watchdog, clock
):
    clock.now += waited
    watchdog.ages["canary"] = canary

    assert bool(watchdog.complaint()) == complains


def test_it_says_what_it_saw(watchdog, clock):
    clock.now += 91
    watchdog.ages.update(canary=120, due=100)

    assert watchdog.complaint() == (
        "no progress: the last canary job was done 120 s ago, the oldest due job waits 100 s already"
    )


def test_after_a_complaint_the_restarted_get_their_time(watchdog, clock):
    clock.now += 91
    assert watchdog.complaint()

    clock.now += 89
    assert not watchdog.complaint()
    clock.now += 2
    assert watchdog.complaint()


def test_a_question_without_an_answer_is_no_complaint(clock):
    def away():
        raise ConnectionError

    watchdog = ProgressWatchdog(canary_age=away, oldest_due_age=away, clock=clock)
    clock.now += 91
    for _ in range(2):
        with pytest.raises(ConnectionError):
            watchdog.complaint()
