"""Small programs to supervise, and a clock that tests turn by hand."""

import sys
import time

import pytest

from newsroom.supervision.child import Child, Command

FOR_EVER = "import time; print('up', flush=True); time.sleep(600)"
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "print('up', flush=True); time.sleep(600)"
)
WITH_A_CHILD = (
    "import os, subprocess, sys, time;"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']);"
    "print(child.pid, flush=True); time.sleep(600)"
)


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def said():
    return []


@pytest.fixture
def make_child(tmp_path):
    """Make children that run Python programs; whatever they leave is killed after the test."""
    children = []

    def make(program, *, name="child", grace=5.0):
        command = Command(name, (sys.executable, "-c", program), grace=grace)
        child = Child(command, logs=tmp_path / "logs")
        children.append(child)
        return child

    yield make
    for child in children:
        child.sweep()


def wait_for(condition, *, seconds=30.0):
    """Wait for what other processes do; only a hang ends it early."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.02)


def wait_for_line(child):
    wait_for(lambda: child.last_lines(1))
    return child.last_lines(1)[0]
