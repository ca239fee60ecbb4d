"""`manage.py start` does what is needed, in order, and then serves."""

import os
import socket
from io import StringIO

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError

from careers.management.commands import start


@pytest.fixture
def machine(monkeypatch, settings, tmp_path):
    """A machine whose folders are empty, and where nothing is served: the list of what was called."""
    settings.VAR_DIR = tmp_path / "var"
    settings.STATIC_ROOT = tmp_path / "static"
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "site.css").write_text("a {}")
    settings.STATICFILES_DIRS = [sources]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    finders.get_finder.cache_clear()
    done = []

    def call(name, **options):
        done.append(name)
        if name == "collectstatic":
            call_command(name, **options)

    monkeypatch.setattr(start, "call_command", call)
    monkeypatch.setattr(start, "serve", lambda port: done.append(f"serve {port}"))
    yield done
    finders.get_finder.cache_clear()


def run(port) -> str:
    out = StringIO()
    call_command("start", port=str(port), stdout=out)
    return out.getvalue()


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def busy_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_busy_port_is_named_before_any_work(machine, busy_port):
    with pytest.raises(CommandError, match=f"Port {busy_port} is in use") as refusal:
        run(busy_port)
    assert machine == []
    assert "\n" not in str(refusal.value)
    assert refusal.value.returncode == 1


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "", "８０００"])
def test_a_port_that_cannot_be_is_refused(machine, port):
    with pytest.raises(CommandError, match="write a number from 1 to 65535"):
        run(port)
    assert machine == []


@pytest.mark.django_db
def test_the_first_start_prepares_everything_and_the_second_only_looks(machine, free_port):
    first = run(free_port)
    assert machine == ["load_snapshot", "collectstatic", f"serve {free_port}"]
    assert first.count("password   ") == 1

    machine.clear()
    second = run(free_port)
    assert machine == ["load_snapshot", f"serve {free_port}"]
    assert second == ""


@pytest.mark.django_db
def test_migrations_come_before_the_figures(machine, monkeypatch, free_port):
    monkeypatch.setattr(start, "unapplied_migrations", lambda: True)
    run(free_port)
    assert machine[:2] == ["migrate", "load_snapshot"]


@pytest.mark.django_db
def test_a_migrated_database_has_no_unapplied_migrations():
    assert not start.unapplied_migrations()


@pytest.mark.django_db
def test_a_changed_stylesheet_is_collected_again(machine, settings, free_port):
    run(free_port)
    (settings.STATICFILES_DIRS[0] / "site.css").write_text("a { color: red }")
    machine.clear()
    run(free_port)
    assert "collectstatic" in machine
    assert "red" in (settings.STATIC_ROOT / "site.css").read_text()


@pytest.mark.django_db
def test_lost_static_files_are_collected_again(machine, settings, free_port):
    run(free_port)
    (settings.STATIC_ROOT / "site.css").unlink()
    settings.STATIC_ROOT.rmdir()
    machine.clear()
    run(free_port)
    assert (settings.STATIC_ROOT / "site.css").is_file()


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_told_in_one_line(machine, monkeypatch, free_port):
    def refuse():
        raise OperationalError("connection refused\n\tIs the server running?")

    monkeypatch.setattr(start, "unapplied_migrations", refuse)
    with pytest.raises(CommandError, match=r"The database does not work: connection refused$"):
        run(free_port)
    assert machine == []


def test_the_server_listens_on_this_machine_alone():
    command = start.server_command(8123)
    assert command[command.index("--bind") + 1] == "127.0.0.1:8123"


def test_the_server_brings_a_process_that_imports_in_the_background(monkeypatch):
    started = []
    monkeypatch.setattr(start.subprocess, "Popen", started.append)
    monkeypatch.setattr(start.os, "execv", lambda program, command: started.append(command))
    monkeypatch.setattr(start.os, "chdir", lambda folder: None)
    monkeypatch.setattr(start.connections, "close_all", lambda: None)
    start.serve(8123)
    worker, server = started
    assert worker[1:] == [str(settings.BASE_DIR / "manage.py"), "work", "--beside", str(os.getpid())]
    assert server == start.server_command(8123)


@pytest.mark.django_db
def test_the_process_beside_the_server_ends_when_the_server_has():
    call_command("work", beside=os.getppid() + 1)
