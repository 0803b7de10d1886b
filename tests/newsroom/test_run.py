"""`manage.py run` with its real processes: ready, found again, stopped, killed, cleaned up."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.embedded import PostgresServer, ValkeyServer, clean_services
from newsroom.embedded.place import find_place
from newsroom.supervision.once import RunNote
from tests.newsroom.supervision.conftest import wait_for

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240.0  # only a hang reaches it; six processes start on whatever is left of the machine

pytestmark = [
    pytest.mark.slow,
    pytest.mark.processes,
    pytest.mark.xdist_group("processes"),
    pytest.mark.skipif(sys.platform != "linux", reason="the test reads /proc"),
]


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A data folder whose path every process of the run carries in its environment."""
    folder = tmp_path / "a run" / ".data"
    monkeypatch.setenv("NEWSROOM_DATA_DIR", str(folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    yield folder
    for pid in family(folder):
        os.kill(pid, signal.SIGKILL)
    wait_for(lambda: not family(folder), seconds=PATIENCE)
    clean_services()


@pytest.fixture
def run(data, tmp_path):
    """Start the newsroom on ports of its own choice; return the process and what it wrote."""

    def start():
        with (tmp_path / "screen").open("w") as screen:
            command = [sys.executable, "manage.py", "run", "--no-demo", "--port", "18000"]
            process = subprocess.Popen(command, cwd=ROOT, stdout=screen, stderr=screen)
        wait_for(lambda: " Ctrl-C" in read() or process.poll() is not None, seconds=PATIENCE)
        return process

    def read():
        return (tmp_path / "screen").read_text()

    start.read = read
    return start


def family(data):
    """Return the ids of the processes that belong to the run: they inherited its environment."""
    wanted = f"NEWSROOM_DATA_DIR={data}".encode()
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if wanted in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
            except OSError:
                continue
    return found


def test_it_dies_whole_comes_back_is_found_again_and_stops_whole(run, data):
    """One story, since each of its starts costs what six Django processes cost."""
    process = run()
    assert "ready in" in run.read(), run.read()
    wait_for(lambda: len(RunNote(data).read()[1]) == 5)

    process.kill()
    process.wait()
    wait_for(lambda: not family(data), seconds=PATIENCE)
    assert len(server_pids(data)) == 2  # nobody was left to stop them; the next run adopts them

    process = run()
    assert "ready in" in run.read(), run.read()
    second = subprocess.run(
        [sys.executable, "manage.py", "run"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    site = re.search(r"site +(http://127\.0\.0\.1:\d+/)", run.read())[1]
    assert second.returncode == 0
    assert f"runs already (process {process.pid})" in second.stdout
    assert site in second.stdout

    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=PATIENCE) == 0
    assert "Everything has stopped." in run.read()
    assert family(data) == []
    assert server_pids(data) == []


def server_pids(data):
    place = find_place(data)
    return [pid for pid in (PostgresServer(place).pid(), ValkeyServer(place).pid()) if pid]
