"""The processes are those of the blueprint, with the switches that they need."""

from pathlib import Path

from newsroom.supervision.commands import JOB_PROCESSES, Ports, newsroom_commands

COMMANDS = {
    command.name: command
    for command in newsroom_commands(Ports(web=8123, events=8124), data=Path("/data"))
}


def words(name):
    return " ".join(COMMANDS[name].arguments)


def test_everything_runs_once():
    assert list(COMMANDS) == ["web", "worker", "relay", "beat", "events"]
    assert set(COMMANDS) >= JOB_PROCESSES


def test_pages_and_events_are_served_by_different_doors():
    assert "--interface wsgi" in words("web")
    assert "newsroom.wsgi:application" in words("web")
    assert "--port 8123 --workers 2" in words("web")
    assert "--interface asgi" in words("events")
    assert "--port 8124 --workers 1" in words("events")


def test_web_leads_to_the_stream_unless_a_proxy_does(monkeypatch):
    assert COMMANDS["web"].environment["EVENTS_URL"] == "http://127.0.0.1:8124"

    monkeypatch.setenv("PUBLIC_URL", "https://news.example")
    commands = newsroom_commands(Ports(web=1, events=2), data=Path("/data"))
    assert not any("EVENTS_URL" in command.environment for command in commands)


def test_nothing_listens_beyond_this_machine():
    assert all("--host 127.0.0.1" in words(name) for name in ("web", "events"))


def test_the_worker_gossips_with_nobody():
    assert {"--without-gossip", "--without-mingle", "--without-heartbeat"} <= set(
        COMMANDS["worker"].arguments
    )


def test_a_page_that_takes_too_long_is_ended_by_the_database():
    assert COMMANDS["web"].environment["DATABASE_STATEMENT_TIMEOUT"] == "2s"


def test_every_process_knows_the_public_address(monkeypatch):
    assert {command.environment["PUBLIC_URL"] for command in COMMANDS.values()} == {
        "http://127.0.0.1:8123"
    }

    monkeypatch.setenv("PUBLIC_URL", "https://news.example")
    commands = newsroom_commands(Ports(web=1, events=2), data=Path("/data"))
    assert {command.environment["PUBLIC_URL"] for command in commands} == {"https://news.example"}
