"""A pid file is a hint: the process behind it must be ours."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.embedded.processes import end, first_number, is_running

SLEEP = "import sys, time; print('up', flush=True); time.sleep(600)"


@pytest.fixture
def process(tmp_path):
    command = [sys.executable, "-c", SLEEP, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        yield process
        process.kill()


def test_it_knows_its_own_by_a_path_among_the_arguments(process, tmp_path):
    assert is_running(process.pid, tmp_path)


def test_the_same_number_with_other_arguments_is_a_stranger(process, tmp_path):
    assert not is_running(process.pid, tmp_path / "elsewhere")
    assert not is_running(process.pid, tmp_path.parent)


def test_a_process_that_ended_and_was_not_collected_is_not_running(process, tmp_path):
    process.kill()
    while Path(f"/proc/{process.pid}/cmdline").read_bytes():
        pass

    assert not is_running(process.pid, tmp_path)


def test_it_ends_its_own_and_waits(process, tmp_path):
    assert end(process.pid, tmp_path, sign=signal.SIGTERM, seconds=30)
    assert process.wait() == -signal.SIGTERM


def test_it_says_when_a_process_goes_on(process, tmp_path):
    assert not end(process.pid, tmp_path, sign=signal.SIGCONT, seconds=0)


def test_it_never_signals_a_stranger(process, tmp_path):
    assert end(process.pid, tmp_path / "elsewhere", sign=signal.SIGKILL, seconds=0)
    assert process.poll() is None


@pytest.mark.parametrize(
    ("content", "number"), [("17\nmore\n", 17), ("", None), ("soon\n", None), (None, None)]
)
def test_it_reads_the_first_line_of_a_pid_file(content, number, tmp_path):
    path = tmp_path / "some.pid"
    if content is not None:
        path.write_text(content)

    assert first_number(path) == number
