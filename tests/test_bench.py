"""The measurements run, compare like with like, and say what they are. How fast is no test's matter."""

import io

import pytest
from django.conf import settings
from django.db import connection

from articles.models import StoredDocument
from bench import __main__, reading, report
from bench.clock import Cost, costs
from bench.corpus import load_corpus
from bench.database import own_database
from bench.engine import Speed, measure_engine
from bench.publishing import ACTION, ONE_ROW, SAME_ROWS, measure_publishing
from bench.requests import get
from tests.taggers import CapitalTagger


@pytest.fixture(scope="module")
def tiny_session(django_db_setup, django_db_blocker, request):
    """Everything measured once, in a database of its own, which is gone when the tests look."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    name = f"test_newsroom_{settings.TEST_RUN}_bench_{worker}"
    with django_db_blocker.unblock(), own_database(name):
        corpus = load_corpus(articles=3, tagger=CapitalTagger())
        return {
            "database": name,
            "paths": [one.document.path for one in corpus.published],
            "reading": reading.measure_reading(corpus, rounds=1, turns=1),
            "publishing": measure_publishing(corpus, rounds=1, turns=1),
            "engine": measure_engine(tagger=CapitalTagger(), rounds=1, posts=1),
            "found": [
                reading.articles_found(get(f"/search/?q={asked}")) for asked in reading.QUESTIONS
            ],
            "documents": StoredDocument.objects.count(),
            "conditions": report.conditions(articles=3, rounds=1),
        }


@pytest.mark.slow
def test_it_brings_in_as_many_articles_as_asked_for_and_one_that_waits(tiny_session):
    assert len(set(tiny_session["paths"])) == 3
    assert tiny_session["documents"] == 3  # what was published to be measured was taken back


@pytest.mark.slow
@pytest.mark.django_db
def test_its_database_is_gone_when_it_ends(tiny_session):
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        names = {name for (name,) in cursor.fetchall()}

    assert tiny_session["database"] not in names
    assert connection.settings_dict["NAME"] in names


@pytest.mark.slow
def test_it_measures_every_way_of_reading_on_both_sides(tiny_session):
    *cases, floor = tiny_session["reading"]

    assert [one.name for one in cases] == [
        "article page",
        "front page",
        "person page",
        "search page",
        "API, article",
        "API, list of 20",
    ]
    assert all(one.ours.app > 0 and one.ordinary.app > 0 and one.size > 0 for one in cases)
    assert floor.ordinary is None


@pytest.mark.slow
def test_its_searches_find_something(tiny_session):
    assert sum(tiny_session["found"]) > 0


@pytest.mark.slow
def test_it_measures_publishing_beside_its_rows(tiny_session):
    assert list(tiny_session["publishing"]) == [ACTION, SAME_ROWS, ONE_ROW]


@pytest.mark.slow
def test_it_measures_each_step_of_the_engine(tiny_session):
    steps = [one.step for one in tiny_session["engine"]]

    assert steps == ["parse", "extract", "extract, the model left out", "check"]
    assert all(one.words > 0 for one in tiny_session["engine"])


@pytest.mark.slow
def test_it_names_the_machine(tiny_session):
    for word in ("3 articles", "cores", "load", "Python", "PostgreSQL"):
        assert word in tiny_session["conditions"]


def test_it_refuses_to_compare_what_is_not_alike(monkeypatch):
    monkeypatch.setattr(reading, "get", {"/a/": b"words", "/b/": b"other words"}.__getitem__)

    with pytest.raises(reading.NotAlike, match="/a/ and /b/ answer differently"):
        reading.compare(reading.Case("odd", ["/a/"], ["/b/"], reading.same_bytes))


def test_an_answer_that_is_no_success_is_an_error(monkeypatch):
    def refusing(_environ, start_response):
        start_response("404 Not Found", [])
        return io.BytesIO()

    monkeypatch.setattr("newsroom.wsgi.application", refusing)

    with pytest.raises(LookupError, match="/nowhere/ answered 404"):
        get("/nowhere/")


@pytest.mark.django_db
def test_the_sides_take_turns_and_a_first_round_is_not_counted():
    turns = []

    found = costs(
        {"a": lambda: turns.append("a"), "b": lambda: turns.append("b")}, rounds=2, turns=2
    )

    assert "".join(turns) == "aabbbbaaaabb"
    assert set(found) == {"a", "b"}


def test_a_ratio_counts_both_processes():
    measured = reading.Measured("page", Cost(1.0, 1.0), Cost(4.0, 2.0), 1234)

    assert "| page " in (table := report.reading_table([measured]))
    assert "1.00 + 1.00 | 4.00 + 2.00 |   3.0 | 1,234 |" in table


def test_what_nobody_can_tell_is_not_told():
    table = report.publishing_table({ACTION: Cost(2.0, None), ONE_ROW: Cost(1.0, None)})

    assert "2.00 + ?" in table
    assert "  2.0 |" in table


def test_its_tables_have_straight_edges():
    table = report.engine_table([Speed("parse", 1.0, 150000.0), Speed("check", 0.5, 9.0)])

    assert len({len(line) for line in table.splitlines()}) == 1
    assert "150,000" in table


@pytest.mark.parametrize("arguments", [["--rounds", "0"], ["--articles", "-1"], ["--rounds", "x"]])
def test_it_needs_something_to_measure(arguments, capsys):
    with pytest.raises(SystemExit):
        __main__.main(arguments)

    assert f"argument {arguments[0]}: must be" in capsys.readouterr().err
