"""The environment follows the lock, and never claims more than was installed."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "environment.py"
LOCK = "no-such-package==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture
def clone(tmp_path):
    folder = tmp_path / "a clone"
    folder.mkdir()
    (folder / "requirements-dev.lock").write_text(LOCK)
    return folder


def make_environment(clone):
    """Run the script as make does, with no index to reach."""
    environment = {**os.environ, "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    return subprocess.run(
        [sys.executable, SCRIPT],
        cwd=clone,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def install_by_hand(clone, *, lock=LOCK):
    """What a finished installation leaves: a Python, a package, a stamp."""
    binaries = clone / ".venv" / "bin"
    binaries.mkdir(parents=True)
    (binaries / "python").symlink_to(sys.executable)
    (clone / ".venv" / "package").touch()
    (clone / ".venv" / "installed").write_text(hashlib.sha256(lock.encode()).hexdigest())


def test_it_leaves_an_environment_alone_that_holds_what_the_lock_says(clone):
    install_by_hand(clone)

    done = make_environment(clone)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (clone / ".venv" / "package").exists()


@pytest.mark.slow
def test_it_makes_anew_what_was_left_half_made_and_says_what_failed(clone):
    install_by_hand(clone)
    (clone / ".venv" / "installed").unlink()

    done = make_environment(clone)

    assert not (clone / ".venv" / "package").exists()
    assert done.returncode == 1
    assert "The packages could not be installed:" in done.stderr
    assert "no-such-package" in done.stderr
    assert not (clone / ".venv" / "installed").exists()


@pytest.mark.slow
def test_it_makes_anew_an_environment_whose_python_is_gone(clone):
    install_by_hand(clone)
    (clone / ".venv" / "bin" / "python").unlink()
    (clone / ".venv" / "bin" / "python").symlink_to(clone / "removed")

    make_environment(clone)

    assert not (clone / ".venv" / "package").exists()
    assert (clone / ".venv" / "bin" / "python").exists()


def test_it_takes_the_stamp_away_before_it_changes_anything(clone):
    install_by_hand(clone, lock="older")
    (clone / ".venv" / "bin" / "python").unlink()
    (clone / ".venv" / "bin" / "python").write_text('#!/bin/sh\n[ "$1" = -c ]\n')
    (clone / ".venv" / "bin" / "python").chmod(0o755)

    done = make_environment(clone)

    assert done.returncode == 1
    assert not (clone / ".venv" / "installed").exists()
    assert (clone / ".venv" / "package").exists()
