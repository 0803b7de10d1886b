import orjson
import pytest
from django.core.management import CommandError, call_command

from articles.management.commands import export_training

pytestmark = pytest.mark.django_db

ROWS = [{"id": "one", "text": "Ada Stone spoke.", "entities": [], "attributions": []}]


@pytest.fixture
def judged(monkeypatch):
    monkeypatch.setattr(export_training, "judged_articles", lambda: iter(ROWS))


def test_it_writes_a_line_for_each_article(judged, tmp_path, capsys):
    out = tmp_path / "house.jsonl"
    call_command("export_training", str(out))

    assert [orjson.loads(line) for line in out.read_bytes().splitlines()] == ROWS
    assert "1 article written" in capsys.readouterr().err


def test_it_writes_over_nothing(judged, tmp_path):
    out = tmp_path / "house.jsonl"
    out.write_text("mine")

    with pytest.raises(CommandError, match="File exists"):
        call_command("export_training", str(out))
    assert out.read_text() == "mine"
