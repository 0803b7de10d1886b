def test_a_worker_that_lost_its_lease_writes_nothing(house):
    """Two workers have read the same text in the end; the first lost its lease meanwhile."""
    with house.trouble("sleep"):
        articles = house.save("fence", 1, "dreary")
        house.wait_for(articles, lambda ledger: ledger.starts == 1)
        house.expire_leases(articles)
        house.wait_for(articles, lambda ledger: ledger.starts == 2)
    ledger = house.wait_for(articles, lambda ledger: ledger.done == 1)
    house.wait_until(lambda: "lease lost" in house.log("worker"))

    assert (ledger.lost, ledger.twice) == (0, 0)
