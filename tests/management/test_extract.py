import io
import json
import sys

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from articles.engine.errors import TaggerUnavailable
from articles.engine.version import ENGINE_VERSION
from tests.engine.fakes import TableTagger

TEXT = (
    "Ana Berg left.\r\n\r\nAccording to Ana Berg, it rained on May 6, 2025. 🌧 Ana Berg said so.\n"
)


@pytest.fixture(autouse=True)
def tagger(monkeypatch):
    table = TableTagger(PERSON=["Ana Berg"])
    monkeypatch.setattr(apps.get_app_config("articles"), "_load_tagger", lambda: table)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode())
    return path


def extract(*args):
    out, err = io.StringIO(), io.StringIO()
    failed = None
    try:
        call_command("extract", "--no-knowledge", *map(str, args), stdout=out, stderr=err)
    except CommandError as error:
        failed = error
    return out.getvalue(), err.getvalue(), failed


def test_it_prints_one_json_line_for_each_file_without_a_database(page):
    out, err, failed = extract("--json", "--format", "text", page, page)
    first, second = map(json.loads, out.splitlines())

    assert first == second
    assert first["id"] == str(page)
    assert first["engine"] == {"version": ENGINE_VERSION, "model": "table 1"}
    assert (err, failed) == ("", None)


def test_plain_text_is_printed_unchanged_and_offsets_are_code_points(page):
    found = json.loads(extract("--json", "--format", "text", page)[0])

    assert found["text"] == TEXT
    assert {found["text"][one["start"] : one["end"]] for one in found["mentions"]} == {"Ana Berg"}


def test_it_tells_the_format_by_itself(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<article><h1>Rain</h1><p>Ana Berg said that it <b>rained</b>.</p></article>")
    found = json.loads(extract("--json", path)[0])

    assert "<" not in found["text"]
    assert [one["name"] for one in found["mentions"]] == ["Ana Berg"]


def test_it_reads_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))

    assert json.loads(extract("--json", "--format", "text", "-")[0])["id"] == "-"


def test_it_prints_a_summary_for_people(page):
    out = extract("--format", "text", page)[0]

    assert "PERSON   Ana Berg" in out
    assert "“According to” Ana Berg" in out
    assert "[no-author]" in out


def test_a_bad_file_is_named_and_the_others_go_on(page, tmp_path):
    out, err, failed = extract("--json", "--format", "text", tmp_path / "none.txt", page)

    assert len(out.splitlines()) == 1
    assert "none.txt" in err
    assert failed.returncode == 1


LINES = [
    {"id": 1, "text": "Ana Berg left."},
    "not json",
    ["a", "list"],
    {"id": 2},
    {"id": 3, "text": 7},
    {"id": 4, "text": "Ana Berg left yesterday.", "published": "2025-05-06T10:00:00+02:00"},
    {"id": 5, "text": "Ana Berg left.", "published": "some day"},
    {"id": 6, "html": "<p>Ana <i>Berg</i> left.</p>"},
    {"id": 7, "text": ""},
]


def test_it_reads_lines_in_order_and_names_the_bad_ones(tmp_path):
    path = tmp_path / "in.jsonl"
    lines = [line if isinstance(line, str) else json.dumps(line) for line in LINES]
    path.write_text("\n".join([*lines, ""]))
    out, err, failed = extract("--jsonl", path)
    found = [json.loads(line) for line in out.splitlines()]

    assert [one["id"] for one in found] == ["1", "4", "6"]
    assert [line.split(":")[1] for line in err.splitlines()] == ["2", "3", "4", "5", "7", "9"]
    assert failed.returncode == 1
    assert found[1]["dates"][0]["iso"] == "2025-05-05"


def test_bytes_that_are_no_text_spoil_only_their_line(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"id": 1, "text": "\xff\xfe"}\n{"id": 2, "text": "Ana Berg left."}\n')
    out, err, _ = extract("--jsonl", path)

    assert [json.loads(line)["id"] for line in out.splitlines()] == ["2"]
    assert f"{path}:1:" in err


@pytest.mark.parametrize("args", [[], ["--jsonl", "/no/such/file"]])
def test_it_says_what_is_missing(args):
    assert extract(*args)[2] is not None


def test_a_date_must_be_a_date(page):
    assert "ISO 8601" in str(extract("--published", "soon", page)[2])


def test_the_publication_date_anchors_relative_dates(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("Ana Berg left yesterday.")
    found = json.loads(extract("--json", "--format", "text", "--published", "2025-05-06", path)[0])

    assert [one["iso"] for one in found["dates"]] == ["2025-05-05"]


def test_a_missing_model_is_said_in_one_line(page, monkeypatch):
    def unavailable():
        raise TaggerUnavailable("The language model is not installed.")

    monkeypatch.setattr(apps.get_app_config("articles"), "_load_tagger", unavailable)

    assert str(extract(page)[2]) == "The language model is not installed."
