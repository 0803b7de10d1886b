"""Posts from files: each named with what became of it, a bad one with its reason."""

import io

import pytest
from django.core.management import call_command

from articles.models import Article, Post

pytestmark = pytest.mark.django_db

MARKDOWN = "---\ntitle: A first post\n---\nSome words of the first post.\n"
TEXT = "A second post\n\nSome words of the second post.\n"
PAGE = (
    "<!doctype html><html><head><title>A third post</title></head>"
    "<body><article><h1>A third post</h1><p>Some words of the third post, long enough to stand "
    "as the text of a page that somebody saved.</p></article></body></html>"
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.md").write_text(MARKDOWN)
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "c.html").write_text(PAGE)
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    return tmp_path


def receive(*paths, **options):
    out = io.StringIO()
    call_command("receive_posts", *map(str, paths), stdout=out, **options)
    return out.getvalue()


def test_it_receives_every_format_of_a_folder(folder):
    assert "3 received, 0 known, 0 refused" in receive(folder)
    assert set(Article.objects.values_list("draft_revision__headline", flat=True)) == {
        "A first post",
        "A second post",
        "A third post",
    }


def test_it_says_which_posts_it_knows(folder):
    receive(folder)

    assert "0 received, 3 known, 0 refused" in receive(folder)
    assert Post.objects.count() == 3


def test_a_bad_file_is_named_and_the_others_go_on(folder, capsys):
    (folder / "a.md").write_bytes(b"---\ntitle: [\n---\nwords")
    (folder / "aa.txt").write_bytes(b"\xff\xfe\x00 broken")
    out = io.StringIO()

    with pytest.raises(SystemExit) as stopped:
        call_command("receive_posts", str(folder), str(folder / "absent.md"), stdout=out)

    assert stopped.value.code == 1
    assert "2 received, 0 known, 3 refused" in out.getvalue()
    said = capsys.readouterr().err
    assert all(name in said for name in ("a.md", "aa.txt", "absent.md"))
    assert Post.objects.count() == 2


def test_it_refuses_an_empty_folder(tmp_path):
    with pytest.raises(Exception, match="No posts"):
        receive(tmp_path)
