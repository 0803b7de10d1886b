"""The front page written out at each request is, byte for byte, the one that the house serves."""

import pytest

from articles.actions.choose_lead import choose_lead
from articles.models import StoredDocument

pytestmark = pytest.mark.django_db


def same_fronts(client):
    ours = client.get("/").content
    assert ours == client.get("/ordinary/").content
    return ours


def test_both_begin_with_the_newest(client, corpus):
    assert same_fronts(client)


@pytest.mark.parametrize("on_front", [True, False])
def test_both_begin_with_what_an_editor_chose(client, corpus, editor, on_front):
    newest = same_fronts(client)
    oldest = StoredDocument.objects.order_by("visible_from").first()

    choose_lead(article_id=oldest.article_id, by=editor, on_front=on_front)

    assert same_fronts(client) != newest
