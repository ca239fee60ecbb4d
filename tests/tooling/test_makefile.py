"""`make` tells a new user what their machine lacks."""

import os
import shutil
import stat
import subprocess

import pytest
from django.conf import settings


@pytest.fixture
def clone(tmp_path):
    shutil.copy(settings.BASE_DIR / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    return tmp_path


def make(folder, *arguments) -> subprocess.CompletedProcess:
    return subprocess.run(["make", "-s", *arguments], cwd=folder, capture_output=True, text=True)


def fake_python(folder, *, refuses: str) -> str:
    """An interpreter that fails at any program in which a word occurs, and does nothing else."""
    program = folder / "python-fake"
    program.write_text(f'#!/bin/sh\ncase "$*" in *{refuses}*) exit 1;; esac\n')
    program.chmod(0o755)
    return f"PYTHON={program}"


@pytest.mark.parametrize(
    ("refuses", "remedy"),
    [
        ("version_info", "install Python 3.11 or newer"),
        ("ensurepip", "apt-get install python3-venv"),
    ],
)
def test_an_unfit_python_is_refused_with_one_line(clone, refuses, remedy):
    done = make(clone, "run", fake_python(clone, refuses=refuses))
    first, *others = done.stderr.splitlines()
    assert done.returncode != 0
    assert remedy in first
    assert all(line.startswith("make") for line in others)
    assert not (clone / ".venv").exists()


def test_a_missing_python_is_named(clone):
    done = make(clone, "run", "PYTHON=python-that-is-not-here")
    assert "install Python 3.11 or newer" in done.stderr.splitlines()[0]


def test_settings_are_written_once_and_only_their_owner_reads_them(clone):
    assert make(clone, ".env").returncode == 0
    written = (clone / ".env").read_text()
    key, https = written.splitlines()
    assert len(key.removeprefix("DJANGO_SECRET_KEY=")) >= 50
    assert https == "DJANGO_HTTPS=false"
    assert stat.S_IMODE((clone / ".env").stat().st_mode) == 0o600

    os.utime(clone / ".env", (0, 0))
    make(clone, ".env")
    assert (clone / ".env").read_text() == written


def test_help_names_the_two_commands(clone):
    shown = make(clone, "help").stdout
    assert "make run" in shown
    assert "make test" in shown


INSTALLED = "tests/checkers/node_modules/.installed"


def npm(folder, exits: int) -> dict[str, str]:
    """An environment whose npm makes the folder that it installs into, and ends so."""
    program = folder / "bin" / "npm"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nmkdir -p tests/checkers/node_modules\nexit {exits}\n")
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}"}


@pytest.mark.parametrize(("exits", "said"), [(0, ""), (1, "the suite goes on without them")])
def test_programs_that_cannot_be_installed_stop_no_suite(clone, exits, said):
    lock = clone / "tests" / "checkers" / "package-lock.json"
    lock.parent.mkdir(parents=True)
    lock.touch()
    command, environment = ["make", "-s", INSTALLED], npm(clone, exits)
    done = subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True)
    assert done.returncode == 0
    assert said in done.stderr
    assert (clone / INSTALLED).exists() == (not exits)
