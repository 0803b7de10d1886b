"""The lock of the audit's npm packages, and where they are left."""

import json
import subprocess
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "audit"


def test_every_package_has_a_hash_and_comes_from_nowhere_in_particular():
    packages = json.loads((FOLDER / "package-lock.json").read_text())["packages"]
    del packages[""]

    assert packages
    assert [name for name, one in packages.items() if not one.get("integrity")] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []


def test_what_npm_fetches_stays_out_of_the_history():
    ignored = subprocess.run(
        ["git", "check-ignore", "-q", "audit/node_modules/one"], cwd=FOLDER.parent, check=False
    )

    assert ignored.returncode == 0
