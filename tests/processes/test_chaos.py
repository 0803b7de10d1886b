from tests.processes.chaos import Chaos, Plan


def test_nothing_is_lost_or_done_twice_while_everything_breaks(house):
    """The full size, as `python -m tests.processes.chaos` runs it: 500, 20, 3 and 3."""
    plan = Plan(articles=100, kills=6, flushes=1, restarts=1, seed=20)
    chaos = Chaos(house, plan)

    ledger = chaos.run()

    assert chaos.counted == {"kill": 6, "flush": 1, "restart": 1}
    assert (ledger.done, ledger.lost, ledger.twice, ledger.quarantined) == (100, 0, 0, 0), ledger
    assert ledger.starts >= 100
