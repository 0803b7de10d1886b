import subprocess

from tests.processes.house import PATIENCE


def test_a_deaf_worker_ends_itself_with_its_children_while_work_waits(house):
    house.kill("worker")
    articles = house.save("unheard", 2)
    deaf = house.start_deaf_worker()

    assert deaf.wait(timeout=PATIENCE) == 70
    house.wait_until(lambda: not _living(deaf.pid))

    house.kill("deaf worker")
    ledger = house.wait_for(articles, lambda ledger: ledger.done == 2)
    assert (ledger.lost, ledger.twice) == (0, 0)


def _living(group):
    """The processes of this group that have not ended."""
    listing = subprocess.run(
        ["ps", "-A", "-o", "pgid=,stat="], capture_output=True, text=True, check=True
    )
    states = [line.split() for line in listing.stdout.splitlines()]
    return [state for number, state in states if number == str(group) and "Z" not in state]
