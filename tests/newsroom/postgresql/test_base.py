"""A kept connection that the server ended is noticed before it is used; a healthy one is not asked."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True)


def backend():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [pid] = cursor.fetchone()
    return pid


def end(pid):
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    finally:
        other.close()


def test_a_healthy_connection_is_usable_and_kept():
    pid = backend()

    assert connection.is_usable()
    assert backend() == pid


def test_a_connection_that_the_server_ended_is_replaced():
    pid = backend()
    end(pid)

    assert not connection.is_usable()

    connection.close_if_unusable_or_obsolete()
    connection.health_check_enabled, connection.health_check_done = True, False
    connection.close_if_health_check_failed()

    assert backend() != pid


def test_no_connection_is_not_usable():
    backend()
    connection.close()

    assert not connection.is_usable()
