import uuid

import pytest


@pytest.fixture
def editor(house):
    """Somebody of the house's own database who may retry."""
    name = f"edda-{uuid.uuid4().hex[:8]}"
    house.command("shell", "--no-imports", "-c", _ADD_EDITOR.format(name=name))
    return name


_ADD_EDITOR = (
    "from django.contrib.auth import get_user_model;"
    "get_user_model().objects.create_user('{name}', role='editor')"
)


def test_a_poisonous_article_is_set_aside_while_innocents_pass_and_may_be_retried(house, editor):
    with house.trouble("poison"):
        poison = house.saved("poison", 1, "poisonous")
        innocents = house.saved("innocent", 20)

        house.wait_for(innocents, lambda ledger: ledger.done == 20)
        aside = house.wait_for(poison, lambda ledger: ledger.is_settled())

    assert (aside.quarantined, aside.attempts, aside.starts) == (1, 3, 3)
    assert aside.reasons[0].startswith("ValueError: this text is poisonous")
    assert str(aside.job_ids[0]) in house.command("jobs")

    house.command("jobs", "--retry", str(aside.job_ids[0]), "--by", editor)
    retried = house.wait_for(poison, lambda ledger: ledger.done == 1)

    assert (retried.lost, retried.twice, retried.reasons) == (0, 0, ())


def test_an_article_that_kills_its_worker_is_set_aside_while_innocents_pass(house):
    with house.trouble("murder"):
        murder = house.saved("murder", 1, "murderous")
        innocents = house.saved("bystander", 20)

        passed = house.wait_for(innocents, lambda ledger: ledger.done == 20)
        aside = house.wait_for(murder, lambda ledger: ledger.is_settled())

    assert (passed.lost, passed.twice, passed.quarantined) == (0, 0, 0)
    assert (aside.quarantined, aside.attempts, aside.interruptions) == (1, 0, 6)
    assert aside.starts == 6
    assert "Interrupted 6 times" in aside.reasons[0]
