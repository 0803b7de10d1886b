def test_a_worker_that_lost_its_lease_writes_nothing(house):
    """The first worker sleeps over its text while the job is given to the second."""
    with house.trouble("sleep"):
        articles = house.saved("fence", 1, "dreary")
        house.wait_for(articles, lambda ledger: ledger.starts == 1)
        house.expire_leases(articles)
        house.wait_for(articles, lambda ledger: ledger.starts == 2)
    ledger = house.wait_for(articles, lambda ledger: ledger.done == 1)

    assert (ledger.starts, ledger.interruptions, ledger.lost, ledger.twice) == (2, 1, 0, 0)
    house.wait_until(lambda: "lease lost" in house.log("worker"), progress=lambda: None)
