import json
import uuid

import pytest

from articles.gateways import broker

QUEUE = "newsroom:jobs"


def test_it_rings_once_for_each_job(own_broker):
    job_ids = [uuid.uuid4() for _ in range(3)]

    broker.ring(job_ids)

    messages = [json.loads(message) for message in own_broker.lrange(QUEUE, 0, -1)]
    assert broker.queue_length() == 3
    assert {message["headers"]["task"] for message in messages} == {"articles.run_job"}
    assert sorted(message["headers"]["kwargsrepr"] for message in messages) == sorted(
        str({"job": str(job_id)}) for job_id in job_ids
    )


def test_an_empty_queue_has_no_length(own_broker):
    assert broker.queue_length() == 0


def test_it_rings_again_after_everything_was_flushed(own_broker):
    broker.ring([uuid.uuid4()])
    own_broker.flushall()

    broker.ring([uuid.uuid4()])

    assert broker.queue_length() == 1


@pytest.mark.parametrize("ask", [broker.queue_length, lambda: broker.ring([uuid.uuid4()])])
def test_it_says_that_the_broker_is_away(own_broker, own_valkey, ask):
    own_valkey.kill()

    with pytest.raises(broker.BrokerUnavailable):
        ask()

    own_valkey.start()
    ask()


def test_it_says_that_the_broker_is_full(own_broker):
    limit = own_broker.config_get("maxmemory")["maxmemory"]
    own_broker.config_set("maxmemory", 1)
    try:
        with pytest.raises(broker.BrokerUnavailable):
            broker.ring([uuid.uuid4()])
    finally:
        own_broker.config_set("maxmemory", limit)
