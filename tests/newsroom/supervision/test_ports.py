"""The usual port may be taken; then the next one is used."""

import socket

import pytest

from newsroom.supervision.ports import free_port
from newsroom.supervision.readiness import answers


@pytest.mark.enable_socket
def test_it_takes_the_next_free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert free_port(port) > port
    assert free_port(port) == port


@pytest.mark.enable_socket
def test_nobody_listening_is_no_answer():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert not answers(port, seconds=1)
