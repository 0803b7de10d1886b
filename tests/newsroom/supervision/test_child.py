"""A child runs in a group of its own, speaks into its log, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from newsroom.embedded.processes import is_running
from tests.newsroom.supervision.conftest import (
    FOR_EVER,
    STUBBORN,
    WITH_A_CHILD,
    wait_for,
    wait_for_line,
)

ROOT = Path(__file__).resolve().parents[3]
PYTHON = Path(sys.executable)
SUPERVISOR = """
import sys, time
from pathlib import Path
from newsroom.supervision.child import Child, Command

child = Child(Command("child", (sys.executable, "-c", sys.argv[2])), logs=Path(sys.argv[1]))
child.start()
print(child.pid, flush=True)
time.sleep(600)
"""


def test_it_writes_what_it_says_into_its_log(make_child):
    child = make_child("import sys; print('one'); print('two', file=sys.stderr)")

    child.start()

    assert child.wait(until=time.monotonic() + 30)
    assert sorted(child.last_lines(5)) == ["one", "two"]
    assert child.exit_status() == 0


def test_it_keeps_earlier_words_and_puts_a_large_log_aside(make_child, tmp_path):
    child = make_child("print('again')")
    log = tmp_path / "logs" / "child.log"
    log.parent.mkdir()
    log.write_bytes(b"x" * (5 * 1024 * 1024 + 1))

    child.start()
    child.wait(until=time.monotonic() + 30)
    child.start()
    child.wait(until=time.monotonic() + 30)

    assert log.read_text() == "again\nagain\n"
    assert log.with_suffix(".log.1").exists()


def test_it_stops_when_asked(make_child):
    child = make_child(FOR_EVER)
    child.start()
    wait_for_line(child)

    child.terminate()

    assert child.wait(until=time.monotonic() + 30)
    assert child.exit_status() == -signal.SIGTERM


def test_sweeping_ends_the_stubborn(make_child):
    child = make_child(STUBBORN)
    child.start()
    wait_for_line(child)

    child.terminate()
    assert not child.wait(until=time.monotonic() + 0.2)
    child.sweep()
    assert child.exit_status() == -signal.SIGKILL


def test_sweeping_ends_the_children_of_a_child_that_was_killed(make_child):
    child = make_child(WITH_A_CHILD)
    child.start()
    grandchild = int(wait_for_line(child))
    os.kill(child.pid, signal.SIGKILL)
    child.wait(until=time.monotonic() + 30)
    assert is_running(grandchild, PYTHON)

    child.sweep()

    wait_for(lambda: not is_running(grandchild, PYTHON))


def test_it_dies_with_its_supervisor_however_that_dies(tmp_path):
    command = [sys.executable, "-c", SUPERVISOR, str(tmp_path), FOR_EVER]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as supervisor:
        child = int(supervisor.stdout.readline())
        wait_for((tmp_path / "child.log").exists)
        wait_for((tmp_path / "child.log").read_text)
        assert is_running(child, PYTHON)
        supervisor.kill()

    wait_for(lambda: not is_running(child, PYTHON))
