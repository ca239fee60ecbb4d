"""The suite tells what it could not run, and a missing program fails it where CI=true."""

from tests import programs
from tests.run import Report

SKIP = "PostgreSQL (initdb, pg_ctl): tests ran on SQLite only"


def test_a_missing_program_is_told_in_one_closing_line():
    report = Report(steps=[("ruff check", True, 0.1)], skipped=[SKIP, "Chromium: no browser tests"])
    *_, last = report.closing(ci=False).splitlines()
    assert last == f"Skipped for want of a program: {SKIP}; Chromium: no browser tests."


def test_a_missing_program_fails_the_suite_only_in_ci():
    report = Report(steps=[("ruff check", True, 0.1)], skipped=[SKIP])
    assert (report.exit_code(ci=False), report.exit_code(ci=True)) == (0, 1)
    assert "failure" in report.closing(ci=True).splitlines()[-1]


def test_a_suite_without_skips_says_nothing_of_programs():
    report = Report(steps=[("ruff check", True, 0.1)])
    assert report.exit_code(ci=True) == 0
    assert "program" not in report.closing(ci=True)


def test_one_failed_step_fails_the_suite_and_is_named():
    report = Report(steps=[("ruff check", False, 0.1), ("djade", True, 0.1)])
    assert report.exit_code(ci=False) == 1
    assert "FAILED  ruff check" in report.closing(ci=False)


def test_postgres_is_found_only_where_both_its_programs_are(monkeypatch, tmp_path):
    half, whole = tmp_path / "half", tmp_path / "whole"
    for folder, names in ((half, ["initdb"]), (whole, ["initdb", "pg_ctl"])):
        folder.mkdir()
        for name in names:
            (folder / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", f"{half}:{whole}")
    assert programs.postgres_bin() == whole


def test_the_newest_postgres_is_version_16_rather_than_9():
    assert max(["9.6", "15", "16"], key=programs.version) == "16"
