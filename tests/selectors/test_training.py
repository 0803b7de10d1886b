"""What editors have judged teaches the model, and nothing else does."""

import pytest
from django.utils import timezone

from articles.actions.publish_article import publish_article
from articles.models import Citation, Mention, Verdict
from articles.selectors.training import judged_articles
from corpus.article import NAME_TYPES
from tests.actions.conftest import enrich, enriched, received

__all__ = ["enrich", "enriched", "received"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted(enriched):
    """An article with every name and source accepted."""
    for model in (Mention, Citation):
        model.objects.update(judgement=Verdict.ACCEPTED, judged_at=timezone.now())
    return enriched


@pytest.fixture
def judged(accepted, editor):
    return publish_article(article_id=accepted.pk, by=editor)


def test_a_judged_article_is_written_as_the_corpus_is(judged):
    (row,) = judged_articles()
    text = row["text"]
    names = {(text[one["start"] : one["end"]], one["type"]) for one in row["entities"]}

    assert ("Iva Bell", "PERSON") in names
    assert {kind for _, kind in names} <= NAME_TYPES
    assert row["id"] == str(judged.public_id)
    said = [one for one in row["attributions"] if one["source"]]
    assert "the Port Office" in {text[slice(*one["source"][0])] for one in said}
    assert all(text[start:end] for one in said for start, end in (*one["content"], *one["cue"]))


def test_what_was_rejected_is_no_name(judged):
    rejected = Mention.objects.filter(name="Iva Bell")
    rejected.update(judgement=Verdict.REJECTED)
    (row,) = judged_articles()

    assert "Iva Bell" not in {one["text"] for one in row["entities"]}


@pytest.mark.parametrize("model", [Mention, Citation])
def test_an_article_with_an_open_question_teaches_nothing(judged, model):
    first = model.objects.first()
    model.objects.filter(pk=first.pk).update(judgement=Verdict.NONE, judged_at=None)

    assert list(judged_articles()) == []


def test_a_draft_teaches_nothing(accepted):
    assert list(judged_articles()) == []
