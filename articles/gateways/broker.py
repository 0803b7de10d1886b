"""The doorbell: tells workers that a row waits. It may lose every message; the rows remain.

Only the relay rings. Sockets have timeouts (`newsroom.celery_settings`), and nothing is tried
twice here: the relay comes back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from celery import current_app
from kombu.exceptions import KombuError
from kombu.transport.virtual import Channel

RUN_JOB = "articles.run_job"


class BrokerUnavailable(Exception):
    """The broker cannot be reached, or refuses."""


def ring(job_ids: Sequence[UUID]) -> None:
    """Put one message for each job into the queue. Raises BrokerUnavailable.

    After an error some messages may have arrived; a bell that rings twice does no harm.
    """
    with _channel() as channel:
        producer = current_app.amqp.Producer(channel)
        for job_id in job_ids:
            current_app.send_task(
                RUN_JOB, kwargs={"job": str(job_id)}, producer=producer, retry=False
            )


def queue_length() -> int:
    """Return how many messages no worker has taken yet. Raises BrokerUnavailable."""
    with _channel() as channel:
        answer = channel.queue_declare(queue=current_app.conf.task_default_queue)  # type: ignore[no-untyped-call]
        return int(answer.message_count)


@contextmanager
def _channel() -> Iterator[Channel]:
    """Lend a channel of a new connection, which costs little and has no past."""
    connection = current_app.connection_for_write()
    try:
        with connection, connection.channel() as channel:
            yield channel
    except (*connection.connection_errors, *connection.channel_errors, KombuError) as error:
        raise BrokerUnavailable(str(error)) from error
