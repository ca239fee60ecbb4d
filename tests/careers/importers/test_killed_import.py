"""A process killed in the middle of an import leaves the previous data whole."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from .oews_files import STATE, Release, key_of

pytestmark = pytest.mark.django_db  # of which it needs the server only

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def url(tmp_path):
    """An empty database of its own, on the kind of server that the tests run on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'portal.sqlite3'}"
        return
    server = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/".format(**connection.settings_dict)
    name = f"killed_import_{os.getpid()}"
    with psycopg.connect(server + connection.settings_dict["NAME"], autocommit=True) as administrator:
        administrator.execute(f"CREATE DATABASE {name}")
        yield server + name
        administrator.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def process(url):
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DJANGO_SECRET_KEY": "only-for-tests",
        "DJANGO_HTTPS": "false",
        "PYTHONPATH": str(ROOT),
    }

    def run(*command: str):
        return subprocess.run(
            [sys.executable, *map(str, command)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=600,  # seconds; for a machine that does much else
        )

    return run


@pytest.fixture
def importing(process):
    def run(*arguments: str):
        return process("-m", "tests.careers.importers.killed_import", *arguments)

    assert run("migrate").returncode == 0
    return run


def state(importing) -> dict:
    done = importing("state")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_process_killed_while_it_imports_leaves_the_previous_data_whole(importing, tmp_path):
    previous = Release().write_sqlite(tmp_path / "previous.sqlite")
    corrected, newer = Release(), Release("May 2032")
    for key in corrected.cells:
        corrected.put(key, "99999", names=("annual_mean",))
    corrected = corrected.write_sqlite(tmp_path / "corrected.sqlite")
    newer = newer.write_flat(tmp_path / "newer")
    assert importing("import", previous).returncode == 0
    before = state(importing)
    assert (len(before["figures"]), before["releases"]) == (42, ["May 2031"])

    for path, moment in ((corrected, "rows"), (corrected, "end"), (newer, "rows"), (newer, "end")):
        done = importing("import", path, moment)
        assert done.returncode == -signal.SIGKILL, done.stderr
        if connection.vendor == "sqlite" and (path, moment) != (corrected, "rows"):
            # Pages of the transaction were on the disk already.
            assert (tmp_path / "portal.sqlite3-wal").stat().st_size > 0
        assert state(importing) == before
    if connection.vendor == "sqlite":
        assert (before["integrity"], before["broken links"]) == ("ok", [])

    assert importing("import", newer).returncode == 0
    after = state(importing)
    assert [label for _, label, _, current in after["figures"] if current] == ["May 2032"] * 42
    assert after["receipts"] == 2
    assert len(after["figures"]) == 84


def test_a_job_of_the_admin_whose_process_is_killed_changes_nothing_and_is_told_as_failed(
    importing, tmp_path
):
    newer = Release("May 2032").write_sqlite(tmp_path / "newer.sqlite")
    done = importing("job", newer, "rows")
    assert done.returncode == -signal.SIGKILL, done.stderr
    found = state(importing)
    assert (found["figures"], found["releases"], found["receipts"]) == ([], [], 0)
    said = importing("next")
    ((job, error),) = json.loads(said.stdout)
    assert job == "failed"
    assert "nothing was changed" in error


def test_the_command_says_what_is_wrong_in_one_line_without_a_traceback(importing, process, tmp_path):
    release = Release()
    release.put(key_of("981011", STATE), "lots", names=("employment",))
    done = process("manage.py", "import_source", "oews", release.write_flat(tmp_path / "release"))
    assert done.returncode == 1
    assert done.stdout == ""
    *_, said = done.stderr.splitlines()
    assert said == (
        "CommandError: oe.data.0.Current, line 484: 'lots' is not a whole number "
        "(employment of OEUS9800000000000981011). Nothing was changed."
    )
    assert "Traceback" not in done.stderr
    assert state(importing)["figures"] == []


def test_the_command_prints_the_receipt(importing, process, tmp_path):
    release = Release()
    release.put(key_of("981011", STATE), "1.00", names=("hourly_p75",))
    done = process("manage.py", "import_source", "oews", release.write_sqlite(tmp_path / "oews.sqlite"))
    assert done.returncode == 0, done.stderr
    first, second, *rest = done.stdout.splitlines()
    assert first.startswith(
        "BLS OEWS, May 2031: 41 created, 0 updated, 0 unchanged, 0 retired, 1 rejected in"
    )
    assert second.startswith("  file oews.sqlite, SHA-256 ")
    assert [line for line in rest if "rejected line" in line] == [
        "  rejected line 31: OEUS9800000000000981011: the hourly percentiles fall"
    ]
