"""The whole suite: `python -m tests.run [arguments of pytest]`. `make test` calls it."""

import argparse
import os
import secrets
import signal
import subprocess
import sys
import sysconfig
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests import programs
from tests.postgres import ClusterFailed, PostgresMissing, throwaway_cluster

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sysconfig.get_path("scripts"))
IN_MEMORY = "sqlite://:memory:"
ON_SQLITE_ALONE = (
    "--ignore-glob=*_broken_*",
    "--ignore-glob=*_broken.py",
    "--ignore-glob=*_official.py",
    *(
        f"--ignore=tests/site/test_{name}.py"
        for name in ("crawl", "every_page", "links", "safety", "escaping")
    ),
)


@dataclass(slots=True)
class Report:
    """What ran and how it went; what could not run, with the program it wants."""

    steps: list[tuple[str, bool, float]] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def run(self, title: str, command: list, **environment: str) -> None:
        print(f"\n=== {title} ===", flush=True)
        began = time.monotonic()
        done = subprocess.run([str(part) for part in command], cwd=ROOT, env={**os.environ, **environment})
        self.steps.append((title, done.returncode == 0, time.monotonic() - began))

    def fail(self, title: str, reason: str) -> None:
        print(f"\n=== {title} ===\n{reason}", flush=True)
        self.steps.append((title, False, 0))

    def exit_code(self, ci: bool) -> int:
        passed = all(ok for _, ok, _ in self.steps)
        return 0 if passed and not (ci and self.skipped) else 1

    def closing(self, ci: bool) -> str:
        lines = ["", "=== Summary ==="]
        lines += [
            f"{'passed' if ok else 'FAILED'}  {title} ({taken:.1f} s)" for title, ok, taken in self.steps
        ]
        if self.skipped:
            verdict = " With CI=true that is a failure." if ci else ""
            lines.append(f"Skipped for want of a program: {'; '.join(self.skipped)}.{verdict}")
        return "\n".join(lines)


def lint(report: Report) -> None:
    report.run("ruff check", [SCRIPTS / "ruff", "check", "."])
    report.run("ruff format", [SCRIPTS / "ruff", "format", "--check", "."])
    templates = sorted(
        path for folder in ("templates", "careers", "comparisons") for path in (ROOT / folder).rglob("*.html")
    )
    if templates:
        report.run("djade", [SCRIPTS / "djade", "--check", "--target-version", "5.2", *templates])


def check(report: Report) -> None:
    manage = [sys.executable, "manage.py"]
    report.run(
        "pending migrations",
        [*manage, "makemigrations", "--check", "--dry-run"],
        DJANGO_SETTINGS_MODULE="tests.settings",
        DATABASE_URL=IN_MEMORY,
    )
    report.run(
        "deployment checks",
        [*manage, "check", "--deploy", "--fail-level", "WARNING"],
        DJANGO_SETTINGS_MODULE="config.settings",
        DJANGO_SECRET_KEY=secrets.token_urlsafe(50),
        DJANGO_DEBUG="false",
        DJANGO_HTTPS="true",
        DJANGO_BEHIND_PROXY="true",
        DJANGO_ALLOWED_HOSTS="careers.example.org",
        DJANGO_CSRF_TRUSTED_ORIGINS="https://careers.example.org",
        DATABASE_URL=IN_MEMORY,
    )


def pytest(report: Report, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadfile"]
    everything = [*command, "-m", "not measured", *arguments]
    if programs.chromium() is None:
        everything = [*command, "-m", "not browser and not measured", *arguments]
        report.skipped.append("Chromium: no browser tests")
    if programs.html_checker() is None:
        report.skipped.append("npm and Java: no check of the HTML by the W3C's checker")
    if programs.cache_server() is None:
        report.skipped.append("Valkey or Redis (valkey-server, redis-server): no shared cache")
    environment = {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    report.run("tests on SQLite", everything, DATABASE_URL=IN_MEMORY, **environment)
    title = "tests on PostgreSQL"
    try:
        with throwaway_cluster() as url:
            # A browser cannot tell the databases apart, nor can a test without one, nor the markup of a page
            # (that each page answers there, within its queries, test_weight sees), nor a file that is refused
            # before a database is asked; the publishers' own files take long: once is enough.
            on_both = [*command, "-m", "django_db and not browser", *ON_SQLITE_ALONE, *arguments]
            report.run(title, on_both, DATABASE_URL=url, **environment)
    except PostgresMissing:
        report.skipped.append("PostgreSQL (initdb, pg_ctl): tests ran on SQLite only")
    except ClusterFailed as error:
        report.fail(title, str(error))
    if programs.chromium() and not arguments:
        # Nothing runs beside what measures times.
        measured = [sys.executable, "-m", "pytest", "-m", "measured", "tests/checkers"]
        report.run("measured as in production", measured, DATABASE_URL=IN_MEMORY, **environment)
        if programs.lighthouse() is None:
            report.skipped.append("npm and Node: no judgement by Lighthouse")


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.run", allow_abbrev=False, epilog="Other arguments go to pytest."
    )
    parser.add_argument("--lint", action="store_true", help="run the linters alone")
    options, arguments = parser.parse_known_args()
    ci = os.environ.get("CI", "").lower() == "true"
    # A terminated run must stop its PostgreSQL like an interrupted one.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    report = Report()
    try:
        lint(report)
        if not options.lint:
            check(report)
            pytest(report, arguments)
    except KeyboardInterrupt:
        print("\nInterrupted.")
        return 130
    print(report.closing(ci), flush=True)
    return report.exit_code(ci)


if __name__ == "__main__":
    sys.exit(main())
