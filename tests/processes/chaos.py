"""`python -m tests.processes.chaos`: save articles while everything breaks, then count.

The faults come in random order, each after its share of the articles is done, so that all of them
hit a house at work. It ends when every article is settled, or when nothing moves any more.
"""

import argparse
import random
import sys
import threading
import time
from dataclasses import dataclass

import psycopg

from tests.processes.house import open_house
from tests.processes.ledger import Ledger


@dataclass(frozen=True)
class Plan:
    """How much is saved and how often what breaks. The same seed gives the same order."""

    articles: int
    kills: int
    flushes: int
    restarts: int
    seed: int

    def faults(self):
        """Return the faults in the order in which they come."""
        faults = ["kill"] * self.kills + ["flush"] * self.flushes + ["restart"] * self.restarts
        random.Random(self.seed).shuffle(faults)
        return faults


class Chaos:
    """One run: a thread reads which articles were stored, this one breaks things."""

    def __init__(self, house, plan):
        self._house = house
        self._plan = plan
        self._random = random.Random(plan.seed)
        self.articles = []
        self.counted = {"kill": 0, "flush": 0, "restart": 0}

    def run(self):
        """Return the ledger in the end. Raises NoProgressError."""
        self._house.start()
        reader = threading.Thread(target=self._save)
        reader.start()
        faults = self._plan.faults()
        for number, fault in enumerate(faults, start=1):
            self._wait_for(number * self._plan.articles // (len(faults) + 1))
            time.sleep(self._random.uniform(0.05, 0.9))
            self._break(fault)
        self._wait_for(self._plan.articles)
        reader.join()
        return self._house.ledger(self.articles)

    def _save(self):
        name = f"chaos-{self._plan.seed}"
        for article in self._house.order("save", name, self._plan.articles, "plain"):
            self.articles.append(int(article))

    def _wait_for(self, settled):
        self._house.wait_until(
            lambda: self._ledger().done + self._ledger().quarantined >= settled,
            progress=self._ledger,
        )

    def _break(self, fault):
        self.counted[fault] += 1
        if fault == "kill":
            self._house.kill("worker")
            self._house.start()
        elif fault == "flush":
            self._house.flush_broker()
        else:
            self._house.restart_postgres()

    def _ledger(self):
        try:
            return self._house.ledger(list(self.articles))
        except psycopg.OperationalError:
            return Ledger()  # it is being restarted


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--flushes", type=int, default=3)
    parser.add_argument("--restarts", type=int, default=3)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    plan = Plan(**vars(parser.parse_args()))
    print(plan, flush=True)
    with open_house() as house:
        chaos = Chaos(house, plan)
        ledger = chaos.run()
    print(f"faults: {chaos.counted}, processes that ended by themselves: {house.restarts}")
    print(ledger)
    sound = (ledger.done, ledger.lost, ledger.twice, ledger.quarantined) == (plan.articles, 0, 0, 0)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
