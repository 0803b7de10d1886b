"""Two records become one: everything that named either names the one that stays."""

import pytest

from articles.actions.merge_subject import CannotMerge, merge_subject
from articles.actions.name_subject import name_subject
from articles.actions.publish_article import publish_article
from articles.actions.run_job import run_job
from articles.models import (
    Account,
    Affiliation,
    AuditEntry,
    Byline,
    Citation,
    Facet,
    FacetKind,
    Job,
    JobKind,
    Judgement,
    Layer,
    Mention,
    Organization,
    Person,
    StoredCitation,
    StoredDocument,
    StoredFigure,
    Topic,
    Verdict,
)
from articles.policies import NotAllowed
from articles.selectors.merging import merger
from tests.factories import ArticleFactory, OrganizationFactory, PersonFactory, TopicFactory
from tests.factories.departure import departure, mention
from tests.taggers import CapitalTagger

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(editor):
    return publish_article(article_id=departure().pk, by=editor)


@pytest.fixture
def ines(published):
    return Person.objects.get(slug="ines-ferreira")


@pytest.fixture
def other():
    return PersonFactory(name="Inês Ferreira", slug="ines-ferreira-2")


def do_jobs():
    for job in Job.objects.filter(kind=JobKind.PUBLISH_AGAIN, state="pending"):
        run_job(job_id=job.public_id, load_tagger=CapitalTagger)


def moved_rows(person):
    """How many rows of each kind point at a person."""
    models = (Mention, Citation, Account, Judgement, Affiliation)
    return {model.__name__: model.objects.filter(person=person).count() for model in models}


def test_everything_that_pointed_at_one_points_at_the_other(ines, other, editor, published):
    harbor = Organization.objects.get(slug="harbor-labs")
    Affiliation.objects.create(person=ines, organization=harbor, role="founder")
    said = Mention.objects.filter(person=ines).first()
    Judgement.objects.create(
        article=published,
        layer=Layer.MENTION,
        kind=said.kind,
        quote_key="ines",
        person=ines,
        previous=Verdict.NONE,
        answer=Verdict.ACCEPTED,
        annotation_id=said.pk,
        judged_at=said.judged_at,
    )
    before = moved_rows(ines)
    assert all(before.values())

    kept = merge_subject(subject=ines, into=other, by=editor)

    assert kept == other
    assert moved_rows(other) == before
    assert {alias.text for alias in other.aliases.all()} >= {"Ines Ferreira"}
    assert not Person.objects.filter(pk=ines.pk).exists()


def test_public_lists_narrow_by_the_one_that_stays_at_once(ines, other, editor, published):
    cited = StoredCitation.objects.filter(person_id=ines.pk).count()
    figures = StoredFigure.objects.filter(kind=FacetKind.PERSON, target_id=ines.pk).count()
    merge_subject(subject=ines, into=other, by=editor)

    assert Facet.objects.filter(kind="person", target_id=other.pk, article=published).exists()
    assert not Facet.objects.filter(kind="person", target_id=ines.pk).exists()
    assert StoredCitation.objects.filter(person_id=other.pk).count() == cited > 0
    kind = {"kind": FacetKind.PERSON, "target_id": other.pk}
    assert StoredFigure.objects.filter(**kind).count() == figures


def test_documents_name_the_one_that_stays_as_soon_as_the_job_is_done(
    ines, other, editor, published
):
    merge_subject(subject=ines, into=other, by=editor)
    do_jobs()

    stored = StoredDocument.objects.get(article=published)
    assert str(other.public_id) in stored.detail
    assert str(ines.public_id) not in stored.detail
    assert "/people/ines-ferreira-2/" in stored.page
    assert "/people/ines-ferreira/" not in stored.page
    assert other.facet_key in stored.depends_on
    assert ines.facet_key not in stored.depends_on


def test_an_article_that_depends_on_either_gets_one_job(ines, other, editor, published):
    for people in ([ines, other], [other], []):
        article = ArticleFactory()
        for words, person in zip(("headline", "summary"), people, strict=False):
            mention(article.draft_revision, words, kind="PERSON", person=person)
        publish_article(article_id=article.pk, by=editor)
    merge_subject(subject=ines, into=other, by=editor)

    jobs = Job.objects.filter(kind=JobKind.PUBLISH_AGAIN)
    assert jobs.count() == jobs.values("article").distinct().count() == 3


def test_the_old_addresses_lead_on(client, ines, other, editor):
    merge_subject(subject=ines, into=other, by=editor)

    for address, target in [
        ("/people/ines-ferreira/", "/people/ines-ferreira-2/"),
        ("/api/v1/people/ines-ferreira/", "/api/v1/people/ines-ferreira-2/"),
        (f"/api/v1/people/{ines.public_id}/", "/api/v1/people/ines-ferreira-2/"),
        (f"/api/v1/people/{str(ines.public_id).upper()}/", "/api/v1/people/ines-ferreira-2/"),
    ]:
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (301, target)
        assert client.get(target).status_code == 200


