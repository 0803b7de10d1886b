def test_a_poisonous_article_is_set_aside_while_innocents_pass_and_may_be_retried(house):
    with house.trouble("poison"):
        poison = house.save("poison", 1, "poisonous")
        innocents = house.save("innocent", 20)

        house.wait_for(innocents, lambda ledger: ledger.done == 20)
        aside = house.wait_for(poison, lambda ledger: ledger.is_settled())

    assert (aside.quarantined, aside.attempts, aside.starts) == (1, 3, 3)
    assert aside.reasons[0].startswith("ValueError: this text is poisonous")

    assert list(house.order("retry", aside.job_ids[0])) == [str(aside.job_ids[0])]
    retried = house.wait_for(poison, lambda ledger: ledger.done == 1)

    assert (retried.lost, retried.twice, retried.reasons) == (0, 0, ())


def test_an_article_that_kills_its_worker_is_set_aside_while_innocents_pass(house):
    with house.trouble("murder"):
        murder = house.save("murder", 1, "murderous")
        innocents = house.save("bystander", 20)

        passed = house.wait_for(innocents, lambda ledger: ledger.done == 20)
        aside = house.wait_for(murder, lambda ledger: ledger.is_settled())

    assert (passed.lost, passed.twice, passed.quarantined) == (0, 0, 0)
    assert (aside.quarantined, aside.attempts, aside.interruptions) == (1, 0, 6)
    assert aside.starts == 6
    assert "Interrupted 6 times" in aside.reasons[0]
