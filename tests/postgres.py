"""A PostgreSQL cluster that lives as long as a `with` block."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import programs

USER = "portal"
ATTEMPTS = 3

# Nothing here outlives a crash, so nothing waits for the disk.
CONFIGURATION = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{folder}'
fsync = off
synchronous_commit = off
full_page_writes = off
"""


class PostgresMissing(Exception):
    """This machine has no initdb and pg_ctl."""


class ClusterFailed(Exception):
    """PostgreSQL is here but does not start; carries what it said."""


@contextmanager
def throwaway_cluster() -> Iterator[str]:
    """Yield the URL of a new, empty PostgreSQL server; stop and remove it whatever happens."""
    with cluster() as (binaries, folder, account):
        data = folder / "data"
        pg_ctl = [binaries / "pg_ctl", "-D", data, "-w"]
        try:
            port = _start(pg_ctl, folder, account)
            yield f"postgresql://{USER}@127.0.0.1:{port}/postgres"
        finally:
            if (data / "postmaster.pid").exists():
                run_as([*pg_ctl, "-m", "immediate", "stop"], folder, account)


@contextmanager
def cluster() -> Iterator[tuple[Path, Path, dict]]:
    """The programs, a folder with a new cluster in data/, not started, and whom to run it as."""
    binaries = programs.postgres_bin()
    if binaries is None:
        raise PostgresMissing
    # In /tmp itself: every user may enter it, and a socket's path must stay under 108 characters.
    folder = Path(tempfile.mkdtemp(prefix="portal-pg-", dir="/tmp"))
    try:
        account = _unprivileged()
        if account:
            os.chown(folder, account["user"], account["group"])
        options = ["-U", USER, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"]
        run_as([binaries / "initdb", "-D", folder / "data", *options], folder, account)
        yield binaries, folder, account
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(pg_ctl: list, folder: Path, account: dict) -> int:
    """Start on a free port; another program may take it in between, so try again with the next."""
    settings = folder / "data" / "postgresql.conf"
    defaults = settings.read_text(encoding="utf-8")
    for attempt in range(1, ATTEMPTS + 1):
        port = free_port()
        settings.write_text(defaults + CONFIGURATION.format(port=port, folder=folder), encoding="utf-8")
        try:
            run_as([*pg_ctl, "-l", folder / "log", "-t", "60", "start"], folder, account)
        except ClusterFailed as error:
            if attempt == ATTEMPTS:
                log = (folder / "log").read_text(encoding="utf-8", errors="replace")
                raise ClusterFailed(f"{error}\n{log}") from error
        else:
            return port
    raise AssertionError("unreachable")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _unprivileged() -> dict:
    """PostgreSQL refuses to run as root: whom to run it as instead."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise ClusterFailed("PostgreSQL does not run as root, and no user postgres or nobody exists.")


def run_as(command: list, folder: Path, account: dict) -> None:
    # The log file takes the server's output; a pipe would stay open as long as the server runs.
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        umask=0o077,
        **account,
    )
    if done.returncode:
        raise ClusterFailed(f"{Path(command[0]).name} failed: {done.stdout.strip()}")