def test_they_lead_on_through_a_second_merger(client, ines, other, editor):
    last = PersonFactory(slug="ines")
    merge_subject(subject=ines, into=other, by=editor)
    merge_subject(subject=other, into=last, by=editor)

    assert client.get("/people/ines-ferreira/")["Location"] == "/people/ines/"
    assert client.get("/people/ines-ferreira-2/")["Location"] == "/people/ines/"


def test_whoever_signed_twice_signs_once(editor, published):
    mara = Person.objects.get(slug="mara-lind")
    double = PersonFactory(name="M. Lind", is_staff_author=True)
    Byline.objects.create(article=published, person=double, position=1)
    publish_article(article_id=published.pk, by=editor)
    plan = merger(double, mara)
    merge_subject(subject=double, into=mara, by=editor)
    do_jobs()

    assert [conflict.matter for conflict in plan.conflicts] == [f"byline of “{published.slug}”"]
    assert [byline.person for byline in published.bylines.all()] == [mara]
    assert "M. Lind" not in StoredDocument.objects.get(article=published).detail


def test_a_name_that_the_desk_wrote_for_one_is_no_longer_only_learned(ines, other, editor):
    name_subject(subject=ines, text="I. Ferreira", is_learned=True)
    name_subject(subject=other, text="I. Ferreira")
    name_subject(subject=other, text="Ines F.", is_learned=True)

    merge_subject(subject=other, into=ines, by=editor)

    learned = dict(ines.aliases.values_list("text", "is_learned"))
    assert (learned["I. Ferreira"], learned["Ines F."]) == (False, True)


def test_topics_of_an_article_become_one(editor, published):
    lumen, double = Topic.objects.get(slug="lumen"), TopicFactory(kind="product")
    published.topics.set([lumen, double])
    publish_article(article_id=published.pk, by=editor)
    merge_subject(subject=double, into=lumen, by=editor)
    do_jobs()

    assert list(published.topics.all()) == [lumen]
    assert double.name not in StoredDocument.objects.get(article=published).detail


def test_organizations_take_their_people_along(editor, published):
    harbor = Organization.objects.get(slug="harbor-labs")
    double, person = OrganizationFactory(name="Harbour Labs"), PersonFactory()
    for organization, ended in ((harbor, "2025"), (double, "2026")):
        Affiliation.objects.create(
            organization=organization, person=person, role="chair", started="2020", ended=ended
        )
    Affiliation.objects.create(organization=double, person=person, role="member")
    plan = merger(double, harbor)
    merge_subject(subject=double, into=harbor, by=editor)

    assert [(one.stays, one.goes) for one in plan.conflicts] == [
        ("chair · 2020 to 2025", "chair · 2020 to 2026")
    ]
    assert {(row.role, row.ended) for row in harbor.affiliations.all()} == {
        ("chair", "2025"),
        ("member", ""),
    }


def test_where_both_say_something_the_conflict_is_named_and_one_word_stays(ines, other, editor):
    other.description, other.external_ids = "A sailor.", {"wikidata": "Q2"}
    other.save()
    ines.external_ids = {"wikidata": "Q1", "viaf": "7"}
    ines.save()
    merge_subject(subject=ines, into=other, by=editor)

    other.refresh_from_db()
    assert other.description == "A sailor."
    assert other.external_ids == {"wikidata": "Q2", "viaf": "7"}
    assert other.same_as == ["https://www.wikidata.example/Q1"]
    details = AuditEntry.objects.get(verb="merge", actor=editor).details
    assert {conflict["matter"] for conflict in details["conflicts"]} == {
        "description",
        "id at wikidata",
    }
    assert details["merged"]["description"] == "Software engineer, known for Lumen."
    assert details["merged"]["names"] == ["Ines Ferreira"]


def test_what_only_one_says_is_kept(ines, other, editor):
    merge_subject(subject=ines, into=other, by=editor)

    other.refresh_from_db()
    assert other.description == "Software engineer, known for Lumen."
    assert other.description_source == "https://ines.example/about"


@pytest.mark.parametrize(
    ("make_gone", "make_into"),
    [
        (PersonFactory, OrganizationFactory),
        (OrganizationFactory, TopicFactory),
        (lambda: TopicFactory(kind="law"), lambda: TopicFactory(kind="event")),
    ],
)
def test_records_of_two_kinds_stay_two(editor, make_gone, make_into):
    with pytest.raises(CannotMerge, match="two kinds"):
        merge_subject(subject=make_gone(), into=make_into(), by=editor)


def test_nobody_becomes_part_of_themselves(editor):
    person = PersonFactory()

    with pytest.raises(CannotMerge, match="itself"):
        merge_subject(subject=person, into=person, by=editor)


def test_only_editors_merge(ines, other, cast):
    for who in ("owner", "section editor", "reader with account", "editor switched off"):
        with pytest.raises(NotAllowed):
            merge_subject(subject=ines, into=other, by=cast[who])

    assert Person.objects.filter(pk=ines.pk).exists()


def test_what_was_merged_away_meanwhile_is_not_merged_again(ines, other, editor):
    merge_subject(subject=ines, into=other, by=editor)
    ines.pk = Person.objects.latest("pk").pk + 1

    with pytest.raises(Person.DoesNotExist):
        merge_subject(subject=ines, into=other, by=editor)
