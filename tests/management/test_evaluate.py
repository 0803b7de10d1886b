import io
import json
import sys

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from articles.engine.version import ENGINE_VERSION
from articles.management.commands import evaluate as command
from tests.engine.fakes import TableTagger

TEXT = "Ana Berg left. According to Ana Berg, it rained on Tuesday. Oslo Works closed."


@pytest.fixture(autouse=True)
def tagger(monkeypatch):
    table = TableTagger(PERSON=["Ana Berg"])
    monkeypatch.setattr(apps.get_app_config("articles"), "_load_tagger", lambda: table)
    monkeypatch.setattr(command, "_spacy", lambda: str.split)


def name(words, type_, nth=0):
    start = [at for at in range(len(TEXT)) if TEXT.startswith(words, at)][nth]
    return {"start": start, "end": start + len(words), "type": type_, "text": words}


def row(identifier="one", **fields):
    entities = [
        name("Ana Berg", "PERSON"),
        name("Ana Berg", "PERSON", 1),
        name("Oslo Works", "ORG"),
    ]
    return {"id": identifier, "text": TEXT, "entities": entities, **fields}


@pytest.fixture
def path(tmp_path):
    def write(*rows, name="set.jsonl"):
        (tmp_path / name).write_text("".join(f"{json.dumps(one)}\n" for one in rows))
        return tmp_path / name

    return write


def evaluate(*args):
    out, err = io.StringIO(), io.StringIO()
    call_command("evaluate", *map(str, args), "--resamples", "20", stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def rows_of(out, path, section="names"):
    return json.loads(out)["sets"][str(path)]["sections"][section]["rows"]


def test_it_scores_what_the_engine_finds_without_a_database(path):
    one = path(row())
    out, err = evaluate("--json", one)
    rows = rows_of(out, one)

    assert err == ""
    assert json.loads(out)["engine"] == {"version": ENGINE_VERSION, "model": "table 1"}
    assert rows["PERSON, strict"]["f1"] == 100
    assert rows["PERSON+ORG, strict"]["recall"] == pytest.approx(66.67)
    assert rows["PERSON+ORG, strict"]["gold"] == 3


def test_it_prints_a_table_with_the_worst_texts_and_the_speed(path):
    out, _ = evaluate(path(row()), "--worst", "1")

    assert "PERSON+ORG, strict" in out
    assert "one: 1 errors" in out
    assert "missed  Oslo Works (ORG)" in out
    assert "speed: 14 words" in out


def test_each_line_has_its_own_day_of_publication(path):
    start = TEXT.index("Tuesday")
    tuesday = {"start": start, "end": start + 7}
    one = path(
        row("a", published="2025-03-13T08:00:00Z", dates=[{**tuesday, "iso": "2025-03-11"}]),
        row("b", published="2024-03-14T08:00:00Z", dates=[{**tuesday, "iso": "2024-03-12"}]),
        row("c", dates=[{**tuesday, "iso": "2023-03-14"}]),
    )
    out, _ = evaluate("--json", one, "--published", "2023-03-16")

    assert rows_of(out, one, "dates")["value"]["f1"] == 100


def test_it_reads_the_first_texts_alone(path):
    one = path(*[row(str(n)) for n in range(5)])
    out, _ = evaluate("--json", one, "--limit", "2")

    assert json.loads(out)["sets"][str(one)]["sections"]["names"]["texts"] == 2


def test_types_can_be_chosen(path):
    one = path(row())
    out, _ = evaluate("--json", one, "--types", "org")

    assert {label.split(",")[0] for label in rows_of(out, one)} == {"all types", "ORG"}


def test_a_folder_is_its_sets_and_a_set_may_come_from_a_pipe(path, tmp_path, monkeypatch):
    path(row(), name="a.jsonl")
    path(row(), name="b.jsonl")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(row()).encode())))
    out, _ = evaluate("--json", tmp_path, "-")

    assert list(json.loads(out)["sets"]) == [
        str(tmp_path / "a.jsonl"),
        str(tmp_path / "b.jsonl"),
        "-",
    ]


def test_a_bad_line_is_named_and_the_others_go_on(path):
    one = path(row(), {"text": "no id"})
    out, err = evaluate("--json", one)

    assert f"{one}:2: not a line of an annotated set" in err
    assert rows_of(out, one)["PERSON, strict"]["f1"] == 100


def test_a_set_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="No such set"):
        evaluate(tmp_path / "nothing.jsonl")
    with pytest.raises(CommandError, match="No such set"):
        evaluate(tmp_path)


def test_a_text_that_no_engine_reads_is_a_bad_line(path):
    one = path(row(text="a\x00b"), row())
    out, err = evaluate("--json", one)

    assert f"{one}:1: " in err
    assert rows_of(out, one)["PERSON, strict"]["gold"] == 2


def test_a_page_may_be_given_to_count_its_false_alarms(path):
    one = path({"id": "page", "html": "<h1>Rain</h1><p>It rained.</p>", "contradictions": []})
    out, _ = evaluate("--json", one)

    rows = rows_of(out, one, "contradictions")
    assert rows["false alarms, in 100 articles"]["gold"] == 1


@pytest.mark.parametrize("option", [["--published", "yesterday"], ["--limit", "few"]])
def test_wrong_options_are_refused(path, option):
    with pytest.raises(CommandError):
        evaluate(path(row()), *option)


def test_spacy_is_measured_beside_it_where_it_is_installed(path, monkeypatch):
    monkeypatch.setattr(command, "words_per_second", lambda work, texts: 100.0)
    speed = json.loads(evaluate("--json", path(row()))[0])["sets"]

    (one,) = (each["speed"] for each in speed.values())
    assert one["spacy_words_per_second"] == 100
    assert one["share"] == pytest.approx(one["words_per_second"] / 100, abs=0.01)


def test_no_speed_leaves_spacy_out(path):
    speed = json.loads(evaluate("--json", "--no-speed", path(row()))[0])["sets"]

    assert [each["speed"]["share"] for each in speed.values()] == [None]
