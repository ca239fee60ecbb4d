"""`manage.py start`: bring this machine's portal up to date, then serve it. `make run` calls it."""

import errno
import fcntl
import hashlib
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from config import first_admin

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Migrate, load the embedded figures and make the first admin where needed, then serve."
    requires_system_checks = []  # run in `prepare`, after the port is known to be free

    def add_arguments(self, parser):
        parser.add_argument("--port", default="8000", help=f"where to listen on {HOST} (default 8000)")

    def handle(self, *, port: str, **options):
        number = port_number(port)
        require_free(number)
        # A pool would retry for half a minute without saying why the server does not answer.
        connection.settings_dict["OPTIONS"].pop("pool", None)
        try:
            with one_at_a_time(self.say):
                self.prepare()
        except OperationalError as error:
            raise CommandError(f"The database does not work: {first_line(error)}") from error
        except OSError as error:
            raise CommandError(f"Cannot prepare the portal: {error}") from error
        except KeyboardInterrupt:
            raise CommandError("Stopped before serving.", returncode=130) from None
        require_free(number)  # taken in the meantime, it is named here rather than retried by the server
        serve(number)

    def say(self, text: str) -> None:
        """At once, also into a log file: replacing the process drops what is still buffered."""
        self.stdout.write(text)
        self.stdout.flush()

    def prepare(self) -> None:
        self.check()
        if unapplied_migrations():
            self.say("Preparing the database")
            call_command("migrate", interactive=False, verbosity=0)
        call_command("load_snapshot")
        self.greet_first_admin()
        self.collect_static()

    def greet_first_admin(self) -> None:
        try:
            password = first_admin.create()
        except first_admin.NameTaken:
            self.say(
                f"No superuser yet, and the name {first_admin.NAME} is taken: "
                "make one with .venv/bin/python manage.py createsuperuser"
            )
            return
        if password:
            self.say(
                "The first admin account; its password is shown only this once:\n"
                f"    user name  {first_admin.NAME}\n"
                f"    password   {password}"
            )

    def collect_static(self) -> None:
        """Compressing the static files takes seconds, so it waits for a change in one of them."""
        receipt = settings.VAR_DIR / "static.fingerprint"
        fingerprint = static_fingerprint()
        collected = Path(settings.STATIC_ROOT).is_dir() and receipt.is_file()
        if collected and receipt.read_text(encoding="utf-8") == fingerprint:
            return
        self.say("Collecting static files")
        receipt.unlink(missing_ok=True)
        try:
            call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        except ValueError as error:  # a stylesheet names a file that does not exist
            raise CommandError(f"Static files: {first_line(error)}") from error
        receipt.write_text(fingerprint, encoding="utf-8")


def port_number(port: str) -> int:
    if port.isascii() and port.isdigit() and 1 <= int(port) <= 65535:
        return int(port)
    raise CommandError(f"{port!r} is not a port: write a number from 1 to 65535.")


def require_free(port: int) -> None:
    """Fail now rather than after a minute of loading."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the server does: a port whose last connections are still closing counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
            probe.listen(1)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise CommandError(
                    f"Port {port} is in use: stop what listens there, or choose another, "
                    f"as in make run PORT={port + 1 if port < 65535 else 8000}"
                ) from error
            raise CommandError(f"Cannot listen on port {port}: {error.strerror}.") from error


@contextmanager
def one_at_a_time(say: Callable[[str], None]) -> Iterator[None]:
    """Two starts must not migrate or load at once. The lock goes with the process that held it."""
    settings.VAR_DIR.mkdir(exist_ok=True)
    with (settings.VAR_DIR / "start.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another start to finish its preparations")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def unapplied_migrations() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def static_fingerprint() -> str:
    """Changes with any static file of the project or its packages, and with how they are stored."""
    digest = hashlib.sha256(repr((settings.STORAGES["staticfiles"], version("whitenoise"))).encode())
    files = ((name, storage.path(name)) for finder in get_finders() for name, storage in finder.list([]))
    for name, path in sorted(files):
        status = Path(path).stat()
        digest.update(repr((name, path, status.st_size, status.st_mtime_ns)).encode())
    return digest.hexdigest()


def server_command(port: int) -> list[str]:
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "python:config.gunicorn",
        "--bind",
        f"{HOST}:{port}",
    ]


def worker_command(parent: int) -> list[str]:
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), "work", "--beside", str(parent)]


def serve(port: int) -> None:
    """Become the server: one process to stop, and none of this command's memory kept."""
    connections.close_all()
    os.chdir(settings.BASE_DIR)
    # The process that imports in the background: it ends when this one, the server to be, has.
    subprocess.Popen(worker_command(os.getpid()))  # noqa: S603 - our own interpreter, no shell
    command = server_command(port)
    os.execv(command[0], command)  # noqa: S606 - our own interpreter, no shell


def first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
