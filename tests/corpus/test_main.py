import json

import pytest

from corpus import __main__ as program
from corpus.checking import load
from tests.corpus.writing import write


def run(capsys, *arguments):
    code = program.main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def test_check_fails_on_errors_and_names_file_and_line(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = write(tmp_path, "# [Bo Li](PERSON:Bo)\n\nA [cat](ORG:cat).\n")
    code, out, err = run(capsys, "check", str(path))

    assert code == 1
    assert out.splitlines()[0].startswith("articles/a/a001.md:8: error: no identity")
    assert "articles/a/a001.md:10: warning: is this a name? [cat]" in out
    assert "1 files, 1 errors, 1 warnings" in err


def test_warnings_do_not_fail_and_can_be_left_out(tmp_path, capsys):
    path = write(tmp_path, "# Rain\n\nA [cat](ORG:cat).\n")

    assert run(capsys, "check", "--no-warnings", str(path))[:2] == (0, "")


def test_a_path_that_is_not_there_fails(capsys):
    code, _, err = run(capsys, "check", "nowhere")

    assert code == 1
    assert "nowhere: no such file or folder" in err


def test_export_prints_the_articles_of_a_split(capsys):
    _, out, _ = run(capsys, "export", "--split", "train")
    rows = [json.loads(line) for line in out.splitlines()]

    assert {row["meta"]["split"] for row in rows} == {"train"}
    assert 0 < len(rows) <= len(load())


def test_export_prints_an_article_from_elsewhere(tmp_path, capsys):
    path = write(tmp_path, "# [Oslo](PLACE:oslo)\n", hand="z")
    _, out, _ = run(capsys, "export", str(path))

    assert json.loads(out)["meta"]["split"] == ""


def test_blind_shows_an_article_by_its_id(capsys):
    first = load()[0]
    code, out, _ = run(capsys, "blind", first.id)

    assert code == 0
    assert f'id = "{first.id}"' in out
    assert "](" not in out


def test_blind_knows_no_other(capsys):
    assert run(capsys, "blind", "x999")[0] == 1


@pytest.mark.parametrize("command", ["statistics", "agreement"])
def test_tables_are_printed(capsys, command):
    code, out, _ = run(capsys, command)

    assert code == 0
    assert "articles" in out
