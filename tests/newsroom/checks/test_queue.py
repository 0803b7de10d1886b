import datetime as dt
from copy import deepcopy

import pytest
from kombu import Queue

from newsroom.celery import app
from newsroom.checks import queue
from newsroom.checks.queue import celery_errors, check_queue, job_errors

CLOCKWORK = {
    "lease": dt.timedelta(minutes=2),
    "ring_again": dt.timedelta(seconds=20),
    "patience": dt.timedelta(minutes=1),
    "hard_limit": 90,
}

# Each way to break one rule: the rule, the option, the value.
BREAKS = [
    ("E001", "task_serializer", "pickle"),
    ("E001", "accept_content", ["json", "pickle"]),
    ("E002", "result_backend", "redis://localhost"),
    ("E002", "task_ignore_result", False),
    ("E003", "task_acks_late", False),
    ("E004", "task_reject_on_worker_lost", True),
    ("E005", "task_retry_on_worker_lost", True),
    ("E005", "task_publish_retry", True),
    ("E006", "task_acks_on_failure", False),
    ("E006", "task_acks_on_timeout", False),
    ("E007", "worker_prefetch_multiplier", 4),
    ("E007", "worker_disable_prefetch", False),
    ("E008", "worker_enable_remote_control", False),
    ("E009", "worker_send_task_events", True),
    ("E010", "broker_connection_retry_on_startup", False),
    ("E010", "broker_connection_max_retries", 100),
    ("E011", "worker_cancel_long_running_tasks_on_connection_loss", False),
    ("E012", "worker_enable_soft_shutdown_on_idle", False),
    ("E013", "task_create_missing_queues", True),
    ("E014", "enable_utc", False),
    ("E014", "timezone", "Europe/Berlin"),
    ("E015", "task_always_eager", True),
    ("E020", "broker_transport_options.unacked_mutex_expire", 300),
    ("E020", "broker_transport_options.unacked_mutex_expire", None),
    ("E021", "broker_transport_options.unacked_restore_interval", 100),
    ("E022", "broker_transport_options.unacked_restore_throttle", None),
    ("E023", "broker_transport_options.socket_timeout", None),
    ("E024", "broker_transport_options.socket_connect_timeout", None),
    ("E025", "broker_transport_options.health_check_interval", 0),
    ("E026", "broker_transport_options.socket_keepalive", False),
    ("E030", "broker_transport_options.global_keyprefix", ""),
    ("E030", "broker_transport_options.client_name", None),
    ("E031", "task_queues", None),
    ("E031", "task_queues", [Queue("jobs"), Queue("mail")]),
    ("E031", "task_default_queue", "celery"),
    ("E032", "task_time_limit", None),
    ("E032", "task_soft_time_limit", 90),
    ("E033", "visibility_timeout", 3600),
    ("E033", "result_backend_transport_options", {}),
    ("E033", "broker_transport_options.visibility_timeout", 900),
    ("E034", "task_time_limit", 500),
    ("E035", "worker_max_tasks_per_child", None),
    ("E035", "worker_max_memory_per_child", None),
    ("E036", "worker_soft_shutdown_timeout", 0),
    ("E037", "beat_schedule", {}),
    ("E037", "beat_schedule", {"publish": {"task": "articles.publish", "schedule": 60}}),
]


@pytest.fixture
def options():
    names = {name for _, name, _ in BREAKS if "." not in name} | {"broker_transport_options"}
    return {name: deepcopy(app.conf.get(name)) for name in names}


def ids(errors):
    return {error.id.removeprefix("newsroom.") for error in errors}


def test_the_project_itself_is_in_order():
    assert check_queue() == []


@pytest.mark.parametrize(("rule", "option", "value"), BREAKS)
def test_it_refuses_what_loses_work(options, rule, option, value):
    name, _, part = option.partition(".")
    if part:
        options[name][part] = value
    else:
        options[name] = value

    assert rule in ids(celery_errors(options))


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        ("E040", {"lease": dt.timedelta(seconds=90)}),
        ("E041", {"ring_again": dt.timedelta(0)}),
        ("E042", {"patience": dt.timedelta(seconds=20)}),
    ],
)
def test_it_refuses_a_clockwork_that_runs_work_twice(rule, broken):
    assert ids(job_errors(**CLOCKWORK)) == set()
    assert ids(job_errors(**{**CLOCKWORK, **broken})) == {rule}


def test_every_rule_is_broken_here_once():
    declared = {line[0] for table in (queue._EXACT, queue._LIMITS) for line in table}

    assert declared <= {rule for rule, _, _ in BREAKS}


def test_each_complaint_says_what_to_do(options):
    options |= {"task_acks_late": False, "task_time_limit": None}

    assert all(error.hint for error in celery_errors(options))
