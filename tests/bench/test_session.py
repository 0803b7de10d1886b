"""The measurements run, compare like with like, and say what they are. How fast is no test's matter."""

import os

import pytest
from django.conf import settings
from django.db import connection

from bench import __main__, cpu, disk, reading, report
from bench.cases import Case, same_bytes
from bench.clock import Cost, costs
from bench.disk import NoRoom, require_room
from bench.engine import Speed
from bench.publishing import ACTION, ONE_BY_ONE, SAME_ROWS, TOGETHER, WHOLE
from bench.session import Size, measurements
from newsroom.synthetic import house

# One worker measures: two would take the same ports.
pytestmark = pytest.mark.xdist_group("bench")


@pytest.fixture(scope="module")
def session(django_db_setup, django_db_blocker, request):
    """Everything measured once, in a database of its own, which is gone when the tests look."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    name = f"test_newsroom_{settings.TEST_RUN}_bench_{worker}"
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        for kind in ("PEOPLE", "AUTHORS", "ORGANIZATIONS", "TOPICS"):
            patch.setattr(house, kind, 8)
        size = Size(articles=22, rounds=1, turns=1, batch=3)
        return name, "\n".join(measurements(size, name=name))


@pytest.mark.slow
@pytest.mark.django_db
def test_its_database_is_gone_when_it_ends(session):
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        names = {name for (name,) in cursor.fetchall()}

    assert session[0] not in names
    assert connection.settings_dict["NAME"] in names


@pytest.mark.slow
@pytest.mark.parametrize(
    "told",
    [
        "22 articles",
        "API: article",
        "API: list by person",
        "API: search, a rare word",
        "API: changes",
        "article page",
        "front page",
        "person page",
        "a bare view",
        "MB before",
        ACTION,
        WHOLE,
        SAME_ROWS,
        ONE_BY_ONE,
        TOGETHER,
        "PostgreSQL",
    ],
)
def test_it_tells_of_every_case_and_of_the_machine(session, told):
    assert told in session[1]


class Answering:
    """A server that answers every address with words of its own."""

    def __init__(self, words):
        self._words = words

    def get(self, _address):
        return self._words


def test_it_refuses_to_compare_what_is_not_alike():
    case = Case("odd", ["/a/"], ["/b/"], same_bytes)

    with pytest.raises(reading.NotAlike, match="odd: /a/ and /b/ answer differently"):
        reading.measure_reading([case], Answering(b"words"), Answering(b"others"), rounds=1)


@pytest.mark.django_db
def test_the_sides_take_turns_and_a_first_round_is_not_counted():
    turns = []

    found = costs(
        {"a": lambda: turns.append("a"), "b": lambda: turns.append("b")}, rounds=2, turns=2
    )

    assert "".join(turns) == "aabbbbaaaabb"
    assert set(found) == {"a", "b"}


def test_a_ratio_counts_both_processes():
    sides = {
        reading.OURS: reading.Side(None, [], 1, [Cost(1.0, 1.0)], [1.0, 2.0]),
        reading.ORDINARY: reading.Side(None, [], 1, [Cost(4.0, 2.0)], [1.0, 2.0]),
    }

    table = report.reading_table([reading.Measured("page", sides, 1234)])

    assert "1.00 + 1.00 | 4.00 + 2.00 |   3.0 |" in table


def test_cpu_time_is_counted_per_process_and_new_ones_from_nothing():
    before = cpu.seconds([os.getpid()])
    sum(range(200_000))
    after = cpu.seconds([os.getpid()])

    assert cpu.spent(before, after) > 0
    assert cpu.spent({}, {1: 2.0}) == 2.0
    assert cpu.seconds([2**22 - 1]) == {}


@pytest.mark.django_db
def test_it_loads_nothing_for_which_there_is_no_room(monkeypatch):
    monkeypatch.setattr(disk, "BYTES_AN_ARTICLE", 10**15)

    with pytest.raises(NoRoom, match="GB are needed"):
        require_room(10)


def test_its_tables_have_straight_edges():
    table = report.engine_table([Speed("parse", 1.0, 150000.0), Speed("check", 0.5, 9.0)])

    assert len({len(line) for line in table.splitlines()}) == 1
    assert "150,000" in table


@pytest.mark.parametrize("arguments", [["--rounds", "0"], ["--articles", "-1"], ["--rounds", "x"]])
def test_it_needs_something_to_measure(arguments, capsys):
    with pytest.raises(SystemExit):
        __main__.main(arguments)

    assert f"argument {arguments[0]}: must be" in capsys.readouterr().err
