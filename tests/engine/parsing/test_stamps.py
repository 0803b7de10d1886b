from __future__ import annotations

import pytest

from articles.engine.parsing.stamps import StampRules, read_stamp

RULES = StampRules()


@pytest.mark.parametrize(
    ("raw", "local", "instant"),
    [
        ("2025-11-06T18:36:00Z", "2025-11-06T18:36:00", "2025-11-06T18:36:00+00:00"),
        ("2025-11-06T18:36:00.123+02:00", "2025-11-06T18:36:00", "2025-11-06T16:36:00+00:00"),
        ("2025-11-06T18:36:00-0330", "2025-11-06T18:36:00", "2025-11-06T22:06:00+00:00"),
        ("Thu, 06 Nov 2025 18:36:00 GMT", "2025-11-06T18:36:00", "2025-11-06T18:36:00+00:00"),
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36", "2023-04-28T17:20:36+00:00"),
        ("Nov. 6, 2025, 6:36 p.m. ET", "2025-11-06T18:36:00", "2025-11-06T23:36:00+00:00"),
        (
            "July 6, 2025 6:36 PM ET",
            "2025-07-06T18:36:00",
            "2025-07-06T22:36:00+00:00",
        ),  # summer time
        ("6:36 PM EST, Thu November 6, 2025", "2025-11-06T18:36:00", "2025-11-06T23:36:00+00:00"),
        ("November 6, 2025 | 18:36 UTC+2", "2025-11-06T18:36:00", "2025-11-06T16:36:00+00:00"),
        ("6th of November 2025, 9am", "2025-11-06T09:00:00", None),
        ("12:05 a.m., 6 November 2025", "2025-11-06T00:05:00", None),
        ("2025-11-06 18:36", "2025-11-06T18:36:00", None),
        ("November 6, 2025", "2025-11-06T00:00:00", None),
        ("06.11.2025 18:36", "2025-11-06T18:36:00", None),  # dots are only written day first
        ("13/6/2025", "2025-06-13T00:00:00", None),
        ("6/13/2025", "2025-06-13T00:00:00", None),
        ("6/6/2025", "2025-06-06T00:00:00", None),
    ],
)
def test_it_reads_what_is_certain(raw, local, instant):
    stamp = read_stamp(raw, RULES)

    assert stamp.raw == raw
    assert stamp.local.isoformat() == local
    assert (stamp.instant and stamp.instant.isoformat()) == instant
    assert not stamp.ambiguous


def test_it_guesses_neither_month_nor_zone():
    stamp = read_stamp("4/9/2025 7:05:00 AM", RULES)

    assert stamp.ambiguous
    assert stamp.local is None
    assert stamp.instant is None


@pytest.mark.parametrize(
    ("day_first", "instant"),
    [(False, "2025-04-09T11:05:00+00:00"), (True, "2025-09-04T11:05:00+00:00")],
)
def test_it_follows_the_settings_of_the_source(day_first, instant):
    stamp = read_stamp("4/9/2025 7:05:00 AM", StampRules("America/New_York", day_first))

    assert stamp.instant.isoformat() == instant


def test_it_gives_a_day_without_a_time_no_instant():
    assert read_stamp("2025-11-06", StampRules("Europe/Oslo")).instant is None


def test_it_believes_the_stamp_before_the_source():
    stamp = read_stamp("2025-11-06 18:36 UTC", StampRules("Asia/Tokyo"))

    assert stamp.instant.isoformat() == "2025-11-06T18:36:00+00:00"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "On November 6, 2025 the board met",
        "31/31/2025",
        "February 30, 2025",
        "2025-11-06 24:61",
        "13:00 PM, November 6, 2025",
        "November 2025",
        "6 November 2025 " * 20,
    ],
)
def test_it_takes_no_other_line_for_a_stamp(line):
    assert read_stamp(line, RULES) is None


def test_it_survives_the_first_day_of_the_calendar():
    assert read_stamp("0001-01-01T00:00:00+10:00", RULES).instant is None
