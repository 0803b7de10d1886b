"""One process that starts, watches, restarts and stops all the others.

1. `once` makes sure that a clone runs one newsroom, and cleans up after one that was killed.
2. `commands` says what runs; `child` is one of them, tied to the supervisor by `leash`.
3. `supervisor` restarts what ends, ever more slowly, and stops all in order.
4. `watchdog` asks the database whether jobs get done, and complains if not.
"""
