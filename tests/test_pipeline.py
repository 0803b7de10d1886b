"""The whole story once, end to end: received, enriched by the real model, judged, published, read."""

import io
import tomllib

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, EnrichmentRun, Judgement, Mention, Person, Verdict
from newsroom.demo.knowledge import FOLDER, load_knowledge
from newsroom.demo.staff import make_staff

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.ALLOWED_HOSTS = ["localhost"]
    return tmp_path


def tour(*paths):
    out = io.StringIO()
    call_command("tour", *map(str, paths), stdout=out)
    return out.getvalue()


def test_one_post_walks_through_everything():
    said = tour()

    assert "✗" not in said
    assert "conflicting-years" in said
    article = Article.objects.get()
    assert EnrichmentRun.objects.get(article=article).model_version.startswith("newsroom-tagger")
    judged = Mention.objects.filter(revision=article.live_revision)
    assert not judged.filter(judgement=Verdict.NONE).exists()
    assert Judgement.objects.filter(judged_by__username="editor").exists()


def test_a_second_tour_finds_it_there():
    tour()

    assert "received before" in tour()
    assert Article.objects.count() == 1


def test_a_poor_post_shows_what_is_missing(tmp_path):
    path = tmp_path / "poor.txt"
    path.write_text("A headline without much\n\nNobody says anything here.\n")

    with pytest.raises(CommandError, match="parts are missing"):
        tour(path)


@pytest.mark.parametrize(
    ("words", "reason"),
    [(None, "No such file"), ("One sentence, and no headline.\n", "headline: it is missing")],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(words, reason, tmp_path):
    path = tmp_path / "mine.txt"
    if words:
        path.write_text(words)

    with pytest.raises(CommandError, match=f"mine.txt: {reason}"):
        tour(path)


def test_the_knowledge_is_loaded_once():
    load_knowledge()
    people = Person.objects.count()
    load_knowledge()

    known = tomllib.loads((FOLDER / "knowledge.toml").read_text())
    assert Person.objects.count() == people == len(known["people"]) + len(known["staff"])


def test_the_staff_keep_their_password(data_folder):
    file = data_folder / "demo_login"
    first = make_staff(file)["editor"].password
    login = file.read_text()

    assert make_staff(file)["editor"].password == first
    assert file.read_text() == login
    assert file.stat().st_mode & 0o077 == 0
