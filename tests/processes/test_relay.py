import signal


def test_the_relay_ends_when_it_is_told_to(house):
    """Told once it is at work: before, a process has nothing to end in order."""
    relay = house.process("relay")
    articles = house.save("before-the-end", 1)
    house.wait_for(articles, lambda ledger: ledger.done == 1)

    relay.send_signal(signal.SIGTERM)

    assert relay.wait(timeout=30) == 0
    house.keep_running()


def test_the_relay_outlives_its_services(house):
    """While the broker or the database is away it waits; afterwards work goes on."""
    relay = house.process("relay")
    with house.without_broker():
        articles = house.save("no-broker", 2)
        house.wait_until(lambda: "cannot ring now" in house.log("relay"))
    house.wait_for(articles, lambda ledger: ledger.done == 2)
    house.restart_postgres()
    later = house.save("no-database", 2)
    house.wait_for(later, lambda ledger: ledger.done == 2)

    assert house.process("relay") is relay


def test_a_bell_is_rung_for_many_without_flooding_the_broker(house):
    """Nobody answers: the queue stays short, however often the relay looks."""
    house.kill("worker")
    articles = house.save("flood", 20)
    house.wait_until(lambda: house.queue_length() >= 20, progress=house.queue_length)
    house.start()
    ledger = house.wait_for(articles, lambda ledger: ledger.done == 20)

    assert (ledger.lost, ledger.twice, ledger.starts) == (0, 0, 20)
