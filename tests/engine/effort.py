"""How much work something is, counted and not timed: the same on every machine."""

import itertools
import sys


def effort(work, *arguments):
    """Return how many calls, those of libraries written in C with them, and lines `work` takes."""
    ticks = itertools.count()

    def tick(*_):
        next(ticks)
        return tick

    before = sys.gettrace()
    sys.setprofile(tick)
    sys.settrace(tick)
    try:
        work(*arguments)
    finally:
        sys.settrace(before)
        sys.setprofile(None)
    return next(ticks)
