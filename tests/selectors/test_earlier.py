"""What the house said before: only what readers can read, and nobody rejected."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from articles.models import Facet, Figure, Mention, Verdict
from articles.selectors.earlier import earlier_figures, recorded_facts
from tests.factories import (
    ArticleFactory,
    OrganizationFactory,
    PersonFactory,
    PublishedArticleFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db
TEXT = "Harrow Mill hires\n\nA summary.\n\nIt rained. Harrow Mill employs 40 workers by the river. Birds sang.\n"


@pytest.fixture
def mill():
    return OrganizationFactory(
        name="Harrow Mill", slug="harrow-mill", description="Founded in 1912."
    )


@pytest.fixture
def told(mill):
    return tell(mill)


def tell(mill, **window):
    """An article of today in whose text the mill employs forty workers."""
    article = PublishedArticleFactory(draft__headline="Harrow Mill hires", draft__text=TEXT)
    revision = article.live_revision
    place = {"revision": revision, "method": "test"}
    at = TEXT.index("Harrow Mill employs")
    Mention.objects.create(
        **place, start=at, end=at + 11, quote="Harrow Mill", kind="ORG", name="Harrow Mill",
        key="org:harrow mill", organization=mill,
    )  # fmt: skip
    at = TEXT.index("40 workers")
    Figure.objects.create(
        **place, start=at, end=at + 10, quote="40 workers", value=40, unit="workers"
    )
    window.setdefault("visible_from", article.visible_from)
    Facet.objects.create(kind="organization", target_id=mill.pk, article=article, **window)
    return article


def figures(mill, article=None, units=("workers",)):
    return earlier_figures(article or ArticleFactory(), {mill.facet_key}, units)


def test_it_reads_figures_with_their_sentence_and_article(told, mill):
    (figure,) = figures(mill)

    assert figure.target == mill.facet_key
    assert figure.value == Decimal(40)
    assert figure.passage == "Harrow Mill employs 40 workers by the river"
    assert figure.title == "Harrow Mill hires"
    assert figure.published == told.first_published_at.date()


def test_it_asks_three_times_however_many_articles(mill, django_assert_num_queries):
    tell(mill)
    tell(mill)
    article = ArticleFactory()

    with django_assert_num_queries(3):
        assert len(figures(mill, article)) == 2


def test_it_leaves_out_the_article_itself(told, mill):
    assert figures(mill, told) == []


def test_it_leaves_out_other_units_and_other_records(told, mill):
    assert figures(mill, units=("boats",)) == []
    assert figures(OrganizationFactory()) == []
    assert earlier_figures(ArticleFactory(), set(), {"workers"}) == []


@pytest.mark.parametrize("model", [Figure, Mention])
def test_it_leaves_out_what_somebody_rejected(told, mill, model):
    model.objects.update(judgement=Verdict.REJECTED, judged_at=timezone.now())

    assert figures(mill) == []


def test_it_leaves_out_what_readers_cannot_read(mill):
    now = timezone.now()
    tell(mill, visible_from=now + dt.timedelta(hours=1))
    tell(mill, visible_until=now - dt.timedelta(minutes=1))

    assert figures(mill) == []


def test_it_leaves_out_drafts_of_live_articles(told, mill):
    told.live_revision = PublishedArticleFactory().live_revision
    told.save()

    assert figures(mill) == []


def test_it_reads_descriptions_of_every_kind(mill):
    person = PersonFactory(description="Born in 1960.")
    silent = TopicFactory()
    facts = recorded_facts({mill.facet_key, person.facet_key, silent.facet_key})

    assert {(fact.name, fact.statement) for fact in facts} == {
        ("Harrow Mill", "Founded in 1912."),
        (person.name, "Born in 1960."),
    }
