"""How many words a second of one processor's time: what waits and what other programs do counts not."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence


def words_per_second(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the words of the texts by the seconds that working on them takes, after a warm-up."""
    if not texts:
        return 0.0
    work(texts[0])
    started = time.process_time()
    for text in texts:
        work(text)
    spent = time.process_time() - started
    return sum(len(text.split()) for text in texts) / spent if spent else 0.0


def sample(texts: Sequence[str], *, words: int) -> list[str]:
    """Return the first texts that come to about this many words."""
    chosen: list[str] = []
    count = 0
    for text in texts:
        if chosen and count >= words:
            break
        chosen.append(text)
        count += len(text.split())
    return chosen
