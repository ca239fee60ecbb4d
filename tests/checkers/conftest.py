"""The portal served as in production: collected and compressed files, gunicorn, the snapshot in a file."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests import programs

COMMAND = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn", "--bind", "127.0.0.1:0"]


def pytest_collection_modifyitems(items):
    """They measure times, so the runner lets nothing else run beside them."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.measured)


@pytest.fixture(scope="session")
def served(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[str]:
    """The address of a server with the figures of the snapshot and an advertised job."""
    if programs.chromium() is None:
        pytest.skip("Chromium is not installed")
    if connection.vendor != "sqlite":
        pytest.skip("what is served does not hang on the database: SQLite will do")
    folder = tmp_path_factory.mktemp("served")
    with django_db_blocker.unblock(), closing(sqlite3.connect(folder / "portal.sqlite3")) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "tests.checkers.settings",
        "STATIC_ROOT": str(folder / "static"),
    }
    prepare = [sys.executable, "-m", "tests.checkers.prepare"]
    subprocess.run(prepare, cwd=settings.BASE_DIR, env=environment, check=True)
    with subprocess.Popen(
        COMMAND, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            ready = re.match(r"Serving on (\S+) ", server.stdout.readline())
            assert ready, "gunicorn did not start"
            yield ready[1]
        finally:
            server.terminate()
