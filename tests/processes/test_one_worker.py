"""Tests of real processes take each other's ports and servers where two workers run them."""

import os

import pytest


@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="one process runs every test")
def test_it_is_one_worker_that_runs_them(request):
    assert request.node.nodeid.endswith("@processes")
