"""The container files agree with the newsroom that they run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from newsroom.supervision.commands import Ports, newsroom_commands

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
OURS = {
    name: service for name, service in COMPOSE["services"].items() if service["image"] == "newsroom"
}


def test_every_process_of_the_newsroom_has_a_container(tmp_path):
    names = {command.name for command in newsroom_commands(Ports(web=1, events=2), data=tmp_path)}

    assert names == set(OURS) - {"migrate"}


def test_our_containers_may_do_nothing_that_they_need_not():
    for name, service in (OURS | {"nginx": COMPOSE["services"]["nginx"]}).items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert "no-new-privileges:true" in service["security_opt"], name
    assert re.search(r"^USER newsroom$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)


def test_no_secret_has_a_default():
    text = (ROOT / "docker-compose.yml").read_text()

    for name in ("SECRET_KEY", "POSTGRES_PASSWORD"):
        assert set(re.findall(rf"\${{{name}(:.*?)}}", text)) == {":?set it in .env"}
        assert f"\n{name}=\n" in (ROOT / ".env.example").read_text()


def test_every_variable_that_is_asked_for_is_explained():
    asked = set(re.findall(r"\${(\w+)", (ROOT / "docker-compose.yml").read_text()))
    explained = set(
        re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/deployment.md").read_text(), re.MULTILINE)
    )

    assert asked == explained


def test_every_variable_that_is_handed_in_is_read():
    source = "".join(
        path.read_text()
        for path in (ROOT / "newsroom").rglob("*.py")
        if "embedded" not in path.name
    )
    handed = {name for service in OURS.values() for name in service["environment"]}

    assert {name for name in handed if f'"{name}"' not in source} == set()


def test_the_queue_s_server_keeps_what_it_is_given():
    command = COMPOSE["services"]["valkey"]["command"]

    assert command[command.index("--appendonly") + 1] == "yes"
    assert command[command.index("--maxmemory-policy") + 1] == "noeviction"


@pytest.mark.slow
def test_static_files_are_collected_without_any_service(tmp_path):
    environment = {
        **os.environ,
        "SECRET_KEY": "unused",
        "DATABASE_URL": "postgresql:///unused",
        "REDIS_URL": "redis://unused",
        "STATIC_COLLECTED": "true",
        "STATIC_ROOT": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }

    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"],
        check=True,
        cwd=ROOT,
        env=environment,
        capture_output=True,
    )

    assert (tmp_path / "staticfiles.json").exists()
