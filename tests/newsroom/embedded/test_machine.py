"""The servers take a share of the machine, never more than it has."""

import pytest

from newsroom.embedded.machine import Machine, postgres_settings, this_machine, valkey_settings


@pytest.mark.parametrize(
    ("memory", "shared_buffers", "work_mem", "maxmemory"),
    [
        (256, "32MB", "4MB", "64mb"),  # the smallest container: the lower bounds
        (4096, "256MB", "8MB", "256mb"),
        (262144, "512MB", "32MB", "512mb"),  # a large server: the rest belongs to others
    ],
)
def test_it_takes_a_bounded_share_of_the_memory(memory, shared_buffers, work_mem, maxmemory):
    machine = Machine(memory=memory, cores=2)

    settings = postgres_settings(machine)

    assert settings["shared_buffers"] == shared_buffers
    assert settings["work_mem"] == work_mem
    assert valkey_settings(machine)["maxmemory"] == maxmemory


def test_one_core_runs_no_query_in_parallel():
    settings = postgres_settings(Machine(memory=1024, cores=1))

    assert settings["max_parallel_workers_per_gather"] == "0"


def test_a_limit_on_the_container_counts_as_its_memory(tmp_path, monkeypatch):
    limit = tmp_path / "memory.max"
    limit.write_text(f"{300 * 1024 * 1024}\n")
    monkeypatch.setattr("newsroom.embedded.machine._CONTROL_GROUP_LIMITS", (limit,))

    assert this_machine().memory == 300


def test_no_limit_leaves_the_memory_that_is_there(tmp_path, monkeypatch):
    limit = tmp_path / "memory.max"
    limit.write_text("max\n")
    monkeypatch.setattr("newsroom.embedded.machine._CONTROL_GROUP_LIMITS", (limit,))

    assert this_machine().memory > 300
