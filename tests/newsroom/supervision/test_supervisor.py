"""What ends is started again, ever more slowly; what must stop stops, in order."""

import os
import signal

import pytest

from newsroom.supervision.supervisor import HEALTHY_AFTER, LONGEST_PAUSE, Supervisor
from tests.newsroom.supervision.conftest import FOR_EVER, STUBBORN, wait_for, wait_for_line

FAILS = "import sys; print('no such broker'); sys.exit(3)"


def end_and_look(supervisor, child):
    wait_for(lambda: not child.is_running())
    supervisor.look_after()


@pytest.fixture
def supervise(said, clock):
    supervisors = []

    def make(*children):
        supervisor = Supervisor(children, say=said.append, clock=clock)
        supervisors.append(supervisor)
        supervisor.start()
        return supervisor

    yield make
    for supervisor in supervisors:
        supervisor.stop()


def test_it_starts_again_what_ended_after_a_pause(supervise, make_child, clock, said):
    child = make_child(FOR_EVER)
    supervisor = supervise(child)
    first = child.pid
    os.kill(first, signal.SIGKILL)

    end_and_look(supervisor, child)
    assert not child.is_running()
    assert said[0] == "child ended (signal 9) after 0.0 s, 1 in a row; it starts again in 0.5 s."

    clock.now += 0.5
    supervisor.look_after()
    assert child.is_running()
    assert child.pid != first


def test_the_pauses_grow_to_a_limit_and_the_reason_is_shown(supervise, make_child, clock, said):
    child = make_child(FAILS)
    supervisor = supervise(child)
    for _ in range(8):
        end_and_look(supervisor, child)
        clock.now += LONGEST_PAUSE
        supervisor.look_after()

    pauses = [line.split("again in ")[1] for line in said if "again in" in line]
    assert pauses[:4] == ["0.5 s.", "1.0 s.", "2.0 s.", "4.0 s."]
    assert pauses[-1] == f"{LONGEST_PAUSE:.1f} s."
    assert "  child | no such broker" in said
    assert "(status 3)" in said[0]
    assert supervisor.worst() == 8


def test_a_long_life_is_forgiven(supervise, make_child, clock, said):
    child = make_child(FAILS)
    supervisor = supervise(child)
    end_and_look(supervisor, child)
    clock.now += 1
    supervisor.look_after()
    wait_for(lambda: not child.is_running())
    clock.now += HEALTHY_AFTER + 1

    supervisor.look_after()

    assert supervisor.worst() == 1


def test_one_that_ends_leaves_the_others_alone(supervise, make_child):
    steady, other = make_child(FOR_EVER, name="steady"), make_child(FAILS, name="other")
    supervisor = supervise(steady, other)
    before = steady.pid

    end_and_look(supervisor, other)

    assert steady.pid == before
    assert supervisor.pids() == [before]


def test_some_may_start_later(make_child, said):
    first, second = make_child(FOR_EVER, name="first"), make_child(FOR_EVER, name="second")
    supervisor = Supervisor([first, second], say=said.append)

    supervisor.start({"first"})
    supervisor.look_after()
    assert (first.is_running(), second.is_running()) == (True, False)
    before = first.pid

    supervisor.start()
    assert second.is_running()
    assert (first.pid, said) == (before, [])


def test_it_restarts_the_named_ones_only(supervise, make_child):
    deaf, well = make_child(FOR_EVER, name="deaf"), make_child(FOR_EVER, name="well")
    supervisor = supervise(deaf, well)
    before = deaf.pid, well.pid

    supervisor.restart({"deaf"})

    assert deaf.is_running()
    assert deaf.pid != before[0]
    assert well.pid == before[1]


def test_stopping_kills_what_does_not_listen(supervise, make_child, said):
    polite = make_child(FOR_EVER, name="polite")
    stubborn = make_child(STUBBORN, name="stubborn", grace=0.2)
    supervisor = supervise(polite, stubborn)
    wait_for_line(polite)
    wait_for_line(stubborn)

    supervisor.stop()

    assert polite.exit_status() == -signal.SIGTERM
    assert stubborn.exit_status() == -signal.SIGKILL
    assert said == ["stubborn does not stop; it is killed."]


def test_a_second_interrupt_ends_the_rest_at_once(supervise, make_child, monkeypatch):
    child = make_child(STUBBORN, grace=600.0)
    supervisor = supervise(child)
    wait_for_line(child)

    with monkeypatch.context() as patch:
        patch.setattr(child, "wait", raise_interrupt)
        with pytest.raises(KeyboardInterrupt):
            supervisor.stop()

    assert child.exit_status() == -signal.SIGKILL


def raise_interrupt(*, until):
    raise KeyboardInterrupt
