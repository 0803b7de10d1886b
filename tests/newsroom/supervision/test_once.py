"""A clone runs one newsroom; who comes second learns where it is."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.embedded.processes import is_running
from newsroom.supervision.once import AlreadyRunningError, running_once, stop_running
from tests.newsroom.supervision.conftest import wait_for

ROOT = Path(__file__).resolve().parents[3]
HOLDER = """
import signal, subprocess, sys, time
from pathlib import Path
from newsroom.supervision.once import running_once

signal.signal(signal.SIGTERM, signal.default_int_handler)
with running_once(Path(sys.argv[1])) as note:
    sleep = [sys.executable, "-c", "import time; time.sleep(600)"]
    child = subprocess.Popen(sleep, start_new_session=True)
    note.write(children=[child.pid], screen="site http://127.0.0.1:8000/")
    print(child.pid, flush=True)
    try:
        time.sleep(600)
    except KeyboardInterrupt:
        child.kill()
"""


@pytest.fixture
def holder(tmp_path):
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        process.child = int(process.stdout.readline())
        yield process
        process.kill()
    with running_once(tmp_path):
        pass


def test_the_second_learns_who_runs_and_where(holder, tmp_path):
    with pytest.raises(AlreadyRunningError) as refusal, running_once(tmp_path):
        pass

    assert refusal.value.pid == holder.pid
    assert refusal.value.screen == "site http://127.0.0.1:8000/"


def test_after_a_kill_the_next_ends_what_was_left_and_runs(holder, tmp_path):
    holder.kill()
    holder.wait()
    assert is_running(holder.child, Path(sys.executable))

    with running_once(tmp_path):
        wait_for(lambda: not is_running(holder.child, Path(sys.executable)))


def test_it_leaves_strangers_with_an_old_number_alone(tmp_path):
    with subprocess.Popen(["sleep", "600"], start_new_session=True) as stranger:
        with running_once(tmp_path) as note:
            note.write(children=[stranger.pid], screen="")
            left = (tmp_path / "run.json").read_text()
        (tmp_path / "run.json").write_text(left)
        with running_once(tmp_path):
            assert stranger.poll() is None
        stranger.kill()


def test_it_stops_one_from_outside(holder, tmp_path):
    assert stop_running(tmp_path)
    assert holder.wait(timeout=30) in {0, 1, -signal.SIGINT}
    assert not stop_running(tmp_path)


def test_a_note_that_cannot_be_read_stops_nobody(tmp_path):
    (tmp_path / "run.json").write_text("{half")

    with running_once(tmp_path) as note:
        assert note.read() == (0, [], "")
